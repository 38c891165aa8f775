import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mercatorToLat, mercatorToLon, tileAt, tileMercatorBox } from "../../core/tiles/tile-grid.ts";
import { Client, type Answer } from "../support/client.ts";
import { PASSWORD, shareTarget } from "../support/shared-item.ts";
import { makeSheets, SHEET_DEGREES, SHEETS_SOUTH, SHEETS_WEST } from "../support/sheets.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

/** 100 sheets: far more than one picture reads. */
const SIDE = 10;

const EAST = SHEETS_WEST + SIDE * SHEET_DEGREES;
const NORTH = SHEETS_SOUTH + SIDE * SHEET_DEGREES;

let system: TestSystem;
let holder: Client;
let project_id: string;
let sheets: Awaited<ReturnType<typeof makeSheets>>;
let token: string;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  holder = new Client(system.url);
  ({ id: project_id } = await system.client.call("projects.create", { name: "Large" }));
  sheets = await makeSheets(system, project_id, SIDE);
  ({ token } = await shareTarget(system, "collection", sheets.collectionId, { allow_values: true }));
}, 120_000);
afterAll(() => system.stop());

interface Address {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

const render = (address: Address, fields: object = {}): Promise<Answer> =>
  holder.try("share.tile.render", { token, password: PASSWORD, ...address, ...fields });

/** Tries again while the workers are busy. */
async function picture(address: Address): Promise<Answer> {
  let answer = await render(address);
  await expect.poll(async () => (answer = await render(address)).status, { timeout: 60_000 }).toBe(200);
  return answer;
}

async function pixelsOf({ bytes }: Answer) {
  return await sharp(bytes).ensureAlpha().raw().toBuffer();
}

/** The pixels of a tile that lie within all sheets, a pixel away from their outer edge. */
function covered({ z, x, y }: Address): number[] {
  const [west, , east, north] = tileMercatorBox({ z, x, y });
  const meters = (east - west) / 256;
  const isInside = (column: number, row: number) => {
    const lon = mercatorToLon(west + column * meters);
    const lat = mercatorToLat(north - row * meters);
    return lon > SHEETS_WEST && lon < EAST && lat > SHEETS_SOUTH && lat < NORTH;
  };
  return Array.from({ length: 65_536 }, (_, pixel) => pixel).filter((pixel) => {
    const [column, row] = [pixel % 256, Math.floor(pixel / 256)];
    return isInside(column - 1, row - 1) && isInside(column + 2, row + 2);
  });
}

describe("a collection of many sheets", { timeout: 120_000 }, () => {
  test("draws all of its covered pixels at every zoom of its TileJSON, and leaves nothing out", async () => {
    const { minzoom, maxzoom } = await holder.call("share.tilejson", { token, password: PASSWORD });
    const [lon, lat] = [(SHEETS_WEST + EAST) / 2, (SHEETS_SOUTH + NORTH) / 2];
    expect(maxzoom - minzoom).toBeGreaterThan(2);
    for (let z = minzoom; z <= maxzoom; z += 1) {
      const address = tileAt(lon, lat, z);
      const answer = await picture(address);
      const pixels = await pixelsOf(answer);
      const open = covered(address).filter((pixel) => pixels[pixel * 4 + 3] !== 255);
      expect([z, open.length, answer.headers.get("x-items-omitted")]).toEqual([z, 0, null]);
      const other = covered(address).filter((pixel) => pixels[pixel * 4] !== 100);
      expect([z, other.length]).toEqual([z, 0]);
    }
  });

  test("draws the same in every format and size", async () => {
    const address = tileAt(SHEETS_WEST + 1, SHEETS_SOUTH + 1, 5);
    for (const format of ["jpg", "webp", "avif", "auto"]) {
      const answer = await render(address, { format });
      expect(answer.status).toBe(200);
      const { width } = await sharp(answer.bytes).metadata();
      expect([format, width]).toEqual([format, 256]);
    }
    const { tiles } = await holder.call("share.tilejson", { token, password: PASSWORD, scale: 2 });
    const url = (tiles[0] as string).replace(/\{(\w)\}/g, (_, name: "z" | "x" | "y") => `${address[name]}`);
    expect((await sharp((await holder.get(url)).bytes).metadata()).width).toBe(512);
  });

  test("shows a new sheet at its far zooms, and is the same as before once it is gone", async () => {
    const address = tileAt((SHEETS_WEST + EAST) / 2, (SHEETS_SOUTH + NORTH) / 2, 5);
    const before = await picture(address);
    const item_id = await sheets.add(5, 5, 220);
    await expect.poll(async () => new Set(await pixelsOf(await picture(address))).has(220)).toBe(true);
    await system.client.call("items.delete", { item_id });
    await expect
      .poll(async () => (await picture(address)).headers.get("etag"))
      .toBe(before.headers.get("etag"));
  });

  test("is drawn from far out although a file is broken, and says that items are left out", async () => {
    const address = tileAt((SHEETS_WEST + EAST) / 2, (SHEETS_SOUTH + NORTH) / 2, 5);
    const before = await picture(address);
    const item_id = await sheets.add(5, 5, 220);
    const [asset] = await system.deps.database<{ object_key: string }[]>`
      select object_key from assets where item_id = ${item_id}`;
    await system.deps.objectStore.delete(asset?.object_key ?? "");
    await expect
      .poll(async () => Number((await picture(address)).headers.get("x-items-omitted")), { timeout: 60_000 })
      .toBeGreaterThan(0);
    const pixels = await pixelsOf(await picture(address));
    const drawn = covered(address).filter((pixel) => pixels[pixel * 4] === 100);
    expect(drawn.length).toBeGreaterThan(covered(address).length / 2);
    await system.client.call("items.delete", { item_id });
    await expect
      .poll(async () => (await picture(address)).headers.get("etag"))
      .toBe(before.headers.get("etag"));
  });

  test("says how many items a tile of values leaves out", async () => {
    const far = tileAt(SHEETS_WEST + 1, SHEETS_SOUTH + 1, 4);
    const answer = await render(far, { format: "npy" });
    expect(Number(answer.headers.get("x-items-omitted"))).toBeGreaterThan(0);
  });
});

test("items beyond the thousandth are not in the mosaic, and every document says how many", async () => {
  const { id: collection_id } = await system.client.call("collections.create", { project_id, name: "Many" });
  const [first] = await system.deps.database<{ id: string }[]>`
    select id from items where collection_id = ${sheets.collectionId} limit 1`;
  await system.deps.database`
    insert into items select (jsonb_populate_record(items, jsonb_build_object(
      'id', gen_random_uuid(), 'stac_id', gen_random_uuid()::text, 'collection_id', ${collection_id}::text))).*
    from items, generate_series(1, 1005) where id = ${first?.id ?? ""}`;
  const get = { project_id, collection_id };
  expect(await system.client.call("collections.get", get)).toMatchObject({ items_omitted: 5 });
  const item = await sheets.add(0, 0, 100);
  await system.client.call("items.update", { item_id: item, collection_id });
  const link = await shareTarget(system, "collection", collection_id);
  const opened = await holder.call("share.link.validate", { token: link.token, password: PASSWORD });
  expect(opened.target.items_omitted).toBe(6);
  const tilejson = await holder.call("share.tilejson", { token: link.token, password: PASSWORD });
  expect(tilejson.items_omitted).toBe(6);
});

test("far tiles are prepared when items come, before anybody looks", { timeout: 120_000 }, async () => {
  const { collectionId } = await makeSheets(system, project_id, 4);
  const link = await shareTarget(system, "collection", collectionId);
  const { minzoom } = await holder.call("share.tilejson", { token: link.token, password: PASSWORD });
  const address = tileAt(SHEETS_WEST + 0.5, SHEETS_SOUTH + 0.5, minzoom);
  const objects = async () => {
    const keys: string[] = [];
    for await (const key of system.deps.objectStore.list("tiles/")) keys.push(key);
    return keys.length;
  };
  const before = await objects();
  await expect.poll(objects, { timeout: 60_000 }).toBeGreaterThan(before);
  const input = { token: link.token, password: PASSWORD, ...address };
  const found = async () => (await holder.try("share.tile.render", input)).headers.get("x-cache");
  await expect.poll(found, { timeout: 60_000 }).toMatch(/memory|store/);
});
