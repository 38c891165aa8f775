import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client, type Answer } from "../support/client.ts";
import { grantedTileUrl, PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let holder: Client;
let item: SharedItem;

type Headers = Record<string, string>;

/** The ways to a tile by GET. */
const BY_GET: Readonly<Record<string, (tile: SharedItem["tile"], headers?: Headers) => Promise<Answer>>> = {
  "XYZ of a link": async (tile, headers) =>
    await holder.get(await grantedTileUrl(system, item.token, tile), headers),
  "WMTS of a link": async (tile, headers) => {
    const { wmts_url } = await holder.call("share.tilejson", { token: item.token, password: PASSWORD });
    return await holder.get(`${wmts_url}?${getTile(tile)}`, headers);
  },
  "XYZ of an item": async ({ z, x, y }, headers = {}) =>
    await system.client.send(`/v1/items/${item.itemId}/tiles/${z}/${x}/${y}.png`, { headers }),
  "WMTS of an item": async (tile, headers = {}) =>
    await system.client.send(`/v1/items/${item.itemId}/tiles/wmts?${getTile(tile)}`, { headers }),
};

/** The ways to a tile by POST. */
const BY_POST: Readonly<Record<string, (tile: SharedItem["tile"]) => Promise<Answer>>> = {
  "share.tile.render": async (tile) =>
    await holder.try("share.tile.render", { token: item.token, password: PASSWORD, ...tile, format: "png" }),
  "items.tile.render": async (tile) =>
    await system.client.try("items.tile.render", { item_id: item.itemId, ...tile, format: "png" }),
};

const getTile = ({ z, x, y }: SharedItem["tile"]) =>
  `SERVICE=WMTS&REQUEST=GetTile&TILEMATRIX=${z}&TILECOL=${x}&TILEROW=${y}&FORMAT=image/png`;

/** What every answered tile says of itself, and with which bytes. */
const faceOf = ({ status, headers, bytes }: Answer) => ({
  status,
  bytes: bytes.toString("base64"),
  ...Object.fromEntries(
    ["content-type", "cache-control", "etag", "x-cache", "server-timing"].map((name) => [
      name,
      headers.get(name),
    ]),
  ),
});

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  holder = new Client(system.url);
  item = await shareItem(system);
});
afterAll(() => system.stop());

describe.each(Object.entries(BY_GET))("%s", (_name, get) => {
  test("answers 304 without a body to a client that has the tile", async () => {
    const etag = (await get(item.tile)).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    const again = await get(item.tile, { "if-none-match": etag });
    expect(again.status).toBe(304);
    expect(again.bytes).toHaveLength(0);
    expect(again.headers.get("etag")).toBe(etag);
    expect((await get(item.tile, { "if-none-match": '"another"' })).status).toBe(200);
  });
});

test.each([
  { what: "with data", x: 0, xCache: "memory" },
  { what: "outside the footprint", x: 30, xCache: "empty" },
])("a tile $what is answered alike by every way", async ({ x, xCache }) => {
  const tile = { ...item.tile, x: item.tile.x - x };
  const ways = Object.values({ ...BY_GET, ...BY_POST });
  // The first one puts it into memory.
  await ways[0]?.(tile);
  const [first, ...others] = await Promise.all(ways.map(async (way) => faceOf(await way(tile))));
  expect(first).toMatchObject({ status: 200, "content-type": "image/png", "x-cache": xCache });
  for (const other of others) expect(other).toEqual(first);
});
