import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FastifyInstance } from "fastify";
import { REFERENCE_START, REFERENCE_STYLE } from "./reference-look.ts";
import { assetSender, type Asset } from "./send-asset.ts";

const VIEWER_FOLDER = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

/** The viewer sets styles on elements. All else must come from this service. */
const PAGE_HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cache-control": "no-cache",
  "referrer-policy": "no-referrer",
};

interface AssetRoute {
  Params: { version: string; name: string };
}

/**
 * Serves `/docs`, the reference of every operation: Swagger UI shows `/openapi.json` without any outside
 * request.
 */
export function serveReferencePage(app: FastifyInstance): void {
  const files = loadFiles();
  const version = versionOf(files);
  const page = pageFor(version);
  const sendAsset = assetSender();
  app.get("/docs", (_request, reply) =>
    reply.headers(PAGE_HEADERS).type("text/html; charset=utf-8").send(page),
  );
  app.get<AssetRoute>("/docs-assets/:version/:name", (request, reply) => {
    const { version: requested, name } = request.params;
    return sendAsset(request, reply, requested === version ? files.get(name) : undefined);
  });
}

function loadFiles(): ReadonlyMap<string, Asset> {
  const script = "text/javascript; charset=utf-8";
  const read = (name: string) => readFileSync(join(VIEWER_FOLDER, name));
  return new Map<string, Asset>([
    ["swagger-ui-bundle.js", { bytes: read("swagger-ui-bundle.js"), contentType: script }],
    ["swagger-ui.css", { bytes: read("swagger-ui.css"), contentType: "text/css; charset=utf-8" }],
    ["look.css", { bytes: Buffer.from(REFERENCE_STYLE), contentType: "text/css; charset=utf-8" }],
    ["start.js", { bytes: Buffer.from(REFERENCE_START), contentType: script }],
  ]);
}

function versionOf(files: ReadonlyMap<string, Asset>): string {
  const hash = createHash("sha256");
  for (const { bytes } of files.values()) hash.update(bytes);
  return hash.digest("base64url").slice(0, 12);
}

/** Addresses are relative, so that the page also works below a path of a proxy. */
function pageFor(version: string): string {
  const base = `docs-assets/${version}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Geopera Share: operations</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${base}/swagger-ui.css"><link rel="stylesheet" href="${base}/look.css"></head>
<body><header class="page-head"><a href="./">Geopera Share</a><nav><a href="console/">Console</a><a href="openapi.json">openapi.json</a></nav></header>
<div id="reference"></div><noscript>The operations are described in <a href="openapi.json">openapi.json</a>.</noscript>
<script src="${base}/swagger-ui-bundle.js"></script><script src="${base}/start.js"></script></body></html>
`;
}
