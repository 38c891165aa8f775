import type { FastifyInstance, FastifyReply } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { BUILD_REMEDY, readBuiltPage } from "./built-page.ts";
import { pageHeaders, sendPage } from "./page-headers.ts";
import { assetSender } from "./send-asset.ts";

/** Where the page is served. */
export interface SharePageOptions {
  /** Origin of the tiles, where that is not the page's own: the page may then load from there too. */
  readonly tileOrigin?: string | undefined;
  /** Another folder of built pages than `dist/web`. */
  readonly folder?: string | undefined;
}

/**
 * Serves `GET /s/{token}`, the page that asks for a link's password and shows its map, and its assets under
 * `/assets/`. The page is the same for every token, existing or not: only the browser reads the token in the
 * address. Vite writes the addresses of assets relative to `share/index.html`; `/s/{token}` has the same
 * depth, so `../assets/` is `/assets/` for the browser.
 */
export function registerSharePage(app: FastifyInstance, options: SharePageOptions = {}): void {
  const page = readBuiltPage("share", options.folder);
  const headers = pageHeaders({ loads: options.tileOrigin });
  const sendAsset = assetSender();
  // Tiles and the API work without the page.
  if (page === undefined) app.log.error(BUILD_REMEDY);

  const send = (reply: FastifyReply) => sendPage(reply, headers, page);

  // The path is a secret: below "warn" Fastify writes no line with it for this route.
  app.get("/s/:token", { logLevel: "warn" }, (_request, reply) => send(reply));

  // A link that a mail program cut off: the page says so.
  app.get("/s/", (_request, reply) => send(reply));
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
