import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import gdal from "gdal-async";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LAYERS_PER_TILE_MAX } from "../../core/tiles/tile-composition.ts";
import { tileAt, tileMercatorBox, type TileAddress } from "../../core/tiles/tile-grid.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { Client } from "../support/client.ts";
import { readNpy } from "../support/npy.ts";
import { putRaster, type RasterRecipe } from "../support/rasters.ts";
import { PASSWORD, shareTarget } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let holder: Client;
let project_id: string;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  holder = new Client(system.url);
  ({ id: project_id } = await system.client.call("projects.create", { name: "Mosaics" }));
});
afterAll(() => system.stop());

/** Where rasters made without a place of their own have data all over. */
const INSIDE = tileAt(15, 45, 6);

interface Mosaic {
  readonly id: string;
  readonly add: (name: string, recipe: RasterRecipe, fields?: Record<string, unknown>) => Promise<string>;
  readonly tile: (address?: TileAddress) => ReturnType<Client["try"]>;
  /** The values of the first band that are seen. */
  readonly seen: (address?: TileAddress) => Promise<number[]>;
}

async function createMosaic(rule: Record<string, unknown> = {}): Promise<Mosaic> {
  const { id } = await system.client.call("collections.create", { project_id, name: "m", ...rule });
  const { token } = await shareTarget(system, "collection", id, { allow_values: true });
  const tile = (address = INSIDE) =>
    holder.try("share.tile.render", { token, password: PASSWORD, ...address, format: "npy" });
  return {
    id,
    tile,
    async add(name, recipe, fields = {}) {
      const href = await putRaster(system.storeFolder, `${id}/${name}.tif`, { bands: 1, ...recipe });
      const assets = { visual: { href } };
      const item = { project_id, collection_id: id, type: "user_raster", name, assets, ...fields };
      return (await system.client.call("items.create", item)).id;
    },
    async seen(address) {
      const answer = await tile(address);
      if (answer.status !== 200) throw new Error(answer.bytes.toString());
      return valuesIn(answer.bytes);
    },
  };
}

/** The values of the first band where there is data. */
function valuesIn(bytes: Buffer): number[] {
  const { plane } = readNpy(bytes);
  const mask = plane(1);
  return [...new Set(plane(0).filter((_, pixel) => mask[pixel]! > 0))].sort((a, b) => a - b);
}

describe("of items that lie over each other a mosaic shows", () => {
  const years = [
    ["middle", 20, 2020, 0.5],
    ["early", 10, 2010, 0.1],
    ["late", 30, 2024, 0.3],
  ] as const;

  test.each([
    ["the latest, unless told otherwise", {}, 30],
    ["the latest", { mosaic_rule: "last" }, 30],
    ["the earliest", { mosaic_rule: "first" }, 10],
    ["the highest by a property", { mosaic_rule: "highest", mosaic_property: "score" }, 20],
    ["the lowest by a property", { mosaic_rule: "lowest", mosaic_property: "score" }, 10],
    ["the least cloudy", { mosaic_rule: "lowest", mosaic_property: "cloud_cover" }, 20],
    ["the latest, where none has the property", { mosaic_rule: "highest", mosaic_property: "none" }, 30],
  ])("%s", async (_name, rule, expected) => {
    const mosaic = await createMosaic(rule);
    for (const [name, value, year, score] of years) {
      await mosaic.add(
        name,
        { value: () => value },
        { datetime: `${year}-01-01T00:00:00Z`, properties: { score }, cloud_cover: 50 - score * 100 },
      );
    }
    expect(await mosaic.seen()).toEqual([expected]);
  });

  test("another one as soon as the rule or the property changes", async () => {
    const mosaic = await createMosaic({ mosaic_rule: "highest", mosaic_property: "score" });
    const one = await mosaic.add("one", { value: () => 1 }, { properties: { score: 1 } });
    await mosaic.add("two", { value: () => 2 }, { properties: { score: 2 } });
    expect(await mosaic.seen()).toEqual([2]);
    await system.client.call("items.update", { item_id: one, properties: { score: 3 } });
    await expect.poll(() => mosaic.seen()).toEqual([1]);
    const changed = await system.client.call("collections.update", {
      project_id,
      collection_id: mosaic.id,
      mosaic_rule: "lowest",
    });
    expect(changed).toMatchObject({ mosaic_rule: "lowest", mosaic_property: "score" });
    await expect.poll(() => mosaic.seen()).toEqual([2]);
  });

  test("what lies below where the upper ones have no data", async () => {
    const mosaic = await createMosaic();
    const half = (value: number, has: (x: number) => boolean): RasterRecipe => ({
      nodata: 0,
      value: (_, x) => (has(x) ? value : 0),
    });
    await mosaic.add(
      "upper",
      half(3, (x) => x < 200),
      { datetime: "2024-01-01T00:00:00Z" },
    );
    await mosaic.add(
      "lower",
      half(4, (x) => x < 300),
      { datetime: "2020-01-01T00:00:00Z" },
    );
    expect(await mosaic.seen({ z: 4, x: 8, y: 5 })).toEqual([3, 4]);
  });
});

test.each([
  [{ mosaic_rule: "highest" }, "mosaic_property"],
  [{ mosaic_rule: "lowest", mosaic_property: null }, "mosaic_property"],
  [{ mosaic_rule: "best" }, "mosaic_rule"],
])("the rule %j is refused, naming %s", async (rule, field) => {
  const created = await system.client.try("collections.create", { project_id, name: "m", ...rule });
  expect(created.status).toBe(422);
  expect(created.json.detail[0].loc).toEqual(["body", field]);
  const { id: collection_id } = await system.client.call("collections.create", { project_id, name: "m" });
  const updated = await system.client.try("collections.update", { project_id, collection_id, ...rule });
  expect(updated.status).toBe(422);
});

test("more items than a tile of values may hold: the topmost are drawn, and the answer says how many are left out", async () => {
  const mosaic = await createMosaic();
  const count = LAYERS_PER_TILE_MAX + 3;
  for (let index = 0; index < count; index += 1) {
    // One column each, the later the farther east.
    await mosaic.add(
      `${index}`,
      { width: 64, height: 64, nodata: 0, value: (_, x) => (x === index ? index + 1 : 0) },
      { datetime: new Date(Date.UTC(2020, 0, 1 + index)).toISOString() },
    );
  }
  const far = { z: 4, x: 8, y: 5 };
  expect((await mosaic.tile(far)).headers.get("x-items-omitted")).toBe("3");
  const seen = await mosaic.seen(far);
  expect([Math.min(...seen), Math.max(...seen)]).toEqual([4, count]);
  expect((await mosaic.tile({ z: 4, x: 0, y: 0 })).headers.get("x-items-omitted")).toBeNull();
});

const data = join(packageRoot, "..", "shared", "data");
test.skipIf(!existsSync(data))(
  "two neighbouring scenes are drawn as gdalwarp draws them over each other (needs ../shared/data)",
  async () => {
    const mosaic = await createMosaic({ mosaic_rule: "first" });
    mkdirSync(join(system.storeFolder, "real"), { recursive: true });
    const names = ["riotiler__mosaic_cog1.tif", "riotiler__mosaic_cog2.tif"];
    for (const [index, name] of names.entries()) {
      copyFileSync(join(data, name), join(system.storeFolder, "real", name));
      await system.client.call("items.create", {
        project_id,
        collection_id: mosaic.id,
        type: "user_raster",
        name,
        datetime: `${2020 + index}-01-01T00:00:00Z`,
        assets: { visual: { href: `real/${name}` } },
      });
    }
    const { token } = await shareTarget(system, "collection", mosaic.id);
    const { center } = await holder.call("share.tilejson", { token, password: PASSWORD });
    for (const z of [center[2], center[2] + 2] as number[]) {
      const address = tileAt(center[0], center[1], z);
      const { plane, shape, type } = readNpy((await mosaic.tile(address)).bytes);
      const warped = warpOver(
        names.toReversed().map((name) => join(data, name)),
        address,
      );
      let [sum, count] = [0, 0];
      const values = numbersOf(plane(0), type);
      const mask = numbersOf(plane(shape[0]! - 1), type);
      for (const [pixel, expected] of warped.values.entries()) {
        if (mask[pixel] === 0 || warped.opacity[pixel] === 0) continue;
        sum += (values[pixel]! - expected) ** 2;
        count += 1;
      }
      expect(count).toBeGreaterThan(1_000);
      const peak = type === "|u1" ? 255 : Math.max(...warped.values);
      expect(10 * Math.log10(peak ** 2 / (sum / count))).toBeGreaterThan(40);
      const agreeing = mask.filter((value, pixel) => value > 0 === warped.opacity[pixel]! > 0).length;
      expect(agreeing / mask.length).toBeGreaterThan(0.999);
    }
  },
);

function numbersOf(
  plane: Buffer,
  type: string,
): ArrayLike<number> & { filter: Uint16Array["filter"]; length: number } {
  return type === "|u1"
    ? Uint16Array.from(plane)
    : new Uint16Array(plane.buffer, plane.byteOffset, plane.length / 2);
}

/** Sources as gdalwarp lays them over each other: the last on top. */
function warpOver(locations: readonly string[], address: TileAddress) {
  const [west, south, east, north] = tileMercatorBox(address);
  const sources = locations.map((location) => gdal.open(location));
  const extent = ["-te", west, south, east, north, "-ts", 256, 256].map(String);
  const warped = gdal.warp("/vsimem/over", null, sources, [
    "-of",
    "MEM",
    "-t_srs",
    "EPSG:3857",
    ...extent,
    "-r",
    "bilinear",
    "-dstalpha",
  ]);
  const read = (band: number) =>
    warped.bands.get(band).pixels.read(0, 0, 256, 256, new Float64Array(65_536), { data_type: "Float64" });
  const result = { values: read(1), opacity: read(warped.bands.count()) };
  warped.close();
  for (const source of sources) source.close();
  return result;
}

test("a holder chooses among the items of a collection, and gets none that it does not share", async () => {
  const { id, add } = await createMosaic();
  const value = (grey: number) => ({ value: () => grey });
  const [older, newer] = [
    await add("older", value(7), { datetime: "2026-05-01T00:00:00Z" }),
    await add("newer", value(9), { datetime: "2026-06-01T00:00:00Z" }),
  ];
  const { token } = await shareTarget(system, "collection", id, { allow_values: true });
  const { tiles, preview_url } = await holder.call("share.tilejson", { token, password: PASSWORD });
  const { z, x, y } = INSIDE;
  const address = tiles[0].replace("{z}/{x}/{y}.png", `${z}/${x}/${y}.npy`);
  const seen = async (query: string) => {
    const { status, bytes } = await holder.get(`${address}${query}`);
    if (status !== 200) throw new Error(`${query}: ${status}`);
    return valuesIn(bytes);
  };
  expect(await seen("")).toEqual([9]);
  expect(await seen(`?items=${older}`)).toEqual([7]);
  expect(await seen(`?hidden_items=${newer}`)).toEqual([7]);
  expect(await seen("?datetime=../2026-05-31T00:00:00Z")).toEqual([7]);
  const elsewhere = await (await createMosaic()).add("elsewhere", value(1));
  expect(
    (await holder.get(`${tiles[0].replace("{z}/{x}/{y}", `${z}/${x}/${y}`)}?items=${elsewhere}`)).headers.get(
      "x-cache",
    ),
  ).toBe("empty");
  const point = async (choice: object) =>
    (await holder.call("share.point", { token, password: PASSWORD, lon: 15, lat: 45, ...choice })).values[0]
      ?.value;
  expect([await point({}), await point({ items: [older] })]).toEqual([9, 7]);
  const picture = await holder.get(`${preview_url}?items=${older}&width=64&height=64`);
  expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/webp"]);
  for (const mistake of ["datetime=May", `items=${"a,".repeat(200)}`]) {
    expect((await holder.get(`${address}?${mistake}`)).status).toBe(400);
  }
  expect(
    (await holder.try("share.point", { token, password: PASSWORD, lon: 15, lat: 45, datetime: "May" }))
      .status,
  ).toBe(422);
});
