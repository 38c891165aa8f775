import type { FastifyInstance, FastifyReply } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { BUILD_REMEDY, readBuiltPage } from "./built-page.ts";
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
  const headers = pageHeaders(options.tileOrigin);
  const sendAsset = assetSender();
  // Tiles and the API work without the page.
  if (page === undefined) app.log.error(BUILD_REMEDY);

  const send = (reply: FastifyReply) => {
    reply.headers(headers).type("text/html; charset=utf-8");
    return page === undefined ? reply.code(503).send(MISSING_PAGE) : reply.send(page.html);
  };

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

const MISSING_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Page not available</title></head>
<body><h1>This page is not available</h1><p>${BUILD_REMEDY}</p></body></html>
`;

/**
 * The page's address holds the token: no cache keeps it, no other site learns it, no search engine lists it.
 */
function pageHeaders(tileOrigin: string | undefined): Record<string, string> {
  const data = ["'self'", "data:", "blob:", ...(tileOrigin === undefined ? [] : [tileOrigin])].join(" ");
  const policy = {
    "default-src": "'none'",
    "script-src": "'self'",
    "worker-src": "'self'",
    "style-src": "'self'",
    "img-src": data,
    "connect-src": data,
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
  };
  return {
    "content-security-policy": Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources}`)
      .join("; "),
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  };
}
