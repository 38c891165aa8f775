import gdal from "gdal-async";
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

describe("a point", () => {
  const SIDE = 64;
  const STEP = 10 / SIDE;
  let values: SharedItem;
  /** The middle of a source pixel. */
  const middle = (column: number, row: number) => ({
    lon: 10 + (column + 0.5) * STEP,
    lat: 50 - (row + 0.5) * STEP,
  });
  const hole = { column: 3, row: 4 };

  beforeAll(async () => {
    const recipe = {
      width: SIDE,
      height: SIDE,
      bands: 2,
      dataType: gdal.GDT_Float32,
      nodata: -1,
      value: (band: number, column: number, row: number) =>
        column === hole.column && row === hole.row ? -1 : band * 10_000 + column * 100 + row,
    };
    values = await shareItem(system, recipe, { allow_values: true, max_tiles: 100 });
  });

  const ask = async (point: object, fields: object = {}) =>
    await holder.try("share.point", { token: values.token, password: PASSWORD, ...point, ...fields });

  test("has the values of the source pixel under it, of every band", async () => {
    for (const [column, row] of [
      [20, 30],
      [0, 0],
      [63, 63],
    ] as const) {
      const { json } = await ask(middle(column, row));
      expect(json).toMatchObject({
        has_data: true,
        values: [
          { name: "b1", value: 10_000 + column * 100 + row, unit: null },
          { name: "b2", value: 20_000 + column * 100 + row },
        ],
      });
    }
  });

  test("without data has no value, and nothing where no raster reaches", async () => {
    const masked = (await ask(middle(hole.column, hole.row))).json;
    expect(masked).toMatchObject({ has_data: false, values: [{ value: null }, { value: null }] });
    expect((await ask({ lon: -100, lat: 10 })).json).toMatchObject({ has_data: false, values: [] });
    expect((await ask({ lon: 200, lat: 10 })).status).toBe(422);
  });

  test("of an item has the value of a calculation", async () => {
    const point = { item_id: values.itemId, ...middle(20, 30), expression: "b2-b1" };
    expect((await system.client.call("items.tile.point", point)).values[0].value).toBe(10_000);
  });

  test("is a tile of values: counted as one, and refused by a link that gives pictures only", async () => {
    const used = async () =>
      (await system.client.call("share.link.get", { link_id: values.linkId })).tiles_used;
    const before = await used();
    expect((await ask(middle(10, 10))).status).toBe(200);
    expect(await used()).toBe(before + 1);
    const refused = await holder.try("share.point", {
      token: item.token,
      password: PASSWORD,
      lon: 15,
      lat: 45,
    });
    expect([refused.status, refused.json.reason]).toEqual([403, "values_not_given"]);
  });
});

describe("a legend", () => {
  test("is named by the TileJSON, as a picture and as data, without the password", async () => {
    const { legend_url } = await document();
    const picture = await holder.get(legend_url);
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
    expect(picture.bytes.toString()).toContain("<svg");
    const { json } = await holder.get(legend_url.replace(".svg", ".json"));
    expect(json).toMatchObject({ kind: "ramp", varies: false });
  });

  test("says the values and colours of the profile that is shown", async () => {
    const config = {
      colormap: {
        stops: [
          [0, "#0000ff"],
          [100, "#ff0000"],
        ],
      },
      rescale: [0, 100],
    };
    const profile = { item_id: item.itemId, name: "heat", type: "singleband", config };
    await system.client.call("visualization.profile.create", profile);
    const legend = await system.client.call("items.tile.legend", { item_id: item.itemId, profile: "heat" });
    expect(legend).toMatchObject({
      kind: "ramp",
      stops: [
        { value: 0, color: "#0000ff" },
        { value: 100, color: "#ff0000" },
      ],
    });
    const shared = await holder.try("share.legend", {
      token: item.token,
      password: PASSWORD,
      profile: "heat",
    });
    // The link does not list it.
    expect(shared.status).toBe(422);
    const own = await holder.call("share.legend", { token: item.token, password: PASSWORD });
    expect(own.svg).toContain("</svg>");
  });
});
