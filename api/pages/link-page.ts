import { isLinkToken } from "../../core/links/share-link.ts";
import { escapeXml } from "../../core/xml.ts";
import { secretHash } from "../../core/access/api-key.ts";
import { findPageOfLink, type PageOfLink } from "../../storage/links/share-links.ts";
import type { Deps } from "../deps.ts";

/** What the page of a link says in its HTML and headers; the same as of no link where it says nothing. */
export interface LinkPage {
  /** Meta elements for the page's head. */
  readonly head: string;
  /** Origins of pages that may show it in a frame. */
  readonly frameAncestors: readonly string[];
}

const PLAIN: LinkPage = { head: "", frameAncestors: [] };

/** The page of a token; the plain one for a token that opens nothing, or without the database. */
export async function linkPage(
  { database }: Pick<Deps, "database">,
  token: string,
  publicUrl: string,
): Promise<LinkPage> {
  if (!isLinkToken(token)) return PLAIN;
  const link = await findPageOfLink(database, secretHash(token)).catch(() => undefined);
  if (link === undefined) return PLAIN;
  return { head: cardOf(link, token, publicUrl), frameAncestors: link.allowed_origins };
}

/** Open Graph, which messengers read without a password: only what the owner chose to show. */
function cardOf({ preview_card: card, ...link }: PageOfLink, token: string, publicUrl: string): string {
  if (card === "none") return "";
  const address = `${publicUrl}/s/${token}`;
  const facts = {
    "og:type": "website",
    "og:site_name": "Geopera Share",
    "og:title": link.label ?? link.target_name ?? "Shared map",
    "og:description": `${link.organization} has shared a map. It opens with a password.`,
    "og:url": address,
    ...(card === "picture"
      ? {
          "og:image": `${address}/card.jpg`,
          "og:image:type": "image/jpeg",
          "og:image:alt": link.target_name ?? "Shared map",
        }
      : {}),
  };
  return Object.entries(facts)
    .map(([property, content]) => `<meta property="${property}" content="${escapeXml(content)}" />`)
    .join("\n    ");
}
