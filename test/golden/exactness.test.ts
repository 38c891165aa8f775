import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Resampling } from "../../core/styles/render-style.ts";
import { tileAt, tileMercatorBox, type Box, type TileAddress } from "../../core/tiles/tile-grid.ts";
import { inspectRaster } from "../../workers/render/engine/inspect-raster.ts";
import type { TilePixels } from "../../workers/render/engine/pixels.ts";
import { createScratchMemory } from "../../workers/render/kernels/scratch.ts";
import { openRaster, type RasterFile } from "../../workers/render/engine/raster-file.ts";
import { readTile } from "../../workers/render/engine/read-tile.ts";
import { roundWholeNumbers } from "../../workers/render/engine/resample.ts";
import { tileGeometry } from "../../workers/render/engine/tile-geometry.ts";
import { EDGE_CASES } from "./edge-cases.ts";
import { makeRaster } from "./make-raster.ts";
import { maskAgreement, psnr, referenceTile, type ReferenceTile } from "./reference.ts";
import { placesOf } from "../../workers/render/engine/warp-field.ts";

/** What design.md promises of every tile against gdalwarp. */
const PSNR_MIN_DECIBELS = 40;
const MASK_AGREEMENT_MIN = 0.999;

const SIZE = 256;
const BANDS_COMPARED_MAX = 4;

/** Real rasters of many producers, beside the project; they are not part of it. */
const data = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const realFiles = existsSync(data)
  ? readdirSync(data).filter((name) => name.endsWith(".tif") || name.endsWith(".tiff"))
  : [];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "exact-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(realFiles.length === 0)("tiles of real files equal gdalwarp's (needs ../shared/data)", () => {
  test.each(realFiles)("%s", (name) => compareEverywhere(join(data, name)));
});

const memory = createScratchMemory({ strict: true });

describe("tiles of edge cases equal gdalwarp's", () => {
  test.each(Object.entries(EDGE_CASES))("%s", { timeout: 150_000 }, (name, recipe) => {
    compareEverywhere(makeRaster(join(folder, `${name}.tif`), recipe));
  });
});

function compareEverywhere(location: string): void {
  const file = openRaster(location);
  const { zoomMax } = inspectRaster(memory, file);
  try {
    const faults = tilesOf(file).flatMap((tile) =>
      resamplingsAt(file, tile.z >= zoomMax).flatMap((resampling) =>
        compare(file, location, tile, resampling),
      ),
    );
    expect(faults).toEqual([]);
  } finally {
    file.close();
  }
}

/**
 * From afar to twice enlarged: the middle, and a corner at full resolution; with `EXACTNESS=all` from farther
 * out than the whole, and a corner at each zoom.
 */
function tilesOf(file: RasterFile): TileAddress[] {
  const { footprint, zoomMin, zoomMax } = inspectRaster(memory, file);
  const [west, south, east, north] = footprint[0] as Box;
  const isAll = process.env.EXACTNESS === "all";
  const farthest = isAll ? [Math.max(0, zoomMin - 1)] : [];
  const zooms = new Set([...farthest, (zoomMin + zoomMax) >> 1, zoomMax, zoomMax + 2]);
  const tiles = [...zooms]
    .filter((z) => z <= 24)
    .flatMap((z) => [
      tileAt((west + east) / 2, (south + north) / 2, z),
      ...(z === zoomMax || isAll ? [tileAt(west, north, z)] : []),
    ]);
  return [...new Map(tiles.map((tile) => [`${tile.z}/${tile.x}/${tile.y}`, tile])).values()];
}

function resamplingsAt(file: RasterFile, fullResolution: boolean): Resampling[] {
  if (file.bandAt(0, 1).colorTable) return ["nearest", "mode"];
  return fullResolution ? ["nearest", "bilinear", "cubic"] : ["nearest", "bilinear"];
}

/**
 * Without a nodata value gdalwarp draws NaN as black data. Stored NaN is not meant to be seen: here it is
 * transparent, as in gdalwarp with `-srcnodata nan`.
 */
function flagsFor(file: RasterFile): string[] {
  const floats = file.bands.some(({ integerRange }) => integerRange === null);
  const declared = file.mask !== null || file.bands.some(({ nodata }) => nodata !== null);
  return floats && !declared ? ["-srcnodata", "nan"] : [];
}

function compare(file: RasterFile, location: string, tile: TileAddress, resampling: Resampling): string[] {
  const alpha = file.mask?.kind === "alpha" ? file.mask.band : undefined;
  const bands = file.bands.map((_, index) => index + 1).filter((band) => band !== alpha);
  const drawn = bands.slice(0, BANDS_COMPARED_MAX);
  const reading = { bands: bands.length > BANDS_COMPARED_MAX ? bands : drawn, resampling, nodata: null };
  const ours = readTile(memory, file, tileMercatorBox(tile), SIZE, reading) ?? nothing(drawn.length);
  for (const [index, band] of ours.bands.entries()) {
    roundWholeNumbers(band, file.bands[reading.bands[index]! - 1]!.integerRange);
  }
  const decibelsMin = DECIBELS_MIN[resampling];
  const faultAgainst = (flags: readonly string[]): string | undefined => {
    const theirs = referenceFor(ours, location, tile, resampling, flags);
    const masks = maskAgreement(ours.opacity, theirs.opacity);
    const decibels = psnr(ours, theirs, peakOf(theirs));
    const exact =
      decibels >= decibelsMin || (resampling === "nearest" && differsAtBorders(file, tile, ours, theirs));
    if (masks >= MASK_AGREEMENT_MIN && (exact || Number.isNaN(decibels))) return undefined;
    const { z, x, y } = tile;
    return `${z}/${x}/${y} ${resampling}: ${decibels.toFixed(1)} dB, masks ${(masks * 100).toFixed(3)} %`;
  };
  const flags = flagsFor(file);
  const fault = faultAgainst(flags);
  // Where the map tears or bends hard, coordinates are exact here. gdalwarp's default may be 1/8 pixel off,
  // so its exact result counts as well.
  return fault === undefined || faultAgainst([...flags, "-et", "0"]) === undefined ? [] : [fault];
}

/**
 * Nearest is identical. The most frequent value differs in few pixels, where rounding moves the area under a
 * pixel.
 */
const DECIBELS_MIN: Readonly<Record<Resampling, number>> = {
  nearest: Infinity,
  mode: 60,
  bilinear: PSNR_MIN_DECIBELS,
  cubic: PSNR_MIN_DECIBELS,
};

/** What gdalwarp tolerates by default, in source pixels, before it divides a piece of a line. */
const LINE_TOLERANCE_PIXELS = 0.125;
const BORDER_SHARE_MAX = 0.001;

/**
 * For rasters without overviews: whether less than a thousandth of the pixels differ, each next to a border
 * of two source pixels. When a piece of a line is off by nearly gdalwarp's tolerance, rounding decides
 * whether it is divided.
 */
function differsAtBorders(
  file: RasterFile,
  tile: TileAddress,
  ours: TilePixels,
  theirs: ReferenceTile,
): boolean {
  if (file.levels.length > 1) return false;
  const places = memory.within((scratch) => {
    const geometry = tileGeometry(scratch, file.transform, tileMercatorBox(tile), SIZE);
    const field = geometry.fieldOf(scratch, { x: 0, y: 0, width: SIZE, height: SIZE }, 1, 1);
    return field.kind === "separable" ? undefined : placesOf(field, SIZE, SIZE);
  });
  if (!places) return false;
  const { columns, rows } = places;
  const differing = [...ours.opacity].flatMap((opacity, pixel) => {
    if (opacity === 0 || theirs.opacity[pixel] === 0) return [];
    return ours.bands.some((band, index) => band[pixel] !== theirs.bands[index]![pixel]) ? [pixel] : [];
  });
  const toBorder = (place: number) => Math.abs(place - Math.round(place));
  return (
    differing.length < BORDER_SHARE_MAX * SIZE * SIZE &&
    differing.every(
      (pixel) => Math.min(toBorder(columns[pixel]!), toBorder(rows[pixel]!)) <= LINE_TOLERANCE_PIXELS,
    )
  );
}

/**
 * gdalwarp's mode reaches up to a source pixel beyond the western and northern edges, where no source pixel
 * lies; ours ends with the raster. What lies under no pixel's middle is therefore not compared.
 */
function referenceFor(
  ours: TilePixels,
  location: string,
  tile: TileAddress,
  resampling: Resampling,
  flags: readonly string[],
): ReferenceTile {
  const theirs = referenceTile(location, tile, { size: SIZE, resampling, flags });
  if (resampling !== "mode") return theirs;
  const { opacity: under } = referenceTile(location, tile, { size: SIZE, resampling: "nearest", flags });
  return {
    ...theirs,
    opacity: theirs.opacity.map((value, pixel) => (under[pixel] === 0 ? ours.opacity[pixel]! : value)),
  };
}

function nothing(bands: number): TilePixels {
  return {
    bands: Array.from({ length: bands }, () => new Float64Array(SIZE * SIZE)),
    opacity: new Uint8Array(SIZE * SIZE),
  };
}

/** The range that a display would stretch: bytes are shown as they are. */
function peakOf({ bands, opacity }: ReferenceTile): number {
  let [low, high] = [Infinity, -Infinity];
  for (const band of bands) {
    for (const [pixel, value] of band.entries()) {
      if (opacity[pixel] === 0 || Number.isNaN(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return Number.isInteger(low) && Number.isInteger(high) && high <= 255 ? 255 : Math.max(high - low, 1e-9);
}

test.each([
  ["row", -20, 99],
  ["column", -199, 20],
  ["pixel", -199, 99],
])(
  "a raster that reaches into a tile by one %s is drawn there as gdalwarp draws it",
  (name, columns, rows) => {
    const tile = { z: 10, x: 538, y: 358 };
    const [west, , east, north] = tileMercatorBox(tile);
    const pixel = (east - west) / SIZE;
    const location = makeRaster(join(folder, `by-one-${name}.tif`), {
      crs: 3857,
      affine: [west + columns * pixel, pixel, 0, north + rows * pixel, 0, -pixel],
      width: 200,
      height: 100,
      value: (_, x, y) => ((x * 7 + y * 3) % 200) + 1,
    });
    const file = openRaster(location);
    const covered = readTile(memory, file, tileMercatorBox(tile), SIZE, {
      bands: [1],
      resampling: "nearest",
      nodata: null,
    });
    const inTile = covered!.opacity.filter((opacity) => opacity > 0).length;
    expect(inTile).toBe({ row: 180, column: 80, pixel: 1 }[name]);
    const faults = (["nearest", "bilinear", "cubic"] as const).flatMap((resampling) =>
      compare(file, location, tile, resampling),
    );
    file.close();
    expect(faults).toEqual([]);
  },
);

test.each(["seam-utm", "seam-mercator", "seam-rotated"] as const)(
  "four by four tiles equal one of 1024 pixels: no seams (%s)",
  (name) => {
    const file = openRaster(makeRaster(join(folder, `${name}.tif`), EDGE_CASES[name]));
    const { footprint, zoomMax } = inspectRaster(memory, file);
    const [west, south, east, north] = footprint[0] as Box;
    const z = zoomMax - 1;
    const { x, y } = tileAt((west + east) / 2, (south + north) / 2, z - 2);
    const reading = { bands: [1], resampling: "bilinear", nodata: null } as const;
    const whole = readTile(memory, file, tileMercatorBox({ z: z - 2, x, y }), 1024, reading)!;
    let worst = 0;
    for (let part = 0; part < 16; part++) {
      const [right, down] = [part % 4, part >> 2];
      const tile = { z, x: 4 * x + right, y: 4 * y + down };
      const single = readTile(memory, file, tileMercatorBox(tile), SIZE, reading) ?? nothing(1);
      for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
        const at = (down * SIZE + (pixel >> 8)) * 1024 + right * SIZE + (pixel & 255);
        if (single.opacity[pixel] === 0 || whole.opacity[at] === 0) continue;
        worst = Math.max(worst, Math.abs(single.bands[0]![pixel]! - whole.bands[0]![at]!));
      }
    }
    file.close();
    // Half a grey level comes from rounding; gdalwarp's own straight pieces differ by as much as an eighth of
    // a pixel.
    expect(worst).toBeLessThanOrEqual(2);
  },
);
