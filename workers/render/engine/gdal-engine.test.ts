import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { automaticStyle, type RenderStyle } from "../../../core/styles/render-style.ts";
import { tileAt, type TileAddress } from "../../../core/tiles/tile-grid.ts";
import type { TileFormat, TileSize } from "../../../core/tiles/tile-format.ts";
import { makeRaster, type RasterRecipe } from "../../../test/golden/make-raster.ts";
import type { RenderEngine } from "./render-engine.ts";
import { gdal } from "./configure-gdal.ts";
import { RasterRefused } from "../errors.ts";
import { createGdalEngine } from "./gdal-engine.ts";
import { rendition } from "../../../core/tiles/tile-spec.ts";

let folder: string;
let engine: RenderEngine;
let counter = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "render-"));
  engine = createGdalEngine({ filesMax: 4, strictScratch: true });
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const sourceOf = (location: string) => ({ assetId: location, version: "1", location });
const make = (recipe: RasterRecipe) => sourceOf(makeRaster(join(folder, `${counter++}.tif`), recipe));

/** 1 km pixels around 12° east, 48° north. */
const MUNICH: Pick<RasterRecipe, "crs" | "affine" | "width" | "height"> = {
  crs: 32633,
  affine: [200_000, 1000, 0, 5_400_000, 0, -1000],
  width: 200,
  height: 200,
};

interface Drawn {
  empty: boolean;
  width: number;
  format: string | undefined;
  at(x: number, y: number): number[];
}

async function draw(
  recipes: readonly ReturnType<typeof make>[],
  tile: TileAddress,
  options: { size?: TileSize; format?: TileFormat; style?: Partial<RenderStyle> } = {},
): Promise<Drawn> {
  const { size = 256, format = "png" } = options;
  const layers = await Promise.all(
    recipes.map(async (source) => {
      const info = await engine.inspect(source);
      return { source, info, style: { ...automaticStyle(info), ...options.style } };
    }),
  );
  const [rendered] = await engine.renderBlock({
    layers,
    z: tile.z,
    tiles: [tile],
    rendition: rendition({ size, format }),
  });
  if (rendered!.empty) return { empty: true, width: 0, format: undefined, at: () => [] };
  const { data, info } = await sharp(rendered!.bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    empty: false,
    width: info.width,
    format: (await sharp(rendered!.bytes).metadata()).format,
    at: (x, y) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)],
  };
}

describe("an inspection", () => {
  test("says size, CRS, bands, footprint and zooms", async () => {
    const info = await engine.inspect(
      make({
        ...MUNICH,
        bands: 3,
        colors: ["Red", "Green", "Blue"],
        value: (band, x, y) => band * 50 + ((x + y) % 50),
      }),
    );
    expect(info).toMatchObject({
      driver: "GTiff",
      width: 200,
      height: 200,
      crs: "EPSG:32633",
      hasAlpha: false,
    });
    expect(info.bands.map((band) => band.colorInterpretation)).toEqual(["Red", "Green", "Blue"]);
    expect(info.bands[1]!.statistics).toMatchObject({ min: 50, max: 99 });
    const [west, south, east, north] = info.footprint[0]!;
    expect(info.footprint).toHaveLength(1);
    expect(west).toBeCloseTo(10.92, 1);
    expect(south).toBeCloseTo(46.85, 1);
    expect(east).toBeCloseTo(13.65, 1);
    expect(north).toBeCloseTo(48.75, 1);
    expect([info.zoomMin, info.zoomMax]).toEqual([7, 7]);
  });

  test("puts a raster over the antimeridian into two boxes, by UTM and by longitudes of 0 to 360", async () => {
    const utm = await engine.inspect(
      make({
        crs: 32660,
        affine: [600_000, 1000, 0, 6_000_000, 0, -1000],
        width: 400,
        height: 100,
        value: () => 1,
      }),
    );
    expect(utm.footprint).toHaveLength(2);
    expect(utm.footprint[0]![2]).toBe(180);
    expect(utm.footprint[1]![0]).toBe(-180);
    const degrees = await engine.inspect(
      make({ crs: 4326, affine: [170, 0.1, 0, 10, 0, -0.1], width: 300, height: 100, value: () => 1 }),
    );
    expect(degrees.footprint).toEqual([
      [170, 0, 180, 10],
      [-180, 0, -160, 10],
    ]);
  });
});

describe("rasters that cannot be served are refused with one clear line", () => {
  const refusal = async (source: ReturnType<typeof make>) => {
    const error: unknown = await engine.inspect(source).then(
      () => undefined,
      (failure: unknown) => failure,
    );
    expect(error).toBeInstanceOf(RasterRefused);
    return error as RasterRefused;
  };

  test("a file without georeference", async () => {
    const { code, message } = await refusal(make({ width: 10, height: 10, value: () => 1 }));
    expect(code).toBe("no_georeference");
    expect(message.split("\n")).toHaveLength(1);
  });

  test("a file without CRS", async () => {
    const bare = make({ width: 10, height: 10, affine: [5, 1, 0, 5, 0, -1], value: () => 1 });
    expect((await refusal(bare)).code).toBe("no_georeference");
  });

  test("a file that is no GeoTIFF, whatever its name", async () => {
    const location = join(folder, "text.tif");
    writeFileSync(location, "<VRTDataset rasterXSize='1' rasterYSize='1'/>");
    expect((await refusal(sourceOf(location))).code).toBe("unreadable");
    expect((await refusal(sourceOf(join(folder, "missing.tif")))).code).toBe("unreadable");
  });

  test("a file placed by ground control points only", async () => {
    const points = make({ width: 10, height: 10, value: () => 1 });
    const dataset = gdal.open(points.location, "r+");
    const corners = [
      [0, 0, 10, 50],
      [10, 0, 11, 50],
      [0, 10, 10, 49],
      [10, 10, 11, 49],
    ] as const;
    const gcps = corners.map(([dfGCPPixel, dfGCPLine, dfGCPX, dfGCPY], index) => ({
      pszId: `${index}`,
      pszInfo: "",
      dfGCPPixel,
      dfGCPLine,
      dfGCPX,
      dfGCPY,
      dfGCPZ: 0,
    }));
    dataset.setGCPs(gcps, gdal.SpatialReference.fromEPSG(4326).toWKT());
    dataset.close();
    const { code, message } = await refusal(points);
    expect(code).toBe("gcp_only");
    expect(message).toContain("gdalwarp");
  });

  test("a compression that this GDAL was built without", async () => {
    const { location } = make({ ...MUNICH, value: () => 1 });
    const bytes = readFileSync(location);
    const directory = bytes.readUInt32LE(4);
    for (let entry = 0; entry < bytes.readUInt16LE(directory); entry++) {
      const at = directory + 2 + entry * 12;
      // The tag of the compression, and the code of JPEG XL.
      if (bytes.readUInt16LE(at) === 259) bytes.writeUInt16LE(50_002, at + 8);
    }
    writeFileSync(location, bytes);
    const { code, message } = await refusal(sourceOf(location));
    // A build that knows JPEG XL opens the file and finds none in it.
    expect(["unsupported_compression", "unreadable"]).toContain(code);
    if (code === "unsupported_compression") expect(message).toContain("DEFLATE");
  });

  test("JPEG of 12 bits, where GDAL was built without it", async () => {
    const { location } = make({ ...MUNICH, value: () => 7, options: ["COMPRESS=JPEG", "TILED=YES"] });
    const bytes = readFileSync(location);
    const directory = bytes.readUInt32LE(4);
    for (let entry = 0; entry < bytes.readUInt16LE(directory); entry++) {
      const at = directory + 2 + entry * 12;
      // The tag of the bits per sample.
      if (bytes.readUInt16LE(at) === 258) bytes.writeUInt16LE(12, at + 8);
    }
    writeFileSync(location, bytes);
    const { code, message } = await refusal(sourceOf(location));
    // A build that knows 12 bits finds that the blocks have 8.
    expect(["unsupported_compression", "unreadable"]).toContain(code);
    if (code === "unsupported_compression") expect(message).toContain("JPEG of 12 bits");
  });

  test("complex numbers, which a preparation makes magnitudes of", async () => {
    const complex = make({ ...MUNICH, width: 4, height: 4, dataType: "CFloat32", value: () => 1 });
    expect((await refusal(complex)).code).toBe("complex_numbers");
  });

  test("a single block too large to be decoded", async () => {
    const strip = make({
      ...MUNICH,
      width: 4112,
      height: 4112,
      dataType: "Float64",
      value: () => 0,
      options: ["TILED=YES", "BLOCKXSIZE=4112", "BLOCKYSIZE=4112", "COMPRESS=DEFLATE", "SPARSE_OK=TRUE"],
    });
    expect((await refusal(strip)).code).toBe("block_too_large");
  }, 60_000);

  test("a style that names a band the raster does not have", async () => {
    const source = make({ ...MUNICH, value: () => 1 });
    await expect(draw([source], tileAt(12, 48, 7), { style: { bands: [3] } })).rejects.toThrow("band 3");
  });
});

describe("tiles", () => {
  const tile = tileAt(12.2, 47.8, 8);

  test("hold colours as they are, in every format and size", async () => {
    const source = make({ ...MUNICH, bands: 3, value: (band) => [200, 100, 50][band]! });
    for (const format of ["png", "webp", "jpg"] as const) {
      for (const size of [256, 512] as const) {
        const drawn = await draw([source], tile, { format, size });
        expect(drawn.width).toBe(size);
        expect(drawn.format).toBe(format === "jpg" ? "jpeg" : format);
        const [red, green, blue, opacity] = drawn.at(size / 2, size / 2);
        expect(Math.abs(red! - 200) + Math.abs(green! - 100) + Math.abs(blue! - 50)).toBeLessThan(9);
        expect(opacity).toBe(255);
      }
    }
  });

  test("beside the raster are empty, without bytes", async () => {
    const source = make({ ...MUNICH, value: () => 7 });
    const far = tileAt(-60, 10, 8);
    const info = await engine.inspect(source);
    const layers = [{ source, info, style: automaticStyle(info) }];
    for (const format of ["png", "jpg", "npy"] as const) {
      const request = { layers, z: far.z, tiles: [far], rendition: rendition({ format }) };
      const [tile] = await engine.renderBlock(request);
      expect(tile).toEqual({ x: far.x, y: far.y, empty: true, bytes: Buffer.alloc(0) });
    }
  });

  test("have no dark fringe where nodata meets data", async () => {
    const source = make({
      ...MUNICH,
      bands: 3,
      nodata: 0,
      overviews: [2, 4],
      value: (_, x, y) => (Math.hypot(x - 100, y - 100) < 60 ? 200 : 0),
    });
    for (const z of [5, 6, 7, 8, 10]) {
      const drawn = await draw([source], tileAt(11.8, 47.7, z));
      for (let pixel = 0; pixel < 256 * 256; pixel++) {
        const [red, , , opacity] = drawn.at(pixel % 256, Math.floor(pixel / 256));
        if (opacity! > 0) expect(red).toBe(200);
      }
    }
  });

  test("draw classes of a palette unblended, and a palette's nodata not at all", async () => {
    const source = make({
      ...MUNICH,
      nodata: 0,
      palette: [
        [0, 0, 0, 255],
        [255, 0, 0, 255],
        [0, 0, 255, 255],
      ],
      value: (_, x) => (x < 66 ? 0 : x < 133 ? 1 : 2),
    });
    const drawn = await draw([source], tileAt(12, 47.8, 6));
    const seen = new Set<string>();
    for (let x = 0; x < 256; x++) for (let y = 0; y < 256; y++) seen.add(drawn.at(x, y).join());
    expect([...seen].sort()).toEqual(["0,0,0,0", "0,0,255,255", "255,0,0,255"]);
  });

  test("follow a mask band and an alpha band", async () => {
    const half = (x: number) => (x < 100 ? 255 : 0);
    const masked = make({ ...MUNICH, bands: 3, value: () => 90, mask: half });
    const alpha = make({
      ...MUNICH,
      bands: 4,
      colors: ["Red", "Green", "Blue", "Alpha"],
      value: (band, x) => (band === 3 ? half(x) : 90),
      options: ["ALPHA=YES", "PHOTOMETRIC=RGB", "TILED=YES"],
    });
    for (const source of [masked, alpha]) {
      const drawn = await draw([source], tileAt(12.2, 47.8, 6));
      let opaque = 0;
      for (let x = 0; x < 256; x++) for (let y = 0; y < 256; y++) if (drawn.at(x, y)[3] === 255) opaque++;
      expect(opaque).toBeGreaterThan(1000);
      const full = await draw([make({ ...MUNICH, bands: 3, value: () => 90 })], tileAt(12.2, 47.8, 6));
      let all = 0;
      for (let x = 0; x < 256; x++) for (let y = 0; y < 256; y++) if (full.at(x, y)[3] === 255) all++;
      expect(opaque / all).toBeGreaterThan(0.4);
      expect(opaque / all).toBeLessThan(0.6);
    }
  });

  test("stretch other types from p2 to p98", async () => {
    for (const dataType of ["UInt16", "Int16", "Int32", "UInt32", "Float32", "Float64"] as const) {
      const source = make({ ...MUNICH, dataType, value: (_, x) => 1000 + x * 10 });
      const info = await engine.inspect(source);
      const { p2, p98 } = info.bands[0]!.statistics!;
      expect(p2).toBeCloseTo(1039.8);
      expect(p98).toBeCloseTo(2950.2);
      const drawn = await draw([source], tile);
      const [left, right] = [drawn.at(10, 128)[0]!, drawn.at(200, 128)[0]!];
      expect(right).toBeGreaterThan(left);
    }
  });

  test("take NaN for no data", async () => {
    const source = make({ ...MUNICH, dataType: "Float32", value: (_, x) => (x < 100 ? Number.NaN : x) });
    const drawn = await draw([source], tileAt(11, 47.8, 8));
    expect(drawn.empty).toBe(true);
    expect((await draw([source], tileAt(13.3, 47.8, 8))).empty).toBe(false);
  });

  test("are the same with overviews and, within the eye's reach, without them", async () => {
    const value = (_: number, x: number, y: number) => 128 + 100 * Math.sin(x / 20) * Math.cos(y / 30);
    const size = { crs: 32633, affine: [200_000, 50, 0, 5_400_000, 0, -50], width: 2000, height: 2000 };
    const withOverviews = make({ ...size, value, overviews: [2, 4, 8, 16] });
    const without = make({ ...size, value });
    for (const z of [5, 7, 9]) {
      const address = tileAt(11.7, 48.3, z);
      const style = { rescale: [[0, 255] as [number, number]] };
      const [one, other] = [
        await draw([withOverviews], address, { style }),
        await draw([without], address, { style }),
      ];
      let worst = 0;
      for (let x = 0; x < 256; x++) {
        for (let y = 0; y < 256; y++) {
          if (one.at(x, y)[3] === 0 || other.at(x, y)[3] === 0) continue;
          worst = Math.max(worst, Math.abs(one.at(x, y)[0]! - other.at(x, y)[0]!));
        }
      }
      expect(worst).toBeLessThan(24);
    }
  });

  test("show a raster over the antimeridian on both edges of the world", async () => {
    const utm = make({
      crs: 32660,
      affine: [600_000, 1000, 0, 6_000_000, 0, -1000],
      width: 400,
      height: 200,
      value: () => 9,
    });
    const degrees = make({
      crs: 4326,
      affine: [170, 0.1, 0, 60, 0, -0.1],
      width: 300,
      height: 200,
      value: () => 9,
    });
    for (const source of [utm, degrees]) {
      expect((await draw([source], tileAt(179.5, 53.5, 7))).empty).toBe(false);
      expect((await draw([source], tileAt(-179.5, 53.5, 7))).empty).toBe(false);
      expect((await draw([source], tileAt(0, 53.5, 7))).empty).toBe(true);
      const world = await draw([source], { z: 0, x: 0, y: 0 });
      expect(world.at(128, 82)[3]).toBe(0);
    }
  });

  test("paint the first layer on top and the next where it has no data", async () => {
    const top = make({ ...MUNICH, bands: 3, nodata: 0, value: (_, x) => (x < 100 ? 10 : 0) });
    const below = make({ ...MUNICH, bands: 3, value: () => 240 });
    const drawn = await draw([top, below], tileAt(12.2, 47.8, 6));
    const seen = new Set<number>();
    for (let x = 0; x < 256; x++) {
      for (let y = 0; y < 256; y++) if (drawn.at(x, y)[3] === 255) seen.add(drawn.at(x, y)[0]!);
    }
    expect([...seen].sort((a, b) => a - b)).toEqual([10, 240]);
  });

  test.each(["png", "npy"] as const)(
    "that are full read no further layer: one that is not there is not missed (%s)",
    async (format) => {
      const top = make({ ...MUNICH, value: () => 10 });
      const info = await engine.inspect(top);
      const style = automaticStyle(info);
      const layers = [
        { source: top, info, style },
        { source: sourceOf(join(folder, "none.tif")), info, style },
      ];
      const drawn = (address: TileAddress) =>
        engine.renderBlock({ layers, z: address.z, tiles: [address], rendition: rendition({ format }) });
      expect(await drawn(tileAt(12.2, 47.8, 9))).toMatchObject([{ empty: false }]);
      await expect(drawn(tileAt(12.2, 47.8, 5))).rejects.toBeInstanceOf(RasterRefused);
    },
  );

  test("of a block are the tiles one by one", async () => {
    const source = make({
      ...MUNICH,
      bands: 3,
      overviews: [2],
      value: (band, x, y) => (x * (band + 1) + y * 2) % 256,
    });
    const info = await engine.inspect(source);
    const layers = [{ source, info, style: automaticStyle(info) }];
    const tiles = Array.from({ length: 16 }, (_, at) => ({
      x: tile.x - 1 + (at % 4),
      y: tile.y - 1 + (at >> 2),
    }));
    const block = await engine.renderBlock({ layers, z: 8, tiles, rendition: rendition({ format: "png" }) });
    expect(block).toHaveLength(16);
    for (const { x, y, bytes } of block) {
      const [single] = await engine.renderBlock({
        layers,
        z: 8,
        tiles: [{ x, y }],
        rendition: rendition({ format: "png" }),
      });
      expect(single!.bytes.equals(bytes)).toBe(true);
    }
  });

  test("reach a raster smaller than a pixel and a pixel larger than a tile", async () => {
    const point = make({ ...MUNICH, width: 1, height: 1, value: () => 5 });
    const [west, south, east, north] = (await engine.inspect(point)).footprint[0]!;
    const middle = tileAt((west + east) / 2, (south + north) / 2, 18);
    const drawn = await draw([point], middle);
    expect([drawn.at(0, 0)[3], drawn.at(255, 255)[3]]).toEqual([255, 255]);
    await expect(draw([point], { z: 0, x: 0, y: 0 })).resolves.toBeDefined();
  });
});
