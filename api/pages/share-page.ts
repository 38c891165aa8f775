import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { escapeXml } from "../../core/xml.ts";
import { BUILD_REMEDY, readBuiltPage } from "./built-page.ts";
import type { LinkPage } from "./link-page.ts";
import { pageHeaders, sendPage } from "./page-headers.ts";
import { assetSender } from "./send-asset.ts";

/** Where the page is served. */
export interface SharePageOptions {
  /** What a link says in its own page; without it, all pages are the same. */
  readonly pageOf?: ((token: string, request: FastifyRequest) => Promise<LinkPage>) | undefined;
  /** A style of MapLibre that is shown below the data, and the origins that it loads from. */
  readonly basemap?: { readonly styleUrl: string; readonly origins: readonly string[] } | undefined;
  /** Origin of the tiles, where that is not the page's own: the page may then load from there too. */
  readonly tileOrigin?: string | undefined;
  /** Another folder of built pages than `dist/web`. */
  readonly folder?: string | undefined;
}

/**
 * Serves `GET /s/{token}`, the page that asks for a link's password and shows its map, and its assets under
 * `/assets/`. The page is the same for every token, existing or not, unless the owner of a link chose to show
 * it in other pages (`?embed`) or in messengers. Vite writes the addresses of assets relative to
 * `share/index.html`; `/s/{token}` has the same depth, so `../assets/` is `/assets/` for the browser.
 */
export function registerSharePage(app: FastifyInstance, options: SharePageOptions = {}): void {
  const { basemap, tileOrigin, pageOf } = options;
  const page = readBuiltPage("share", options.folder);
  const loads = [...(tileOrigin === undefined ? [] : [tileOrigin]), ...(basemap?.origins ?? [])];
  const plainHeaders = pageHeaders({ loads });
  const basemapHead =
    basemap === undefined ? "" : `<meta name="basemap" content="${escapeXml(basemap.styleUrl)}" />`;
  const sendAsset = assetSender();
  // Tiles and the API work without the page.
  if (page === undefined) app.log.error(BUILD_REMEDY);

  // The path is a secret: below "warn" Fastify writes no line with it for this route.
  app.get<{ Params: { token: string }; Querystring: { embed?: string } }>(
    "/s/:token",
    { logLevel: "warn" },
    async (request, reply) => {
      const { head = "", frameAncestors = [] } = (await pageOf?.(request.params.token, request)) ?? {};
      const isEmbedded = request.query.embed !== undefined && frameAncestors.length > 0;
      const headers = isEmbedded ? pageHeaders({ loads, frames: frameAncestors }) : plainHeaders;
      return sendPage(reply, headers, page, [basemapHead, head].filter((part) => part !== "").join("\n    "));
    },
  );

  // A link that a mail program cut off: the page says so.
  app.get("/s/", (_request, reply) => sendPage(reply, plainHeaders, page));
  for (const path of ["/", "/s"]) {
    app.get(path, (request, reply) => {
      if (request.headers.accept?.includes("text/html") === true) return reply.redirect("s/", 302);
      throw new ProblemError("not_found", "No such resource; see /openapi.json for what there is.");
    });
  }

  app.get<{ Params: { name: string } }>("/assets/:name", (request, reply) =>
    sendAsset(request, reply, page?.assets.get(request.params.name)),
  );
}
