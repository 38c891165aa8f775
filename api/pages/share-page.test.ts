import { fastify, type FastifyInstance } from "fastify";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";
import { registerSharePage } from "./share-page.ts";

const TOKEN = "tokentokentokentokentokentokentokentokento1";
let app: FastifyInstance;
let assetFolder: string;

beforeAll(async () => {
  app = fastify();
  registerSharePage(app, { tileOrigin: "https://tiles.example.org" });
  const page = await app.inject(`/s/${TOKEN}`);
  assetFolder = /\.\.(\/assets\/[\w-]+\/)share\.js/.exec(page.body)?.[1] ?? "";
});
afterAll(async () => {
  await app.close();
});

describe("the share page", () => {
  it("is the same for every token and holds none", async () => {
    const page = await app.inject(`/s/${TOKEN}`);
    const hostile = await app.inject(`/s/${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page.statusCode).toBe(200);
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.body).not.toContain(TOKEN);
    expect(hostile.body).toBe(page.body);
  });

  it("keeps its address to itself: no cache, no referrer, no search engine, no frame", async () => {
    const { headers } = await app.inject(`/s/${TOKEN}`);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
      "x-content-type-options": "nosniff",
    });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });

  it("runs no script but the service's own and talks to nobody but the service and its tiles", async () => {
    const { headers, body } = await app.inject(`/s/${TOKEN}`);
    const policy = String(headers["content-security-policy"]).split("; ");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("connect-src 'self' data: blob: https://tiles.example.org");
    expect(body).not.toMatch(/\s(on\w+|style)="/);
    expect(body.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:/);
    expect(body).not.toContain("{{");
  });

  it("finds everything it refers to, in the page, in scripts and in styles", async () => {
    const folder = join(packageRoot, "web/share");
    const names = readdirSync(folder).flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const pattern = /(?:\{\{version\}\}\/|from "\.\/|import\("\.\/|url\(")([\w.-]+)"/g;
      return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
    });
    expect(names.length).toBeGreaterThan(12);
    for (const name of new Set(names)) {
      expect((await app.inject(assetFolder + name)).statusCode, name).toBe(200);
    }
  });
});

describe("the page's assets", () => {
  it("may be kept for ever, because their address changes with their content", async () => {
    const { headers } = await app.inject(`${assetFolder}maplibre-gl.mjs`);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect((await app.inject("/assets/another-version/share.js")).statusCode).toBe(404);
  });

  it.each(["share.html", "..%2fassets.ts", "%2e%2e%2findex.ts", "maplibre-gl-dev.mjs", "constructor"])(
    "%s is not among them",
    async (name) => {
      expect((await app.inject(assetFolder + name)).statusCode).toBe(404);
    },
  );

  it.each([
    ["br, gzip", "br", brotliDecompressSync],
    ["gzip, deflate", "gzip", gunzipSync],
    ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
    ["identity", undefined, (bytes: Buffer) => bytes],
    [undefined, undefined, (bytes: Buffer) => bytes],
  ])("come as Accept-Encoding %j wants them", async (accepted, encoding, decode) => {
    const plain = await app.inject(`${assetFolder}share.css`);
    const headers = accepted === undefined ? {} : { "accept-encoding": accepted };
    const answer = await app.inject({ url: `${assetFolder}share.css`, headers });
    expect(answer.headers["content-encoding"]).toBe(encoding);
    expect(answer.headers.vary).toBe("accept-encoding");
    expect(decode(answer.rawPayload).equals(plain.rawPayload)).toBe(true);
  });
});
