import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operationPaths } from "../../api/http/operation-routes.ts";
import { OPERATIONS } from "../../api/operations/registry.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { findChromium, startChromium } from "../support/chromium.ts";
import { PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

/** What a page does with the client. */
const USE_CLIENT = `async ({ baseUrl, token, access, tile }) => {
  const { GeoperaClient, GeoperaError } = await import("/index.js");
  const owner = new GeoperaClient({ baseUrl, token });
  const { id } = await owner.projects.create({ name: "From a page" });
  const holder = new GeoperaClient({ baseUrl });
  const { tiles } = await holder.share.tilejson(access);
  const { bytes, contentType, cache } = await holder.share.tile.render({ ...access, ...tile });
  const wrong = { ...access, password: "wrong horse" };
  const failure = await holder.share.link.validate(wrong).then(() => undefined, (error) => error);
  return {
    id,
    template: tiles[0],
    tile: [bytes instanceof Uint8Array, bytes.length > 100, contentType, cache],
    failure: [failure instanceof GeoperaError, failure.status, failure.problem.title],
  };
}`;

const chromium = findChromium("test/clients/browser.test.ts");

let built: string;
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), "geopera-client-"));
  const compiler = join(packageRoot, "node_modules", ".bin", "tsc");
  const project = join(packageRoot, "clients", "typescript");
  const words = ["-p", project, "--outDir", built, "--tsBuildInfoFile", join(built, ".tsbuildinfo")];
  await promisify(execFile)(compiler, words);
});
afterAll(() => rm(built, { recursive: true, force: true }));

test("the TypeScript client imports nothing but its own modules, and names nothing that only Node has", async () => {
  const files = (await readdir(built, { recursive: true })).filter((name) => name.endsWith(".js"));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const text = await readFile(join(built, file), "utf8");
    const imported = [...text.matchAll(/(?:from|import\()\s*["']([^"']+)["']/g)].map(
      (match) => match[1] ?? "",
    );
    expect(
      imported.filter((name) => !/^\.{1,2}\/[\w/-]+\.js$/.test(name)),
      file,
    ).toEqual([]);
    expect(text, file).not.toMatch(/\b(require\(|process\.|Buffer\b|globalThis\.process|__dirname)/);
  }
});

describe.skipIf(chromium === undefined)("in Chromium", () => {
  let system: TestSystem;
  let shared: SharedItem;
  let browser: Browser;
  let site: Server;
  let siteUrl: string;

  beforeAll(async () => {
    system = await startSystem({ pools: ["render"] });
    shared = await shareItem(system);
    const answer = async (path: string, response: ServerResponse) => {
      if (path === "/") {
        response.setHeader("content-type", "text/html").end("<!doctype html><title>Maps</title>");
        return;
      }
      const module = await readFile(join(built, path)).catch(() => undefined);
      response.writeHead(module === undefined ? 404 : 200, { "content-type": "text/javascript" }).end(module);
    };
    site = createServer((request, response) => void answer(request.url ?? "/", response));
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    browser = await startChromium(chromium ?? "");
  });
  afterAll(async () => {
    await browser.close();
    site.close();
    await system.stop();
  });

  test("the TypeScript client calls operations, tiles and failures from a page of another origin", async () => {
    const page = await browser.newPage();
    await page.goto(siteUrl);
    // As text: what is tested is the browser's own `import`.
    const seen = await page.evaluate(
      `(${USE_CLIENT})(${JSON.stringify({
        baseUrl: system.url,
        token: system.organization.apiKey,
        access: { token: shared.token, password: PASSWORD },
        tile: shared.tile,
      })})`,
    );
    expect(seen).toEqual({
      id: expect.any(String),
      template: expect.stringContaining(`${system.url}/v1/share/tiles/`),
      tile: [true, true, "image/png", "render"],
      failure: [true, 401, "Link or password not accepted"],
    });
    await page.close();
  });

  test(
    "the reference at /docs shows every operation and sends requests to this server only",
    { timeout: 60_000 },
    async () => {
      const page = await browser.newPage();
      const strangers: string[] = [];
      const faults: string[] = [];
      await page.route("**", async (route) => {
        const url = route.request().url();
        if (url.startsWith(system.url) || url.startsWith("data:")) return await route.continue();
        strangers.push(url);
        return await route.abort();
      });
      page.on("pageerror", (error) => faults.push(String(error)));
      await page.goto(`${system.url}/docs`);
      const tags = page.locator(".opblock-tag");
      await tags.first().waitFor();
      const names = await tags.evaluateAll((all) => all.map((each) => each.getAttribute("data-tag") ?? ""));
      const seen = new Set<string>();
      // A long page holds only what is near the window: each group is read while it is open.
      for (const name of names) {
        const group = page.locator(".opblock-tag-section").filter({
          has: page.locator(`.opblock-tag[data-tag="${name}"]`),
        });
        await group.locator(".opblock-tag").click();
        await group.locator(".opblock-summary-path").first().waitFor();
        const paths = await group
          .locator(".opblock-summary-path")
          .evaluateAll((all) => all.map((each) => each.getAttribute("data-path") ?? ""));
        for (const path of paths) seen.add(path);
        await group.locator(".opblock-tag").click();
      }
      const answered = await fetch(`${system.url}/openapi.json`);
      const { paths } = (await answered.json()) as { paths: Readonly<Record<string, unknown>> };
      expect(seen).toEqual(new Set(Object.keys(paths)));
      expect([...seen]).toEqual(expect.arrayContaining(OPERATIONS.map(({ id }) => operationPaths(id)[0])));
      expect(strangers).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    },
  );
});
