import { ProblemError } from "../../core/errors.ts";
import { isLimited, reachedLimits, type LinkLimit } from "../../core/links/share-link.ts";
import { nextTilePrice } from "../../core/links/link-spend.ts";
import type { Currency, Picos } from "../../core/billing/money.ts";
import { positionOf, takePaidTiles, takeTiles, takeView } from "../../storage/links/link-limits.ts";
import type { Database } from "../../storage/database/database.ts";
import { findShareLink, type ShareLinkRow } from "../../storage/links/share-links.ts";
import type { LinkDirectory } from "./link-directory.ts";
import type { LinkTariffs } from "./link-tariffs.ts";

interface Waiting {
  readonly resolve: (isGranted: boolean) => void;
  readonly reject: (reason: unknown) => void;
}

const DETAILS: Readonly<Record<LinkLimit, string>> = {
  max_views: "This link has been opened as often as its owner allows.",
  max_tiles: "This link has served as many tiles as its owner allows.",
  spend_limit: "This link has cost as much as its owner allows.",
};

/**
 * Counts what limited links use, before it is answered. The counts are in PostgreSQL, where a row's lock makes them exact for all processes and
 * nothing can be lost; what comes while a count is being written joins the next one, so that a busy link costs few statements. Links without
 * limits are never counted here.
 */
export class LinkMeter {
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #database: Database;
  readonly #links: Pick<LinkDirectory, "onChange">;
  readonly #tariffs: LinkTariffs;

  constructor(database: Database, links: Pick<LinkDirectory, "onChange">, tariffs: LinkTariffs) {
    this.#database = database;
    this.#links = links;
    this.#tariffs = tariffs;
  }

  /** What the next tile counts towards a link's limit of money; undefined where it has none. */
  async tilePrice(link: ShareLinkRow): Promise<{ price: Picos; currency: Currency } | undefined> {
    if (link.spend_limit === null) return undefined;
    const tariff = await this.#tariffs.of(link.organization_id);
    return { price: nextTilePrice(tariff.steps, positionOf(link, tariff)), currency: tariff.currency };
  }

  /** Throws `link_gone` when no tile is left, as far as is known: before anything is rendered. */
  async requireTilesLeft(link: ShareLinkRow): Promise<void> {
    if (!isLimited(link)) return;
    const reached = await this.#reachedByTiles(link);
    if (reached !== undefined) throw limitReached(reached);
  }

  async #reachedByTiles(link: ShareLinkRow): Promise<LinkLimit | undefined> {
    const reached = reachedLimits(link, (await this.tilePrice(link))?.price ?? 0n);
    return reached.find((limit) => limit !== "max_views");
  }

  /** Takes one tile; throws `link_gone` when none is left. */
  async takeTile(link: ShareLinkRow): Promise<void> {
    if (!isLimited(link)) return;
    if (await this.#take(link)) return;
    this.#links.onChange("share_link", link.id);
    const row = await findShareLink(this.#database, link.id);
    throw limitReached((await this.#reachedByTiles(row ?? link)) ?? "max_tiles");
  }

  /** Takes one opening; throws `link_gone` when none is left. */
  async takeView(link: ShareLinkRow): Promise<void> {
    if (!isLimited(link)) return;
    if (await takeView(this.#database, link.id)) return;
    this.#links.onChange("share_link", link.id);
    throw limitReached("max_views");
  }

  #take(link: ShareLinkRow): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const joined = this.#waiting.get(link.id);
      if (joined !== undefined) {
        joined.push({ resolve, reject });
        return;
      }
      this.#waiting.set(link.id, []);
      void this.#write(link, [{ resolve, reject }]);
    });
  }

  /** How many of so many tiles are granted; a limit of money may be newer or older than what this process knows. */
  async #grant({ id, organization_id, spend_limit }: ShareLinkRow, count: number): Promise<number> {
    const granted = spend_limit === null ? await takeTiles(this.#database, id, count) : undefined;
    if (granted !== undefined) return granted;
    const tariff = await this.#tariffs.of(organization_id);
    return (await takePaidTiles(this.#database, id, count, tariff)) ?? count;
  }

  async #write(link: ShareLinkRow, takers: readonly Waiting[]): Promise<void> {
    const linkId = link.id;
    try {
      const granted = await this.#grant(link, takers.length);
      for (const [index, taker] of takers.entries()) taker.resolve(index < granted);
    } catch (error) {
      for (const taker of takers) taker.reject(error);
    }
    const next = this.#waiting.get(linkId) ?? [];
    if (next.length === 0) {
      this.#waiting.delete(linkId);
      return;
    }
    this.#waiting.set(linkId, []);
    await this.#write(link, next);
  }
}

function limitReached(limit: LinkLimit): ProblemError {
  return new ProblemError("link_gone", DETAILS[limit], { extensions: { reason: limit } });
}
