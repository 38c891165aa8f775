import gdal from "gdal-async";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";
import { findChromium, startChromium } from "../support/chromium.ts";
import { PASSWORD, shareItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const chromium = findChromium("test/integration/map-clients.test.ts");

const GREY = 90;

let system: TestSystem;
/** What the documents call SHARED. */
let shared: string;
/** Another origin: a page with a map, and the libraries. */
let site: Server;
let siteUrl: string;
let page = "";

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  const { token } = await shareItem(system, { value: () => GREY }, { address_life: "link" });
  const { wmts_url } = await system.client.call("share.tilejson", { token, password: PASSWORD });
  shared = wmts_url.replace(/\/wmts$/, "");
  site = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/") return void response.setHeader("content-type", "text/html").end(page);
    if (!pathname.startsWith("/node_modules/")) return void response.writeHead(404).end();
    const isStyle = extname(pathname) === ".css";
    response.setHeader("content-type", isStyle ? "text/css" : "text/javascript");
    response.end(readFileSync(join(packageRoot, pathname)));
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  site?.close();
  await system?.stop();
});

/** The first example below a heading of docs/map-clients.md, with the address of the shared map. */
function example(heading: string): string {
  const document = readFileSync(join(packageRoot, "docs/map-clients.md"), "utf8");
  const section = document.split(/^## /m).find((each) => each.startsWith(`${heading}\n`));
  const [, code] = /```\w+\n([\s\S]*?)```/.exec(section ?? "") ?? [];
  if (code === undefined) throw new Error(`there is an example for ${heading}`);
  return code.replaceAll("SHARED", shared);
}

/** Rising by 400 m from south to north. */
const heightAt = (latitude: number) => 1_000 + (latitude - 40) * 40;

async function shareHeights(): Promise<string> {
  const recipe = {
    bands: 1,
    dataType: "Float32",
    value: (_band: number, _column: number, row: number) => heightAt(50 - (row + 0.5) * (10 / 512)),
  };
  return (await shareItem(system, recipe)).itemId;
}

describe.skipIf(chromium === undefined)(
  "an example of the documents shows the map in",
  { timeout: 120_000 },
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium(chromium ?? "");
    });
    afterAll(async () => {
      await browser?.close();
    });

    test.each([
      [
        "MapLibre GL JS",
        `<link rel="stylesheet" href="/node_modules/maplibre-gl/dist/maplibre-gl.css">
       <script type="importmap">{"imports":{"maplibre-gl":"/node_modules/maplibre-gl/dist/maplibre-gl.mjs"}}</script>`,
      ],
      [
        "Leaflet",
        `<link rel="stylesheet" href="/node_modules/leaflet/dist/leaflet.css">
       <script src="/node_modules/leaflet/dist/leaflet.js"></script>`,
      ],
      [
        "OpenLayers",
        `<link rel="stylesheet" href="/node_modules/ol/ol.css">
       <script src="/node_modules/ol/dist/ol.js"></script>`,
      ],
    ])("%s, from another origin", async (name, head) => {
      page = `<!doctype html><html lang="en"><title>${name}</title>${head}
      <body style="margin:0"><div id="map" style="width:500px;height:400px"></div>
      <script type="module">${example(name)}</script>`;
      const view = await browser.newPage({ viewport: { width: 500, height: 400 } });
      const faults: string[] = [];
      view.on("pageerror", (error) => faults.push(String(error)));
      await view.goto(siteUrl);
      const middle = async () => {
        const clip = { x: 240, y: 190, width: 20, height: 20 };
        const { channels } = await sharp(await view.screenshot({ clip })).stats();
        return channels.slice(0, 3).map(({ mean }) => Math.round(mean));
      };
      await expect.poll(middle, { timeout: 60_000 }).toEqual([GREY, GREY, GREY]);
      expect(faults).toEqual([]);
      await view.close();
    });

    test("MapLibre GL JS as terrain, whose heights are those of the file", async () => {
      const item = await shareHeights();
      const code = example("Terrain in MapLibre GL JS")
        .replaceAll("API/", `${system.url}/`)
        .replaceAll("KEY", system.organization.apiKey)
        .replaceAll("ITEM", item);
      page = `<!doctype html><html lang="en"><title>Terrain</title>
      <script type="importmap">{"imports":{"maplibre-gl":"/node_modules/maplibre-gl/dist/maplibre-gl.mjs"}}</script>
      <body style="margin:0"><div id="map" style="width:500px;height:400px"></div>
      <script type="module">${code}
        map.jumpTo({ center: [15, 44.5], zoom: 6 });
        window.heightAt = (lat) => map.queryTerrainElevation([15, lat]);</script>`;
      const view = await browser.newPage({ viewport: { width: 500, height: 400 } });
      const faults: string[] = [];
      view.on("pageerror", (error) => faults.push(String(error)));
      await view.goto(siteUrl);
      const error = async () => {
        const height = await view.evaluate("window.heightAt?.(44.5)");
        return typeof height === "number" ? Math.abs(height - heightAt(44.5)) : Infinity;
      };
      // Between the pixels of a tile of zoom 6, of which each is a kilometre, and two levels coarser.
      await expect.poll(error, { timeout: 60_000 }).toBeLessThan(3);
      expect(faults).toEqual([]);
      await view.close();
    });
  },
);

test("GDAL reads the map by its WMTS, as the documents say", async () => {
  const [, address = ""] = /gdalinfo "([^"]+)"/.exec(example("GDAL")) ?? [];
  const dataset = await gdal.openAsync(address);
  const { x, y } = dataset.rasterSize;
  expect(x).toBeGreaterThan(256);
  const band = await dataset.bands.getAsync(1);
  const pixels = await band.pixels.readAsync(Math.floor(x / 2), Math.floor(y / 2), 4, 4);
  expect([...pixels]).toEqual(Array(16).fill(GREY));
  dataset.close();
});
