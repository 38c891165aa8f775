import { fastify, type FastifyInstance } from "fastify";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";
import { answerErrors } from "../http/answer-errors.ts";
import { BUILD_REMEDY, BUILT_FOLDER, readBuiltPage } from "./built-page.ts";
import { registerSharePage } from "./share-page.ts";

const TOKEN = "tokentokentokentokentokentokentokentokento1";

/** What Vite's manifest says of one source file. */
interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly imports?: readonly string[];
}

/** The built files, as the manifest names them. */
function names(folder: string): string[] {
  return readdirSync(join(folder, "assets")).map((name) => `assets/${name}`);
}

let app: FastifyInstance;
let manifest: Readonly<Record<string, ManifestEntry>>;

beforeAll(() => {
  if (readBuiltPage("share") === undefined) throw new Error(BUILD_REMEDY);
  manifest = JSON.parse(readFileSync(join(BUILT_FOLDER, "manifest.json"), "utf8"));
  app = fastify();
  answerErrors(app);
  registerSharePage(app, { tileOrigin: "https://tiles.example.org" });
});
afterAll(async () => {
  await app?.close();
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
    });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });

  it("runs the service's own scripts only and calls the service and its tiles only", async () => {
    const { headers, body } = await app.inject(`/s/${TOKEN}`);
    const policy = String(headers["content-security-policy"]).split("; ");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("worker-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("connect-src 'self' data: blob: https://tiles.example.org");
    expect(body).not.toMatch(/\s(on\w+|style)="/);
    expect(body).not.toMatch(/<style|<script(?![^>]*\ssrc=)/);
    expect(body.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:/);
  });

  it("needs only its own script and styles before the password: MapLibre comes later", async () => {
    const { body } = await app.inject(`/s/${TOKEN}`);
    const entry = manifest["share/index.html"];
    const named = [...body.matchAll(/(?:src|href)="(\.\.\/[^"]+)"/g)].map((match) => match[1]?.slice(3));
    const loaded = [entry, ...(entry?.imports ?? []).map((name) => manifest[name])];
    const files = loaded.flatMap((each) => [each?.file ?? "", ...(each?.css ?? [])]);
    expect(new Set(named)).toEqual(new Set(files));
    expect(files.join(" ")).not.toMatch(/maplibre|map-page/);
    const sizes = files.map((file) => brotliCompressSync(readFileSync(join(BUILT_FOLDER, file))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
  });

  it("loads a map in 400 KB after the password; what measures, and place names, come later", () => {
    const found = new Set<string>();
    const add = (name: string) => {
      const entry = manifest[name];
      if (entry === undefined || found.has(name)) return;
      found.add(name);
      entry.imports?.forEach(add);
    };
    add("share/index.html");
    const gate = new Set(found);
    add("share/map-page.tsx");
    const files = [...found].flatMap((name) => {
      const entry = gate.has(name) ? undefined : manifest[name];
      return entry === undefined ? [] : [entry.file, ...(entry.css ?? [])];
    });
    const worker = names(BUILT_FOLDER).filter((name) => name.includes("maplibre-gl-worker"));
    expect(worker).toHaveLength(1);
    expect(files.join(" ")).not.toMatch(/measure-tool|countries|towns/);
    const sizes = [...files, ...worker].map(
      (file) => brotliCompressSync(readFileSync(join(BUILT_FOLDER, file))).length,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
  });

  it("loads coasts, borders, countries and towns in 300 KB, as gzip too, after the first tiles", () => {
    const files = names(BUILT_FOLDER).filter((name) => /countries|towns|\/src-/.test(name));
    expect(files).toHaveLength(3);
    const sizes = files.map((name) => gzipSync(readFileSync(join(BUILT_FOLDER, name))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
  });

  it("is there for links that were cut off, too", async () => {
    const page = await app.inject(`/s/${TOKEN}`);
    expect((await app.inject("/s/")).body).toBe(page.body);
    for (const url of ["/", "/s"]) {
      const { statusCode, headers } = await app.inject({ url, headers: { accept: "text/html,*/*" } });
      expect([statusCode, headers["location"]]).toEqual([302, "s/"]);
      expect((await app.inject({ url, headers: { accept: "application/json" } })).statusCode).toBe(404);
    }
  });

  it("says how to build it where it has not been built, while the rest is served", async () => {
    const bare = fastify();
    registerSharePage(bare, { folder: join(packageRoot, "no-such-folder") });
    bare.get("/tile", () => "tile");
    const page = await bare.inject(`/s/${TOKEN}`);
    expect(page.statusCode).toBe(503);
    expect(page.body).toContain("npm run build:web");
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect((await bare.inject("/assets/share.js")).statusCode).toBe(404);
    expect((await bare.inject("/tile")).body).toBe("tile");
    await bare.close();
  });
});

describe("the page's assets", () => {
  it("are served for ever under a name with a hash, every one that page, manifest and styles name", async () => {
    const page = await app.inject(`/s/${TOKEN}`);
    const inPage = [...page.body.matchAll(/"\.\.\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
    const inManifest = Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [
      file,
      ...css,
      ...assets,
    ]);
    const inStyles = inManifest
      .filter((name) => name.endsWith(".css"))
      .flatMap((name) => {
        const text = readFileSync(join(BUILT_FOLDER, name), "utf8");
        const urls = [...text.matchAll(/url\("?([^")]+?)"?\)/g)].map((match) => match[1] ?? "");
        return urls.filter((url) => !url.startsWith("data:")).map((url) => join(dirname(name), url));
      });
    expect(inStyles).not.toEqual([]);
    const names = new Set([...inPage, ...inManifest, ...inStyles]);
    expect(names.size).toBeGreaterThanOrEqual(7);
    for (const name of names) {
      expect(name).toMatch(/^assets\/[\w-]+-[\w-]{8}\.(js|mjs|css|svg|json)$/);
      const asset = await app.inject(`/${name}`);
      expect(asset.statusCode, name).toBe(200);
      expect(asset.headers["cache-control"], name).toBe("public, max-age=31536000, immutable");
      expect(asset.rawPayload.equals(readFileSync(join(BUILT_FOLDER, name))), name).toBe(true);
    }
  });

  it("are scripts and workers by their content type", async () => {
    const scripts = Object.values(manifest).filter(({ file }) => /\.m?js$/.test(file));
    expect(scripts.some(({ file }) => file.includes("worker"))).toBe(true);
    for (const { file } of scripts) {
      expect((await app.inject(`/${file}`)).headers["content-type"]).toBe("text/javascript; charset=utf-8");
    }
  });

  it("keep MapLibre's licence", () => {
    const { file = "" } = Object.values(manifest).find((entry) => entry.file.includes("maplibre-gl-")) ?? {};
    expect(readFileSync(join(BUILT_FOLDER, file), "utf8")).toContain("3-Clause BSD");
  });

  it.each(["index.html", "..%2fmanifest.json", "%2e%2e%2fmanifest.json", "share.js", "constructor"])(
    "%s is not among them",
    async (name) => {
      expect((await app.inject(`/assets/${name}`)).statusCode).toBe(404);
    },
  );

  it.each([
    ["br, gzip", "br", brotliDecompressSync],
    ["gzip, deflate", "gzip", gunzipSync],
    ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
    ["identity", undefined, (bytes: Buffer) => bytes],
    [undefined, undefined, (bytes: Buffer) => bytes],
  ])("come in the encoding that Accept-Encoding %j allows", async (accepted, encoding, decode) => {
    const url = `/${manifest["share/index.html"]?.css?.[0]}`;
    const plain = await app.inject(url);
    const headers = accepted === undefined ? {} : { "accept-encoding": accepted };
    const answer = await app.inject({ url, headers });
    expect(answer.headers["content-encoding"]).toBe(encoding);
    expect(answer.headers.vary).toBe("accept-encoding");
    expect(decode(answer.rawPayload).equals(plain.rawPayload)).toBe(true);
  });
});
