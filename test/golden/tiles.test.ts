import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { automaticStyle } from "../../core/styles/render-style.ts";
import { createGdalEngine } from "../../workers/render/engine/gdal-engine.ts";
import { makeRaster } from "./make-raster.ts";
import { GOLDEN_CASES, type GoldenCase } from "./recipes.ts";
import { rendition } from "../../core/tiles/tile-spec.ts";

/**
 * Set GOLDEN_BLESS=1 to accept the current pictures as references; look at the difference before committing.
 */
const bless = process.env.GOLDEN_BLESS === "1";

/**
 * Another GDAL or PROJ version may round coordinates differently: limits for a single pixel, and for the
 * average.
 */
const PIXEL_DIFFERENCE_MAX = 24;
const MEAN_DIFFERENCE_MAX = 0.2;

const pictures = fileURLToPath(new URL("./tiles", import.meta.url));
let folder: string;
const engine = createGdalEngine({ filesMax: 4, strictScratch: true });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "golden-"));
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

test.each(Object.entries<GoldenCase>(GOLDEN_CASES))("%s looks as it did", async (name, { recipe, tile }) => {
  const location = makeRaster(join(folder, `${name}.tif`), recipe);
  const source = { assetId: name, version: "1", location };
  const info = await engine.inspect(source);
  const layers = [{ source, info, style: automaticStyle(info) }];
  const [rendered] = await engine.renderBlock({
    layers,
    z: tile.z,
    tiles: [tile],
    rendition: rendition({ format: "png" }),
  });
  const path = join(pictures, `${name}.png`);
  if (bless) writeFileSync(path, rendered!.bytes);
  expect(existsSync(path), `no picture ${path}: run with GOLDEN_BLESS=1`).toBe(true);
  const [ours, kept] = await Promise.all([pixelsOf(rendered!.bytes), pixelsOf(readFileSync(path))]);
  let [worst, sum] = [0, 0];
  for (const [index, value] of ours.entries()) {
    const difference = Math.abs(value - kept[index]!);
    worst = Math.max(worst, difference);
    sum += difference;
  }
  expect(sum / ours.length).toBeLessThanOrEqual(MEAN_DIFFERENCE_MAX);
  expect(worst).toBeLessThanOrEqual(PIXEL_DIFFERENCE_MAX);
});

function pixelsOf(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes).ensureAlpha().raw().toBuffer();
}
