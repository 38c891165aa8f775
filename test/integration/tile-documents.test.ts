import gdal from "gdal-async";
import sharp from "sharp";
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

describe("a picture of everything", () => {
  let link: Awaited<ReturnType<typeof shareTarget>>;
  beforeAll(async () => {
    link = await shareTarget(system, "item", item.itemId, { max_tiles: 100 });
  });
  const preview = (fields: object = {}) =>
    holder.try("share.preview", { token: link.token, password: PASSWORD, ...fields });
  const used = async () =>
    (await system.client.call("share.link.get", { link_id: link.linkId })).tiles_used as number;

  test("that a link shows is as large as requested, whole, and costs a tile", async () => {
    const before = await used();
    const answer = await preview({ format: "png", width: 300, height: 200 });
    expect([answer.status, answer.headers.get("content-type")], answer.bytes.toString()).toEqual([
      200,
      "image/png",
    ]);
    const { data, info } = await sharp(answer.bytes)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // Ten degrees square at 45 degrees north are 1.42 times as high as they are wide.
    expect([info.width, info.height]).toEqual([141, 200]);
    const clear = data.filter((value, at) => at % 4 === 3 && value < 128).length;
    expect(clear).toBeLessThan(info.width + info.height);
    await expect.poll(used).toBe(before + 1);
    expect((await preview({ format: "png", width: 300, height: 200 })).headers.get("x-cache")).not.toBe(
      "render",
    );
  });

  test.each([
    ["webp", "image/webp"],
    ["jpeg", "image/jpeg"],
  ])("is made as %s", async (format, contentType) => {
    const answer = await preview({ format });
    expect(answer.headers.get("content-type")).toBe(contentType);
    expect((await sharp(answer.bytes).metadata()).height).toBe(512);
  });

  test("is named by the TileJSON, and is its owner's for free", async () => {
    const { preview_url } = await document({ token: link.token });
    const shown = await holder.get(`${preview_url}?width=64`);
    expect(shown.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect((await sharp(shown.bytes).metadata()).width).toBe(64);
    expect((await holder.get(`${preview_url}?width=9000`)).status).toBe(400);
    const before = await used();
    const own = await system.client.try("items.thumbnail", { item_id: item.itemId, width: 100 });
    expect((await sharp(own.bytes).metadata()).width).toBe(100);
    expect(await used()).toBe(before);
  });

  test("stays within the area and the zoom levels of a link, and needs its password", async () => {
    const narrow = await shareTarget(system, "item", item.itemId, { bounds: [12, 42, 13, 43], max_zoom: 6 });
    const answer = await holder.try("share.preview", {
      token: narrow.token,
      password: PASSWORD,
      format: "png",
    });
    const { width, height } = await sharp(answer.bytes).metadata();
    expect([width < 60, height < 80]).toEqual([true, true]);
    const refused = await holder.try("share.preview", { token: narrow.token, password: "wrong password" });
    expect(refused.status).toBe(401);
  });

  test.each([
    [{ width: 2000 }, "width"],
    [{ format: "npy" }, "format"],
    [{ profile: "none" }, "profile"],
  ])("with %j is refused, naming %s", async (fields, field) => {
    const refused = await preview(fields);
    expect([refused.status, refused.json.detail[0].loc.at(-1)]).toEqual([422, field]);
  });

  test("of a collection shows its items together, for its owner too", async () => {
    const { id: collection_id } = await system.client.call("collections.create", {
      project_id: item.projectId,
      name: "Two",
    });
    await system.client.call("items.update", { item_id: item.itemId, collection_id });
    const own = await system.client.try("collections.thumbnail", { collection_id, format: "png" });
    expect(own.status, own.bytes.toString()).toBe(200);
    expect((await sharp(own.bytes).metadata()).height).toBe(512);
    const empty = await system.client.call("collections.create", {
      project_id: item.projectId,
      name: "None",
    });
    const nothing = await system.client.try("collections.thumbnail", { collection_id: empty.id });
    expect([nothing.status, nothing.json.reason]).toEqual([404, "nothing_to_show"]);
  });
});

test("an item of floats has colours of its own accord, and its values are still those of every band", async () => {
  const heights = await shareItem(
    system,
    { bands: 2, dataType: "Float32", value: (band, x, y) => band * 100 + x + y },
    { allow_values: true },
  );
  const { profiles } = await system.client.call("visualization.profiles.list", { item_id: heights.itemId });
  expect(profiles).toMatchObject([{ name: "Values", layer: "auto", is_default: true }]);
  const legend = await holder.call("share.legend", { token: heights.token, password: PASSWORD });
  expect([legend.kind, legend.stops[0].color]).toEqual(["ramp", "#440154"]);
  const point = { token: heights.token, password: PASSWORD, lon: 15, lat: 45 };
  // The style was not chosen by a person, so values are those of every band.
  expect((await holder.call("share.point", point)).values).toHaveLength(2);
  const named = await holder.call("share.point", { ...point, profile: "Values" });
  expect(named.values).toHaveLength(1);
  const own = await system.client.try("visualization.profile.create", {
    item_id: heights.itemId,
    name: "Values",
    type: "singleband",
    is_default: true,
    config: { band: 2 },
  });
  expect(own.status, "a person may take the name of a derived profile").toBe(200);
});
