import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { makeRaster } from "../../../test/golden/make-raster.ts";
import { createDatasetPool } from "./dataset-pool.ts";

const folder = mkdtempSync(join(tmpdir(), "dataset-pool-"));
afterAll(() => rmSync(folder, { recursive: true }));

const recipe = {
  crs: 3857,
  affine: [0, 100, 0, 0, 0, -100] as [number, number, number, number, number, number],
  width: 64,
  height: 64,
  value: (_band: number, x: number) => x,
};
const sources = ["a", "b", "c"].map((name) => ({
  version: "1",
  location: makeRaster(join(folder, `${name}.tif`), recipe),
}));

function openPool(filesMax: number, bytesMax?: number) {
  const pool = createDatasetPool(filesMax, bytesMax);
  onTestFinished(() => pool.close());
  return pool;
}

/** What one of the rasters holds while it is open. */
const held = () => openPool(1).get(sources[0]!).decoderBytes;

test("closes the raster that was used least recently when there are too many", () => {
  const pool = openPool(2);
  const [a, b] = sources.map((source) => pool.get(source));
  expect(pool.size).toBe(2);
  expect(pool.get(sources[1]!)).toBe(b);
  expect(pool.get(sources[0]!)).not.toBe(a);
});

test("closes rasters that hold too much together, and keeps the one in use whatever it holds", () => {
  const bytes = held();
  expect(bytes).toBeGreaterThan(0);
  const two = openPool(10, 2 * bytes);
  for (const source of sources) two.get(source);
  expect(two.size).toBe(2);
  const none = openPool(10, bytes - 1);
  for (const source of sources) expect(none.get(source).levels[0]).toEqual({ width: 64, height: 64 });
  expect(none.size).toBe(1);
});

test("another version takes the place of the former one, and its bytes with it", () => {
  const bytes = held();
  const pool = openPool(10, 2 * bytes);
  for (const version of ["1", "2", "3", "4"]) pool.get({ ...sources[0]!, version });
  pool.get(sources[1]!);
  expect(pool.size).toBe(2);
});
