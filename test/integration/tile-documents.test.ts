import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { PASSWORD, shareItem, shareTarget, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let holder: Client;
let item: SharedItem;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  holder = new Client(system.url);
  item = await shareItem(system, { bands: 1 });
});
afterAll(() => system.stop());

// oxlint-disable-next-line typescript/no-explicit-any
const document = async (fields: object = {}): Promise<any> =>
  await holder.call("share.tilejson", { token: item.token, password: PASSWORD, ...fields });

const urlOf = (template: string) => {
  const { z, x, y } = item.tile;
  return template.replace("{z}", `${z}`).replace("{x}", `${x}`).replace("{y}", `${y}`);
};

describe("a TileJSON document", () => {
  test("names PNG of 256 pixels unless told otherwise, by the field that MapLibre reads too", async () => {
    const tilejson = await document();
    expect(tilejson).toMatchObject({ tileSize: 256, tile_size: 256, format: "png" });
    expect(tilejson.tiles[0]).toMatch(/\/\{z\}\/\{x\}\/\{y\}\.png$/);
  });

  test("names the format and the size that were requested, and so does its own URL", async () => {
    const tilejson = await document({ format: "auto", scale: 2 });
    expect(tilejson).toMatchObject({ tileSize: 512, tile_size: 512, format: "auto" });
    expect(tilejson.tiles[0]).toMatch(/\/\{z\}\/\{x\}\/\{y\}@2x\.auto$/);
    const tile = await holder.get(urlOf(tilejson.tiles[0]));
    expect([tile.status, tile.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect((await holder.get(tilejson.tilejson_url)).json).toEqual(tilejson);
  });

  test("refuses formats of values and unknown ones", async () => {
    const refused = await holder.try("share.tilejson", {
      token: item.token,
      password: PASSWORD,
      format: "npy",
    });
    expect(refused.status).toBe(422);
    const { tilejson_url } = await document();
    expect((await holder.get(`${tilejson_url}?scale=3`)).status).toBe(400);
  });

  test("of an item takes the same inputs", async () => {
    const tilejson = await system.client.call("items.tile.tilejson", { item_id: item.itemId, scale: 2 });
    expect(tilejson).toMatchObject({ tileSize: 512, format: "webp" });
    expect(tilejson.tiles[0]).toMatch(/\{y\}@2x\.webp$/);
  });
});

test("pages of other origins may read how many items a tile leaves out", async () => {
  const { tiles } = await document();
  const { headers } = await holder.get(urlOf(tiles[0]));
  expect(headers.get("access-control-expose-headers")).toContain("X-Items-Omitted");
});

describe("an attribution", () => {
  test("of an item is named by its TileJSON and its WMTS, as text", async () => {
    const attribution = "© Example <Imaging>";
    const updated = await system.client.call("items.update", { item_id: item.itemId, attribution });
    expect(updated.attribution).toBe(attribution);
    await expect.poll(async () => (await document()).attribution).toBe("© Example &lt;Imaging&gt;");
    const { wmts_url } = await document();
    const capabilities = (await holder.get(wmts_url)).bytes.toString();
    expect(capabilities).toContain(
      "<ows:AccessConstraints>© Example &lt;Imaging&gt;</ows:AccessConstraints>",
    );
    const own = await system.client.call("items.tile.tilejson", { item_id: item.itemId });
    expect(own.attribution).toBe("© Example &lt;Imaging&gt;");
    await system.client.call("items.update", { item_id: item.itemId, attribution: null });
    await expect.poll(async () => (await document()).attribution).toBeUndefined();
  });

  test("of a collection is its own, or else those of its items", async () => {
    const { id, attribution } = await system.client.call("collections.create", {
      project_id: item.projectId,
      name: "Two owners",
    });
    expect(attribution).toBeNull();
    const assets = { visual: { href: `scenes/${item.projectId}.tif` } };
    for (const owner of ["© A", "© B", "© A"]) {
      const fields = { project_id: item.projectId, collection_id: id, type: "user_raster", name: owner };
      await system.client.call("items.create", { ...fields, assets, attribution: owner });
    }
    const { token } = await shareTarget(system, "collection", id);
    const shown = async () =>
      (await holder.call("share.tilejson", { token, password: PASSWORD })).attribution;
    expect(new Set((await shown()).split(" | "))).toEqual(new Set(["© A", "© B"]));
    const names = { project_id: item.projectId, collection_id: id, attribution: "© All of us" };
    await system.client.call("collections.update", names);
    await expect.poll(shown).toBe("© All of us");
  });
});
