import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import gdal from "gdal-async";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tileMercatorBox } from "../../core/tiles/tile-grid.ts";
import { referenceTile } from "../golden/reference.ts";
import { Client, type Answer } from "../support/client.ts";
import { readNpy } from "../support/npy.ts";
import { putRaster, type RasterRecipe } from "../support/rasters.ts";
import { grantedTileUrl, PASSWORD, shareItem, shareTarget, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let holder: Client;
let item: SharedItem;
let folder: string;

/** Four bands of 16 bits whose values tell where they come from; no data in a corner. */
const RECIPE = {
  bands: 4,
  dataType: "UInt16",
  nodata: 0,
  value: (band: number, x: number, y: number) => (x + y < 200 ? 0 : band * 10_000 + x + y),
};

/** A tile over the corner of the raster, with and without data. */
const CORNER = { z: 4, x: 8, y: 5 };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "data-tiles-"));
  system = await startSystem({ pools: ["render"] });
  holder = new Client(system.url);
  item = await shareItem(system, RECIPE, { allow_values: true, profiles: "all" });
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true });
});

const render = (input: Record<string, unknown>) =>
  holder.try("share.tile.render", { token: item.token, password: PASSWORD, ...item.tile, ...input });

const words = (plane: Buffer) => new Uint16Array(plane.buffer, plane.byteOffset, plane.length / 2);

function openTif(answer: Answer, name: string): gdal.Dataset {
  const path = join(folder, name);
  writeFileSync(path, answer.bytes);
  return gdal.open(path, "r", ["GTiff"]);
}

const locationOf = () => join(system.storeFolder, "scenes", `${item.projectId}.tif`);

describe("a tile as npy", () => {
  test("is bands and a mask with gdalwarp's own values", async () => {
    const answer = await render({ format: "npy", ...CORNER });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/x-npy");
    const { type, shape, plane } = readNpy(answer.bytes);
    expect([type, shape]).toEqual(["<u2", [5, 256, 256]]);
    const reference = referenceTile(locationOf(), CORNER, { size: 256, resampling: "bilinear" });
    for (const [band, expected] of reference.bands.entries()) {
      const values = words(plane(band));
      let worst = 0;
      for (const [pixel, value] of values.entries()) {
        if (reference.opacity[pixel] === 0) continue;
        worst = Math.max(worst, Math.abs(value - expected[pixel]!));
      }
      expect(worst).toBeLessThanOrEqual(1);
    }
    const mask = words(plane(4));
    expect(new Set(mask)).toEqual(new Set([0, 255]));
    const differing = mask.filter((value, pixel) => value > 0 !== reference.opacity[pixel]! > 0).length;
    expect(differing / mask.length).toBeLessThan(0.001);
  });

  test("of a profile holds its calculation, unstretched, in floats", async () => {
    await system.client.call("visualization.profile.create", {
      item_id: item.itemId,
      name: "ndvi",
      type: "expression",
      config: { expression: "(b4-b1)/(b4+b1)", colormap: "rdylgn", rescale: [0, 1] },
    });
    const answer = await render({ format: "npy", profile: "ndvi" });
    const { type, shape, plane } = readNpy(answer.bytes);
    expect([type, shape]).toEqual(["<f4", [2, 256, 256]]);
    const { bands } = referenceTile(locationOf(), item.tile, { size: 256, resampling: "bilinear" });
    const middle = 128 * 256 + 128;
    const [one, four] = [bands[0]![middle]!, bands[3]![middle]!];
    expect(plane(0).readFloatLE(middle * 4)).toBeCloseTo((four - one) / (four + one), 3);
  });

  test("outside the footprint is as many bands of no data", async () => {
    const answer = await render({ format: "npy", z: 6, x: 0, y: 0 });
    expect([answer.status, answer.headers.get("x-cache")]).toEqual([200, "empty"]);
    const { type, shape, plane } = readNpy(answer.bytes);
    expect([type, shape]).toEqual(["<u2", [5, 256, 256]]);
    expect(words(plane(4)).every((value) => value === 0)).toBe(true);
  });

  const python = spawnSync("python3", ["-c", "import numpy"]).status === 0;
  test.skipIf(!python)("is what NumPy loads (needs python3 with numpy)", async () => {
    const path = join(folder, "tile.npy");
    writeFileSync(path, (await render({ format: "npy" })).bytes);
    const script = `import numpy as n; a = n.load("${path}"); print(a.dtype, a.shape, a[3, 128, 128] - a[0, 128, 128])`;
    expect(execFileSync("python3", ["-c", script], { encoding: "utf8" }).trim()).toBe(
      "uint16 (5, 256, 256) 30000",
    );
  });
});

describe("a tile as tif", () => {
  test("is a GeoTIFF in EPSG:3857 with the values, type and nodata of the file", async () => {
    const answer = await render({ format: "tif" });
    expect(answer.headers.get("content-type")).toBe("image/tiff; application=geotiff");
    const dataset = openTif(answer, "tile.tif");
    const [west, , east, north] = tileMercatorBox(item.tile);
    const pixel = (east - west) / 256;
    expect(dataset.rasterSize).toEqual({ x: 256, y: 256 });
    expect(dataset.srs!.getAuthorityCode(null)).toBe("3857");
    for (const [index, expected] of [west, pixel, 0, north, 0, -pixel].entries())
      expect(dataset.geoTransform![index]).toBeCloseTo(expected, 6);
    expect(dataset.bands.count()).toBe(4);
    const { plane } = readNpy((await render({ format: "npy" })).bytes);
    dataset.bands.forEach((band, index) => {
      expect([band.dataType, band.noDataValue]).toEqual(["UInt16", 0]);
      const values = band.pixels.read(0, 0, 256, 256, new Uint16Array(256 * 256));
      expect(Buffer.from(values.buffer).equals(plane(index - 1))).toBe(true);
    });
    dataset.close();
  });

  test("without a nodata value carries a mask, and by GET comes twice as large", async () => {
    const own = await shareItem(system, { value: (band, x) => band * 50 + (x % 50) }, { allow_values: true });
    const url = (await grantedTileUrl(system, own.token, { z: 3, x: 4, y: 2 })).replace(".png", "@2x.tif");
    const dataset = openTif(await holder.get(url), "masked.tif");
    expect(dataset.rasterSize.x).toBe(512);
    const band = dataset.bands.get(1);
    expect([band.dataType, band.noDataValue]).toEqual(["Byte", null]);
    const mask = band.getMaskBand()!.pixels.read(0, 0, 512, 512, new Uint8Array(512 * 512));
    const values = band.pixels.read(0, 0, 512, 512, new Uint8Array(512 * 512));
    expect(new Set(mask)).toEqual(new Set([0, 255]));
    expect(
      values.every((value, pixel) => (mask[pixel] === 255 ? value >= 50 && value < 100 : value === 0)),
    ).toBe(true);
    dataset.close();
  });

  test("for its owner follows the drawing of the request", async () => {
    const answer = await system.client.try("items.tile.render", {
      item_id: item.itemId,
      ...item.tile,
      format: "tif",
      bands: "4",
      rescale: "0,1",
    });
    const dataset = openTif(answer, "owner.tif");
    expect(dataset.bands.count()).toBe(1);
    expect(dataset.bands.get(1).pixels.get(128, 128)).toBeGreaterThan(40_000);
    dataset.close();
  });
});

test("a mosaic as data fills what the upper item leaves open, and needs the same bands in all items", async () => {
  const { id: project_id } = await system.client.call("projects.create", { name: "Data mosaic" });
  const { id: collection_id } = await system.client.call("collections.create", { project_id, name: "m" });
  const add = async (name: string, recipe: RasterRecipe, datetime: string) => {
    const href = await putRaster(system.storeFolder, `data-mosaic/${name}.tif`, recipe);
    const assets = { visual: { href } };
    const item = { project_id, collection_id, type: "user_raster", name, datetime, assets };
    await system.client.call("items.create", item);
  };
  await add("upper", { bands: 1, nodata: 0, value: (_, x) => (x < 256 ? 7 : 0) }, "2024-01-01T00:00:00Z");
  await add("lower", { bands: 1, value: () => 9 }, "2020-01-01T00:00:00Z");
  const { token } = await shareTarget(system, "collection", collection_id, {
    allow_values: true,
    profiles: "all",
  });
  const tile = () =>
    holder.try("share.tile.render", { token, password: PASSWORD, z: 5, x: 17, y: 11, format: "npy" });
  const { shape, plane } = readNpy((await tile()).bytes);
  expect(shape).toEqual([2, 256, 256]);
  const mask = plane(1);
  const values = plane(0).filter((_, pixel) => mask[pixel] === 255);
  expect(new Set(values)).toEqual(new Set([7, 9]));
  await add("other", { bands: 3, value: () => 9 }, "2010-01-01T00:00:00Z");
  const refused = await tile();
  expect(refused.status).toBe(422);
  expect(refused.json.detail[0].loc).toEqual(["body", "format"]);
});
