import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { automaticStyle } from "../../../core/styles/render-style.ts";
import { tileAt, tileMercatorBox } from "../../../core/tiles/tile-grid.ts";
import { makeRaster, type RasterRecipe } from "../../../test/golden/make-raster.ts";
import { createScratchMemory } from "../kernels/scratch.ts";
import { inspectRaster } from "./inspect-raster.ts";
import { openRaster } from "./raster-file.ts";
import { readingOf, readTile } from "./read-tile.ts";

const memory = createScratchMemory({ strict: true });
let folder: string;
let counter = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hidden-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const SQUARE: Pick<RasterRecipe, "crs" | "affine" | "width" | "height"> = {
  crs: 4326,
  affine: [10, 0.001, 0, 50, 0, -0.001],
  width: 256,
  height: 256,
};

/** The tile in the middle, where the raster's western half lies left of the tile's middle. */
function middleTile(recipe: RasterRecipe) {
  const file = openRaster(makeRaster(join(folder, `${counter++}.tif`), recipe));
  const info = inspectRaster(memory, file);
  const box = tileMercatorBox(tileAt(10.128, 49.872, 12));
  const { bands, opacity } = readTile(memory, file, box, 256, readingOf(automaticStyle(info), info))!;
  file.close();
  return { info, values: bands[0]!, opacity };
}

describe("an alpha band is opaque where it holds its full value, of whatever type and scale", () => {
  test.each([
    ["Byte", 1],
    ["Byte", 255],
    ["UInt16", 1],
    ["UInt16", 255],
    ["UInt16", 65_535],
    ["Int16", 1],
    ["Int16", 255],
    ["Int16", 32_767],
    ["UInt32", 1],
    ["UInt32", 255],
    ["UInt32", 4_294_967_295],
    ["Int32", 255],
    ["Int32", 2_147_483_647],
    ["Float32", 1],
    ["Float32", 255],
    ["Float32", 65_535],
    ["Float32", 3.4e38],
    ["Float64", 1],
    ["Float64", 255],
  ] as const)("%s of %d", (dataType, full) => {
    const { opacity } = middleTile({
      ...SQUARE,
      dataType,
      bands: 4,
      colors: ["Red", "Green", "Blue", "Alpha"],
      value: (band, column) => (band < 3 ? 100 : column < 128 ? 0 : full),
    });
    expect(new Set(opacity)).toEqual(new Set([0, 255]));
  });

  test("a value between is half transparent, and never wraps around", () => {
    const { opacity } = middleTile({
      ...SQUARE,
      dataType: "Float32",
      bands: 2,
      colors: ["Gray", "Alpha"],
      value: (band, column) => (band === 0 ? 100 : column < 128 ? 252 : 255),
    });
    expect(Math.min(...opacity.filter((value) => value > 0))).toBe(252);
  });
});

test("a mask and a nodata value both hide pixels", () => {
  const { opacity, values } = middleTile({
    ...SQUARE,
    nodata: 7,
    mask: (column) => (column < 150 ? 0 : 255),
    value: (_, __, row) => (row < 128 ? 7 : 200),
  });
  const shown = opacity.filter((value) => value > 0).length;
  expect(shown).toBeGreaterThan(0);
  expect(values.every((value, pixel) => opacity[pixel] === 0 || value === 200)).toBe(true);
  const unmasked = middleTile({ ...SQUARE, nodata: 7, value: (_, __, row) => (row < 128 ? 7 : 200) });
  expect(unmasked.opacity.filter((value) => value > 0).length).toBeGreaterThan(shown);
});

test("signed bytes have their own values, and a nodata value below zero is found", () => {
  const { info, values, opacity } = middleTile({
    ...SQUARE,
    options: ["PIXELTYPE=SIGNEDBYTE"],
    nodata: -128,
    value: (_, column) => (column < 128 ? 128 : 256 - 124),
  });
  expect(info.bands[0]).toMatchObject({
    dataType: "Int8",
    nodata: -128,
    statistics: { min: -124, max: -124 },
  });
  expect(info.warnings).toContainEqual({ code: "signed_bytes", detail: "band 1" });
  expect(new Set(values.filter((_, pixel) => opacity[pixel]! > 0))).toEqual(new Set([-124]));
});

test("nodata that was written as rounded text is found in double precision, too", () => {
  const { info } = middleTile({
    ...SQUARE,
    dataType: "Float64",
    nodata: -1.267_650_6e30,
    value: (_, column) => (column < 128 ? -1.267_650_600_228_229_4e30 : 5),
  });
  expect(info.bands[0]!.statistics).toMatchObject({ min: 5, p2: 5, max: 5 });
});
