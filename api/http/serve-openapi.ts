import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { matchesEtag } from "../../core/etag.ts";
import type { Config } from "../../infra/config.ts";
import { assetSender, type Asset } from "../pages/send-asset.ts";
import { openapiDocument } from "./openapi-document.ts";

const HEADERS = { "cache-control": "no-cache", vary: "accept-encoding" } as const;

/** Serves `/openapi.json`, compressed, with an ETag: it is two megabytes, and seldom changes. */
export function serveOpenapi(app: FastifyInstance, { PUBLIC_URL }: Pick<Config, "PUBLIC_URL">): void {
  const send = assetSender(HEADERS);
  let made: { readonly asset: Asset; readonly etag: string } | undefined;
  app.get("/openapi.json", async (request, reply) => {
    made ??= make(PUBLIC_URL);
    const { asset, etag } = made;
    reply.header("etag", etag);
    const known = request.headers["if-none-match"];
    if (known !== undefined && matchesEtag(known, etag)) return reply.headers(HEADERS).code(304).send();
    return await send(request, reply, asset);
  });
}

function make(publicUrl: string | undefined) {
  // Below a path of a proxy, operations are below it too.
  const url = new URL(publicUrl ?? "http://localhost").pathname;
  const bytes = Buffer.from(JSON.stringify({ ...openapiDocument(), servers: [{ url }] }));
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  return { asset: { bytes, contentType: "application/json" }, etag };
}
