import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { encodeAsset } from "./encode-asset.ts";
import { loadAssets } from "./page-assets.ts";
import { ASSET_HEADERS, pageHeaders } from "./page-headers.ts";

/** What the page needs to know of where it is served. */
export interface SharePageOptions {
  /** Origin of the tiles, where that is not the page's own: the page may then load from there too. */
  readonly tileOrigin?: string | undefined;
}

/**
 * Serves `GET /s/{token}`, the page that asks for a link's password and shows its map, and what the page loads under `/assets/`.
 * The page is the same for every token, existing or not: the token is read from the address by the browser only.
 */
export function registerSharePage(app: FastifyInstance, options: SharePageOptions = {}): void {
  const { version, files, page } = loadAssets();
  const headers = pageHeaders(options.tileOrigin);

  // The path is a secret: below "warn" Fastify writes no line with it for this route.
  app.get("/s/:token", { logLevel: "warn" }, (_request, reply) =>
    reply.headers(headers).type("text/html; charset=utf-8").send(page),
  );

  app.get("/assets/:version/:name", async (request: FastifyRequest<AssetRoute>, reply: FastifyReply) => {
    const asset = request.params.version === version ? files.get(request.params.name) : undefined;
    if (asset === undefined) return reply.callNotFound();
    const { encoding, bytes } = await encodeAsset(asset, request.headers["accept-encoding"]);
    if (encoding !== undefined) reply.header("content-encoding", encoding);
    return reply.headers(ASSET_HEADERS).type(asset.contentType).send(bytes);
  });
}

interface AssetRoute {
  Params: { version: string; name: string };
}
