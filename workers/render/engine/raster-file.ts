import type { Affine } from "./affine.ts";
import {
  bandInfo,
  checkBlock,
  checkPlace,
  checkSize,
  checkTwelveBits,
  crsOf,
  georeferenceOf,
  interleavedBandsOf,
  openGeoTiff,
  transformOf,
  type RasterBandInfo,
} from "./raster-checks.ts";
import type { gdal } from "./configure-gdal.ts";
import { RASTER_LIMITS } from "./raster-limits.ts";
import type { SourceTransform } from "./source-transform.ts";
import type { LevelSize } from "./rectangles.ts";

/** How the raster says which pixels have data, besides nodata values. */
export type MaskSource = { readonly kind: "alpha"; readonly band: number } | { readonly kind: "mask" } | null;

/** Red, green, blue, opacity of each class, four bytes each. */
export type Palette = Uint8Array;

/** An open raster that has passed every check. */
export interface RasterFile {
  readonly dataset: gdal.Dataset;
  readonly crs: gdal.SpatialReference;
  readonly affine: Affine;
  /** Full resolution first, then overviews, finest first. */
  readonly levels: readonly [LevelSize, ...LevelSize[]];
  readonly bands: readonly RasterBandInfo[];
  readonly mask: MaskSource;
  readonly transform: SourceTransform;
  /** What GDAL holds while the file is open, beside its block cache: a block of each level. */
  readonly decoderBytes: number;
  /** A band (from 1) at a level. */
  bandAt(level: number, band: number): gdal.RasterBand;
  /** A band's own colour table; undefined when it has none. */
  paletteAt(band: number): Palette | undefined;
  close(): void;
}

/** GDAL's flags of a band's mask. */
const MASK_PER_DATASET = 2;
const MASK_ALPHA = 4;

/** Opens a GeoTIFF, and nothing else, read-only; throws RasterRefused when it cannot be served. */
export function openRaster(location: string): RasterFile {
  const dataset = openGeoTiff(location);
  try {
    return rasterFileOf(dataset);
  } catch (error) {
    dataset.close();
    throw error;
  }
}

/** An open dataset as a raster that has passed every check; throws RasterRefused when it cannot be served. */
export function rasterFileOf(dataset: gdal.Dataset): RasterFile {
  const { x: width, y: height } = dataset.rasterSize;
  const bandCount = dataset.bands.count();
  checkSize(width, height, bandCount);
  const first = dataset.bands.get(1);
  const overviewCount = Math.min(first.overviews.count(), RASTER_LIMITS.overviewsMax);
  const overviews = Array.from({ length: overviewCount }, (_, index) => first.overviews.get(index));
  const interleaved = interleavedBandsOf(dataset);
  const blockBytes = [first, ...overviews].map((band) => checkBlock(band, interleaved));
  checkTwelveBits(dataset);
  const affine = georeferenceOf(dataset);
  const crs = crsOf(dataset);
  checkPlace(crs, affine, { width, height });
  const transform = transformOf(crs, affine, { width, height });
  // After its place: a conversion mends number types, and no file without a place.
  const bands = Array.from({ length: bandCount }, (_, index) =>
    bandInfo(dataset.bands.get(index + 1), index + 1),
  );
  const openBands = new Map<number, gdal.RasterBand>();
  const bandAt = (level: number, band: number): gdal.RasterBand => {
    const key = level * RASTER_LIMITS.bandsMax + band;
    const known = openBands.get(key);
    if (known) return known;
    const full = dataset.bands.get(band);
    const found = level === 0 ? full : full.overviews.get(level - 1);
    openBands.set(key, found);
    return found;
  };
  const palettes = new Map<number, Palette | undefined>();
  return {
    dataset,
    crs,
    affine,
    levels: [sizeOf(first), ...overviews.map(sizeOf)],
    bands,
    mask: maskOf(dataset),
    transform,
    decoderBytes: blockBytes.reduce((sum, bytes) => sum + bytes, 0),
    bandAt,
    paletteAt(band) {
      if (!palettes.has(band)) palettes.set(band, paletteOf(bandAt(0, band)));
      return palettes.get(band);
    },
    close() {
      openBands.clear();
      dataset.close();
    },
  };
}

function sizeOf(band: gdal.RasterBand): LevelSize {
  return { width: band.size.x, height: band.size.y };
}

function paletteOf({ colorTable }: gdal.RasterBand): Palette | undefined {
  if (!colorTable) return undefined;
  const entries = Array.from({ length: colorTable.count() }, (_, index) => colorTable.get(index));
  return Uint8Array.from(entries.flatMap(({ c1, c2, c3, c4 }) => [c1, c2, c3, c4]));
}

function maskOf(dataset: gdal.Dataset): MaskSource {
  const count = dataset.bands.count();
  for (let index = count; index >= 1; index--) {
    if (dataset.bands.get(index).colorInterpretation === "Alpha") return { kind: "alpha", band: index };
  }
  const flags = dataset.bands.get(1).getMaskFlags();
  return (flags & MASK_PER_DATASET) !== 0 && (flags & MASK_ALPHA) === 0 ? { kind: "mask" } : null;
}
