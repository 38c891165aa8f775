import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { profileStyle } from "../../core/styles/profile.ts";
import { automaticStyle, type Algorithm } from "../../core/styles/render-style.ts";
import type { TileFormat } from "../../core/tiles/tile-format.ts";
import { mercatorToLat, tileAt, tileMercatorBox } from "../../core/tiles/tile-grid.ts";
import type { RenderLayer } from "../../workers/render/engine/render-engine.ts";
import { gdal } from "../../workers/render/engine/configure-gdal.ts";
import { createGdalEngine } from "../../workers/render/engine/gdal-engine.ts";
import { readNpy } from "../support/npy.ts";
import { makeRaster } from "./make-raster.ts";
import { rendition } from "../../core/tiles/tile-spec.ts";

/** Hills of some hundred metres, partly below the sea, in pixels of 10 m. */
const DEM = {
  crs: 32633,
  affine: [400_000, 10, 0, 5_400_000, 0, -10],
  width: 1500,
  height: 1500,
  dataType: "Float32",
  value: (_: number, x: number, y: number) =>
    400 + 450 * Math.sin(x / 90) * Math.cos(y / 70) + 60 * Math.sin((x + 2 * y) / 23),
} as const;
const TILE = tileAt(13.73, 48.69, 13);
const SIDE = 258;

const engine = createGdalEngine({ filesMax: 2, strictScratch: true });
let folder: string;
let location: string;
let layer: RenderLayer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "terrain-"));
  location = makeRaster(join(folder, "dem.tif"), DEM);
  const source = { assetId: "dem", version: "1", location };
  const info = await engine.inspect(source);
  layer = { source, info, style: automaticStyle(info) };
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

async function render(algorithm: Algorithm, format: TileFormat): Promise<Buffer> {
  const drawn = { ...layer, style: { ...layer.style, algorithm } };
  const request = { layers: [drawn], z: TILE.z, tiles: [TILE], rendition: rendition({ format }) };
  const [tile] = await engine.renderBlock(request);
  expect(tile!.empty).toBe(false);
  return tile!.bytes;
}

const pixelsOf = (png: Buffer) => sharp(png).ensureAlpha().raw().toBuffer();

/** The tile's heights and one pixel around them, by gdalwarp. */
function warpHeights(): gdal.Dataset {
  const [west, south, east, north] = tileMercatorBox(TILE);
  const pixel = (east - west) / 256;
  const extent = [west - pixel, south - pixel, east + pixel, north + pixel];
  const source = gdal.open(location);
  const options = ["-of", "MEM", "-t_srs", "EPSG:3857", "-r", "bilinear", "-ts", `${SIDE}`, `${SIDE}`];
  return gdal.warp("/vsimem/heights", null, [source], [...options, "-te", ...extent.map(String)]);
}

/** What gdaldem makes of the heights, without the border; ground distances are those at the tile's middle. */
function gdaldem(mode: "hillshade" | "slope", options: readonly string[]): Float64Array {
  const [, south, , north] = tileMercatorBox(TILE);
  const shrink = Math.cos((mercatorToLat((south + north) / 2) * Math.PI) / 180);
  const heights = warpHeights();
  const made = gdal.dem("/vsimem/gdaldem", heights, mode, ["-of", "MEM", "-s", `${shrink}`, ...options]);
  return readInner(made);
}

function readInner(dataset: gdal.Dataset): Float64Array {
  return dataset.bands
    .get(1)
    .pixels.read(1, 1, 256, 256, new Float64Array(256 * 256), { data_type: "Float64" });
}

function worstDifference(ours: (pixel: number) => number, theirs: Float64Array): number {
  return theirs.reduce((worst, value, pixel) => Math.max(worst, Math.abs(value - ours(pixel))), 0);
}

describe("terrain is drawn as gdaldem draws it", () => {
  test.each([
    ["by default", { azimuth: 315, altitude: 45, z_factor: 1 }, []],
    ["from elsewhere", { azimuth: 90, altitude: 30, z_factor: 2 }, ["-az", "90", "-alt", "30", "-z", "2"]],
  ])("hillshade, lit %s", async (_name, light, options) => {
    const ours = await pixelsOf(await render({ name: "hillshade", ...light }, "png"));
    // gdaldem keeps 0 for no data: it counts light from 1 to 255.
    const theirs = gdaldem("hillshade", options).map((value) => ((value - 1) / 254) * 255);
    expect(worstDifference((pixel) => ours[pixel * 4]!, theirs)).toBeLessThanOrEqual(2);
  });

  test("slope, in degrees", async () => {
    const { plane } = readNpy(await render({ name: "slope" }, "npy"));
    const ours = plane(0);
    const theirs = gdaldem("slope", []);
    expect(Math.max(...theirs)).toBeGreaterThan(30);
    expect(worstDifference((pixel) => ours.readFloatLE(pixel * 4), theirs)).toBeLessThan(0.1);
  });
});

test("a relief has the colours of its heights, darker in the shade and lighter in the sun", async () => {
  const light = { azimuth: 315, altitude: 45, z_factor: 1 };
  const grey: [number, number, number, number] = [128, 128, 128, 255];
  const color = { kind: "ramp" as const, stops: [0, 1].map((at) => [at, grey] as [number, typeof grey]) };
  const style = { ...layer.style, color, algorithm: { name: "relief" as const, ...light } };
  const request = { z: TILE.z, tiles: [TILE], rendition: rendition({ format: "png" }) };
  const [tile] = await engine.renderBlock({ ...request, layers: [{ ...layer, style }] });
  const relief = await pixelsOf(tile!.bytes);
  const shade = await pixelsOf(await render({ name: "hillshade", ...light }, "png"));
  const plain = 255 * Math.SQRT1_2;
  const ofPixels = (matches: (shade: number) => boolean) =>
    Array.from({ length: 256 * 256 }, (_, pixel) => pixel * 4)
      .filter((at) => matches(shade[at]!))
      .map((at) => relief[at]!);
  expect(Math.max(...ofPixels((value) => value < plain - 3))).toBeLessThanOrEqual(128);
  expect(Math.min(...ofPixels((value) => value > plain + 3))).toBeGreaterThanOrEqual(128);
  expect(Math.min(...relief.filter((_, at) => at % 4 === 3))).toBe(255);
});

describe("heights for browsers decode to the metres they were", () => {
  test.each([
    ["terrain-rgb", 0.051, (r: number, g: number, b: number) => -10_000 + (r * 65_536 + g * 256 + b) * 0.1],
    ["terrarium", 0.003, (r: number, g: number, b: number) => r * 256 + g + b / 256 - 32_768],
  ] as const)("%s, to %d m", async (name, tolerance, decode) => {
    const rgba = await pixelsOf(await render({ name }, "png"));
    const theirs = readInner(warpHeights());
    expect(Math.min(...theirs)).toBeLessThan(0);
    const ours = (pixel: number) => decode(rgba[pixel * 4]!, rgba[pixel * 4 + 1]!, rgba[pixel * 4 + 2]!);
    // Resampled by straight pieces here and there, heights agree to a few centimetres on slopes.
    expect(worstDifference(ours, theirs)).toBeLessThan(tolerance + 0.25);
    const sum = theirs.reduce((total, value, pixel) => total + Math.abs(value - ours(pixel)), 0);
    expect(sum / theirs.length).toBeLessThan(tolerance);
  });
});

test("heights stored as whole numbers with a scale and an offset are metres all the same", async () => {
  const stored = makeRaster(join(folder, "scaled.tif"), {
    ...DEM,
    dataType: "Int16",
    scale: 0.1,
    offset: 500,
    value: (band, x, y) => (DEM.value(band, x, y) - 500) * 10,
  });
  const source = { assetId: "scaled", version: "1", location: stored };
  const info = await engine.inspect(source);
  const style = { ...automaticStyle(info), algorithm: { name: "terrarium" } as const };
  const request = {
    layers: [{ source, info, style }],
    z: TILE.z,
    tiles: [TILE],
    rendition: rendition({ format: "png" }),
  };
  const [tile] = await engine.renderBlock(request);
  const scaled = await pixelsOf(tile!.bytes);
  const plain = await pixelsOf(await render({ name: "terrarium" }, "png"));
  const metres = (rgba: Buffer, pixel: number) =>
    rgba[pixel * 4]! * 256 + rgba[pixel * 4 + 1]! + rgba[pixel * 4 + 2]! / 256;
  for (let pixel = 0; pixel < 256 * 256; pixel += 101)
    expect(Math.abs(metres(scaled, pixel) - metres(plain, pixel))).toBeLessThan(0.2);
  const config = { rescale: [0, 900], colormap: "viridis" };
  const draw = async (drawn: RenderLayer) =>
    pixelsOf((await engine.renderBlock({ ...request, layers: [drawn] }))[0]!.bytes);
  const real = await draw({
    source,
    info,
    style: profileStyle("singleband", { ...config, unscale: true }, info),
  });
  const asFloats = await draw({ ...layer, style: profileStyle("singleband", config, layer.info) });
  expect(real.every((byte, index) => Math.abs(byte - asFloats[index]!) <= 2)).toBe(true);
});

test("a contour runs exactly where a multiple of its interval lies between neighbours", async () => {
  const rgba = await pixelsOf(
    await render({ name: "contours", interval: 50, color: [91, 70, 54, 255] }, "png"),
  );
  const heights = warpHeights()
    .bands.get(1)
    .pixels.read(0, 0, SIDE, SIDE, new Float64Array(SIDE * SIDE), {
      data_type: "Float64",
    });
  const step = (column: number, row: number) => Math.floor(heights[(row + 1) * SIDE + column + 1]! / 50);
  let [drawn, differing] = [0, 0];
  for (let pixel = 0; pixel < 256 * 256; pixel++) {
    const [column, row] = [pixel % 256, pixel >> 8];
    const here = step(column, row);
    const expected = here !== step(column + 1, row) || here !== step(column, row + 1);
    const isDrawn = rgba[pixel * 4 + 3] === 255;
    if (isDrawn) drawn += 1;
    if (isDrawn !== expected) differing += 1;
  }
  expect(drawn).toBeGreaterThan(2_000);
  expect(differing / drawn).toBeLessThan(0.02);
});
