import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openObjectStore } from "../../storage/object-store/open-object-store.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { makeRaster, type RasterRecipe } from "../../test/golden/make-raster.ts";
import { directoryBytes, headerBytes, rasterEntries, type Entry } from "../../test/support/tiff-bytes.ts";
import { checkStructure } from "./check-structure.ts";
import { openRaster } from "./engine/raster-file.ts";

let folder: string;
let store: ObjectStore;

const openStore = (root: string) =>
  openObjectStore({ OBJECT_STORE_URL: `file://${root}`, S3_REGION: "us-east-1", S3_FORCE_PATH_STYLE: false });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "structure-"));
  store = await openStore(folder);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const SOUND: RasterRecipe = {
  crs: 3857,
  affine: [1_000_000, 100, 0, 6_000_000, 0, -100],
  width: 300,
  height: 200,
  bands: 3,
  value: (band, x, y) => (x * (band + 1) + y) % 256,
};

const LAYOUTS = [[], ["TILED=YES"], ["TILED=YES", "INTERLEAVE=BAND"], ["INTERLEAVE=BAND", "BLOCKYSIZE=7"]];
const CODINGS = [
  [],
  ["COMPRESS=DEFLATE", "PREDICTOR=2"],
  ["COMPRESS=LZW"],
  ["COMPRESS=ZSTD"],
  ["COMPRESS=JPEG"],
  ["COMPRESS=LERC"],
  ["COMPRESS=PACKBITS"],
];
const FORMS = [[], ["BIGTIFF=YES"], ["ENDIANNESS=BIG"], ["BIGTIFF=YES", "ENDIANNESS=BIG"]];
const EXTRAS: Partial<RasterRecipe>[] = [
  {},
  { overviews: [2, 4] },
  { patch: { left: 0, top: 0, width: 20, height: 20 }, bands: 1 },
];

const FILES = LAYOUTS.flatMap((layout, row) =>
  CODINGS.map((coding, column) => ({
    options: [...layout, ...coding, ...(FORMS[(row + column) % FORMS.length] ?? []), "SPARSE_OK=TRUE"],
    extra: EXTRAS[(row + column) % EXTRAS.length],
  })),
);

test("every form in which GDAL writes a raster is sound", { timeout: 60_000 }, async () => {
  for (const { options, extra } of FILES) {
    makeRaster(join(folder, "form.tif"), { ...SOUND, ...extra, options });
    await expect(checkStructure(store, "form.tif"), options.join(" ")).resolves.toBeUndefined();
  }
  const mask = (column: number) => (column > 100 ? 255 : 0);
  makeRaster(join(folder, "form.tif"), { ...SOUND, mask, overviews: [2] });
  await expect(checkStructure(store, "form.tif")).resolves.toBeUndefined();
});

test("GDAL's own view of an interleaved block counts all its bands", () => {
  const path = join(folder, "inflates.tif");
  const tiles: Record<number, Entry> = {
    277: [277, 3, 1, 30],
    322: [322, 4, 1, 8192],
    323: [323, 4, 1, 8192],
    324: [324, 4, 1, 0],
    325: [325, 4, 1, 0],
  };
  writeFileSync(path, Buffer.concat([headerBytes(), directoryBytes(rasterEntries(0, tiles), 0)]));
  expect(() => openRaster(path)).toThrow(/8192 x 8192 pixels of 30 bands \(1920 MiB\)/);
});

const REAL = ["data", "cases/rasters"].flatMap((name) => {
  const root = fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url));
  if (!existsSync(root)) return [];
  return readdirSync(root).flatMap((file) => (/\.tiff?$/.test(file) ? [{ root, file }] : []));
});

describe.skipIf(REAL.length === 0)("real files (needs ../shared)", () => {
  test.each(REAL)("$file is sound, or says how many bytes are missing", async ({ root, file }) => {
    const real = await openStore(root);
    const check = checkStructure(real, file);
    if (file.includes("_trunc_")) {
      await expect(check).rejects.toThrow(
        `The file ends 784760 bytes too early: it has ${statSync(join(root, file)).size} bytes`,
      );
    } else {
      await expect(check).resolves.toBeUndefined();
    }
    await real.close();
  });
});
