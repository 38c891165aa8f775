import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { latToMercator, lonToMercator } from "../../core/tiles/tile-grid.ts";
import { Client } from "../support/client.ts";
import { grantedTileUrl, PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let holder: Client;
let item: SharedItem;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  holder = new Client(system.url);
  item = await shareItem(system, { dataType: "UInt16", value: (band) => band * 10 });
});
afterAll(() => system.stop());

const render = (input: Record<string, unknown>) =>
  system.client.try("items.tile.render", { item_id: item.itemId, ...item.tile, format: "png", ...input });

async function middlePixel(bytes: Buffer): Promise<number[]> {
  const data = await sharp(bytes).ensureAlpha().raw().toBuffer();
  return [...data.subarray((128 * 256 + 128) * 4, (128 * 256 + 128) * 4 + 4)];
}

describe("an owner's tile", () => {
  test.each([
    ["bands", { bands: "3,2,1", rescale: "0,255" }, [30, 20, 10, 255]],
    ["an expression", { expression: "b1+b2", rescale: "0,255" }, [30, 30, 30, 255]],
    ["one band in colours", { bands: "b1", rescale: "10,20", colormap: "viridis" }, [0x44, 0x01, 0x54, 255]],
  ])("is drawn by %s without a profile", async (_name, input, expected) => {
    const answer = await render(input);
    expect(answer.status, answer.bytes.toString()).toBe(200);
    expect(await middlePixel(answer.bytes)).toEqual(expected);
  });

  test.each([
    [{ expression: "b9" }, "expression"],
    [{ bands: "1,2" }, "bands"],
    [{ bands: "x" }, "bands"],
    [{ rescale: "a" }, "rescale"],
    [{ colormap: "none" }, "colormap"],
    [{ profile: "none" }, "profile"],
    [{ asset_key: "none" }, "asset_key"],
    [{ format: "gif" }, "format"],
    [{ z: 40 }, "z"],
  ])("with %j is refused, naming %s", async (input, field) => {
    const answer = await render(input);
    expect(answer.status).toBe(422);
    expect(answer.json.detail[0].loc).toEqual(["body", field]);
  });

  test("is as good as its quality asks, and kept apart by it", async () => {
    const noisy = await shareItem(system, { value: (band, x, y) => (x * 7919 + y * 104_729 * band) % 251 });
    const ask = (input: Record<string, unknown>) =>
      system.client.try("items.tile.render", { item_id: noisy.itemId, ...noisy.tile, ...input });
    for (const format of ["webp", "jpg", "avif"]) {
      const [poor, usual, named] = [
        await ask({ format, quality: 10 }),
        await ask({ format }),
        await ask({ format, quality: 82 }),
      ];
      expect(poor.bytes.length, format).toBeLessThan(usual.bytes.length / 1.5);
      expect(poor.headers.get("etag")).not.toBe(usual.headers.get("etag"));
      expect(named.headers.get("etag")).toBe(usual.headers.get("etag"));
      expect((await ask({ format, quality: 10 })).headers.get("x-cache")).toBe("memory");
    }
    const [png, same] = [await ask({ format: "png", quality: 10 }), await ask({ format: "png" })];
    expect(png.headers.get("etag")).toBe(same.headers.get("etag"));
    expect((await ask({ quality: 0 })).json.detail[0].loc).toEqual(["body", "quality"]);
  });

  test("is served by GET with the key in a header or in the URL, and refused without it", async () => {
    const { tiles } = await system.client.call("items.tile.tilejson", { item_id: item.itemId });
    const { z, x, y } = item.tile;
    const url = (tiles[0] as string).replace("{z}/{x}/{y}", `${z}/${x}/${y}`);
    expect((await system.client.send(url, {})).headers.get("content-type")).toBe("image/webp");
    const key = system.organization.apiKey;
    expect((await holder.get(`${url}?key=${key}`)).status).toBe(200);
    expect((await holder.get(url)).status).toBe(401);
    const stranger = (await system.addOrganization()).client;
    expect((await stranger.send(url, {})).status).toBe(404);
  });
});

test("a grant stands for its caller in tile URLs: for one item, for a while, and as long as the key works", async () => {
  const { id, key } = await system.client.call("api_keys.create", { name: "map" });
  const map = new Client(system.url, key);
  const { tiles, expires_at } = await map.call("items.tile.tilejson", {
    item_id: item.itemId,
    grant_seconds: 60,
  });
  expect(Date.parse(expires_at)).toBeLessThanOrEqual(Date.now() + 60_000);
  const { z, x, y } = item.tile;
  const url = (tiles[0] as string).replace("{z}/{x}/{y}", `${z}/${x}/${y}`);
  expect(url).not.toContain(key);
  expect((await holder.get(url)).headers.get("content-type")).toBe("image/webp");
  const other = await shareItem(system);
  expect((await holder.get(url.replace(item.itemId, other.itemId))).status).toBe(401);
  expect((await holder.get(url.replace(/grant=./, "grant=_"))).status).toBe(401);
  const wmts = url.replace(`${z}/${x}/${y}.webp`, "wmts");
  const capabilities = await holder.get(`${wmts}&service=WMTS&request=GetCapabilities`);
  expect(capabilities.bytes.toString()).toContain("grant=");
  await system.client.call("api_keys.revoke", { key_id: id });
  expect((await holder.get(url)).status).toBe(401);
  const long = { item_id: item.itemId, grant_seconds: 86_401 };
  expect((await system.client.try("items.tile.tilejson", long)).status).toBe(422);
});

test("tiles by GET count against the limit of the key they come with", async () => {
  const { key } = await system.client.call("api_keys.create", { name: "slow", rate_limit: 2 });
  const { tiles } = await system.client.call("items.tile.tilejson", { item_id: item.itemId });
  const { z, x, y } = item.tile;
  const url = `${(tiles[0] as string).replace("{z}/{x}/{y}", `${z}/${x}/${y}`)}?key=${key}`;
  const statuses: number[] = [];
  for (let call = 0; call < 6; call += 1) statuses.push((await holder.get(url)).status);
  // The minute may turn while they are sent.
  expect(statuses.slice(0, 2)).toEqual([200, 200]);
  expect(statuses).toContain(429);
});

test("statistics of an expression show what its values are, and its mistakes by field", async () => {
  const input = { item_id: item.itemId, expression: "(b3 - b1) / 2" };
  expect(await system.client.call("items.tile.statistics", input)).toMatchObject({
    expression: "((b3-b1)/2)",
    min: 10,
    max: 10,
    p2: 10,
    p98: 10,
    mean: 10,
  });
  const { histogram, count } = await system.client.call("items.tile.statistics", {
    ...input,
    bins: 4,
    range: [0, 20],
  });
  expect(histogram).toEqual({ range: [0, 20], counts: [0, 0, count, 0], below: 0, above: 0 });
  const backwards = await system.client.try("items.tile.statistics", { ...input, bins: 4, range: [2, 1] });
  expect(backwards.json.detail[0].loc).toEqual(["body", "range"]);
  const wrong = await system.client.try("items.tile.statistics", { ...input, expression: "b1 +" });
  expect(wrong.json.detail[0].loc).toEqual(["body", "expression"]);
});

/** Opens a WMTS layer and reads the colour at a place in EPSG:3857, as any program with GDAL does. */
const READ_BY_WMTS = `
  import gdal from "gdal-async";
  gdal.config.set("GDAL_ENABLE_WMS_CACHE", "NO");
  const [source, x, y] = process.argv.slice(1);
  const dataset = gdal.open(source);
  const [left, pixel, , top] = dataset.geoTransform;
  const column = Math.floor((x - left) / pixel);
  const row = Math.floor((top - y) / pixel);
  const color = dataset.bands.map((band) => band.pixels.get(column, row));
  const crs = dataset.srs.getAuthorityCode(null);
  console.log(JSON.stringify({ driver: dataset.driver.description, crs, pixel, color }));
`;

describe("WMTS", () => {
  test("of an item: its capabilities lead to its tiles, by path and by key and value", async () => {
    const key = system.organization.apiKey;
    const answer = await system.client.try("items.tile.wmts_capabilities", {
      item_id: item.itemId,
      base_url: system.url,
      key,
    });
    expect(answer.headers.get("content-type")).toBe("application/xml");
    await expectTiles(answer.bytes.toString());
  });

  test("of an item: where its capabilities say they are, they are", async () => {
    const key = system.organization.apiKey;
    const input = { item_id: item.itemId, base_url: system.url, key };
    const xml = (await system.client.try("items.tile.wmts_capabilities", input)).bytes.toString();
    const address = /<ServiceMetadataURL xlink:href="([^"]+)"/.exec(xml)![1]!.replaceAll("&amp;", "&");
    const answer = await holder.get(`${address}SERVICE=WMTS&REQUEST=GetCapabilities&VERSION=1.0.0`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/xml"]);
    expect(answer.bytes.toString()).toBe(xml);
    const stranger = await holder.get(address.replace(key, "none"));
    expect(stranger.status).toBe(401);
  });

  test("of a share: the grant's capabilities lead to its tiles", async () => {
    const { wmts_url } = await holder.call("share.tilejson", { token: item.token, password: PASSWORD });
    const answer = await holder.get(`${wmts_url}?SERVICE=WMTS&REQUEST=GetCapabilities`);
    expect(answer.status).toBe(200);
    await expectTiles(answer.bytes.toString());
  });

  test.each(["of a share", "of an item"])(
    "%s is opened by GDAL's own WMTS client, as QGIS does it",
    async (whose) => {
      const shared = await holder.call("share.tilejson", { token: item.token, password: PASSWORD });
      let source = `WMTS:${shared.wmts_url}?SERVICE=WMTS&REQUEST=GetCapabilities`;
      if (whose === "of an item") {
        const answer = await system.client.try("items.tile.wmts_capabilities", {
          item_id: item.itemId,
          base_url: system.url,
          key: system.organization.apiKey,
        });
        source = join(system.storeFolder, "capabilities.xml");
        writeFileSync(source, answer.bytes);
      }
      const { maxzoom } = shared as { maxzoom: number };
      const place = [lonToMercator(15), latToMercator(45)] as const;
      // In another process: this one has to answer what GDAL asks.
      const { stdout } = await promisify(execFile)(process.execPath, [
        "--input-type=module",
        "--eval",
        READ_BY_WMTS,
        source,
        ...place.map(String),
      ]);
      const { driver, crs, pixel, color } = JSON.parse(stdout);
      expect([driver, crs]).toEqual(["WMTS", "3857"]);
      expect(pixel).toBeCloseTo(40_075_016.685_578_49 / 256 / 2 ** maxzoom, 6);
      expect(color).toEqual(await middlePixel((await render({})).bytes));
    },
  );

  const GET_TILE = "REQUEST=GetTile&TILEMATRIX=1&TILECOL=0";
  test.each([
    ["REQUEST=GetMap", "OperationNotSupported", "request"],
    ["REQUEST=GetTile", "MissingParameterValue", "TileMatrix"],
    ["REQUEST=GetTile&TILEMATRIX=1&TILECOL=5&TILEROW=0", "TileOutOfRange", "TileCol"],
    [`${GET_TILE}&TILEROW=9`, "TileOutOfRange", "TileRow"],
    [`${GET_TILE}&TILEROW=0&FORMAT=image/gif`, "InvalidParameterValue", "Format"],
  ])("%s is a 400 that OGC clients can read: %s at %s", async (query, code, locator) => {
    const { wmts_url } = await holder.call("share.tilejson", { token: item.token, password: PASSWORD });
    const own = `/v1/items/${item.itemId}/tiles/wmts`;
    for (const answer of [
      await holder.get(`${wmts_url}?${query}`),
      await system.client.send(`${own}?${query}`, {}),
    ]) {
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        400,
        "application/xml; charset=utf-8",
      ]);
      expect(answer.bytes.toString()).toContain(`exceptionCode="${code}" locator="${locator}"`);
    }
  });

  test("a grant that has ended is named in XML as well, with its status", async () => {
    const answer = await holder.get("/v1/share/tiles/AAAA/wmts?REQUEST=GetCapabilities");
    expect(answer.status).toBe(404);
    expect(answer.bytes.toString()).toContain('exceptionCode="NoApplicableCode"');
  });

  async function expectTiles(xml: string): Promise<void> {
    const unescape = (text: string) => text.replaceAll("&amp;", "&");
    const { z, x, y } = item.tile;
    const template = unescape(/template="([^"]+)"/.exec(xml)![1]!);
    const byPath = template
      .replace("{TileMatrix}", `${z}`)
      .replace("{TileCol}", `${x}`)
      .replace("{TileRow}", `${y}`);
    const service = unescape(/xlink:href="([^"]+)"/.exec(xml)![1]!);
    const query = `SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER=layer&STYLE=default&FORMAT=image/png&TILEMATRIXSET=WebMercatorQuad`;
    const byKey = `${service}${query}&TileMatrix=${z}&TileCol=${x}&TileRow=${y}`;
    const [first, second] = [await holder.get(byPath), await holder.get(byKey)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(xml).toContain("<ows:Identifier>WebMercatorQuad</ows:Identifier>");
    const jpeg = await holder.get(byKey.replace("image/png", "image/jpeg"));
    expect([jpeg.status, jpeg.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect([...xml.matchAll(/<Format>([^<]+)/g)].map(([, format]) => format)).toEqual([
      "image/png",
      "image/jpeg",
      "image/webp",
    ]);
  }
});

describe("the format auto", () => {
  test("is JPEG where every pixel has data and WebP at an edge", async () => {
    const inside = await holder.get(
      (await grantedTileUrl(system, item.token, { z: 8, x: 138, y: 92 })).replace(".png", ".auto"),
    );
    expect(inside.headers.get("content-type")).toBe("image/jpeg");
    expect((await sharp(inside.bytes).metadata()).format).toBe("jpeg");
    const edge = await holder.get(
      (await grantedTileUrl(system, item.token, { z: 3, x: 4, y: 2 })).replace(".png", ".auto"),
    );
    expect(edge.headers.get("content-type")).toBe("image/webp");
    expect(await sharp(edge.bytes).metadata()).toMatchObject({ format: "webp", hasAlpha: true });
  });

  test("is PNG where colours stand for classes or heights: nothing of them is lost", async () => {
    for (const config of [
      { band: 1, colormap: { classes: { "10": "#123456" } } },
      { band: 1, algorithm: { name: "terrain-rgb" } },
    ]) {
      const { id: profile } = await system.client.call("visualization.profile.create", {
        item_id: item.itemId,
        name: JSON.stringify(config),
        type: "singleband",
        config,
      });
      const answer = await render({ format: "auto", profile });
      expect(answer.headers.get("content-type")).toBe("image/png");
    }
  });

  test("avif is served in both sizes", async () => {
    const url = (await grantedTileUrl(system, item.token, item.tile)).replace(".png", "@2x.avif");
    const answer = await holder.get(url);
    expect(answer.headers.get("content-type")).toBe("image/avif");
    expect((await sharp(answer.bytes).metadata()).width).toBe(512);
  });
});
