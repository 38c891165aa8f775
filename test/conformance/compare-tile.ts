import { opaqueAlphaOf } from "../../core/rasters/opaque-alpha.ts";
import {
  boxesOverlap,
  tileLonLatBox,
  tileMercatorBox,
  type TileAddress,
} from "../../core/tiles/tile-grid.ts";
import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { automaticStyle } from "../../core/styles/render-style.ts";
import type { TilePixels } from "../../workers/render/engine/pixels.ts";
import { applyAffine } from "../../workers/render/engine/affine.ts";
import { degreesOf } from "../../workers/render/engine/footprint-of-raster.ts";
import { kindOf } from "../../workers/render/engine/source-transform.ts";
import type { RasterFile } from "../../workers/render/engine/raster-file.ts";
import { readingOf, readTile } from "../../workers/render/engine/read-tile.ts";
import { roundWholeNumbers } from "../../workers/render/engine/resample.ts";
import type { ScratchMemory } from "../../workers/render/kernels/scratch.ts";
import { maskAgreement, psnr, type ReferenceTile } from "../golden/reference.ts";
import type { Reference, ReferenceOptions } from "./reference-command.ts";

const SIZE = 256;
const BANDS_COMPARED_MAX = 4;

/** One tile against gdalwarp's. */
export interface TileResult {
  readonly tile: TileAddress;
  /** Infinity: equal to the bit; NaN: no pixel in which both have data. */
  readonly decibels: number;
  /** Share of pixels whose mask agrees. */
  readonly masks: number;
  /** Answered without a look at the raster, although gdalwarp has a pixel there. */
  readonly isWronglyEmpty: boolean;
}

/** The file that a tile is drawn of. */
interface Subject {
  readonly file: RasterFile;
  readonly info: RasterInfo;
  readonly location: string;
}

/** Draws a tile as the service does, and compares it; undefined where gdalwarp gives up. */
export async function compareTile(
  memory: ScratchMemory,
  reference: Reference,
  { file, info, location }: Subject,
  tile: TileAddress,
): Promise<TileResult | undefined> {
  // gdalwarp mixes signed bytes as if they were unsigned.
  const isChosen = info.bands.some(({ hasPalette, dataType }) => hasPalette || dataType === "Int8");
  const resampling = isChosen ? "nearest" : "bilinear";
  const alpha = file.mask?.kind === "alpha" ? file.mask.band : undefined;
  const bands = file.bands.map((_, index) => index + 1).filter((band) => band !== alpha);
  const touched = info.footprint.some((box) => boxesOverlap(box, tileLonLatBox(tile)));
  const reading = {
    ...readingOf(automaticStyle(info), info),
    bands: bands.slice(0, BANDS_COMPARED_MAX),
    resampling,
  } as const;
  const ours =
    (touched ? readTile(memory, file, tileMercatorBox(tile), SIZE, reading) : undefined) ??
    nothing(bands.length);
  for (const [index, band] of ours.bands.entries()) {
    roundWholeNumbers(band, file.bands[reading.bands[index]! - 1]?.integerRange ?? null);
  }
  const flags = flagsFor(file, info);
  let best: TileResult | undefined;
  for (const exactness of [...EXACTNESS, ...levelsOf(file, info)]) {
    const given: ReferenceOptions = { size: SIZE, resampling, flags: [...flags, ...exactness] };
    const drawn = await reference(location, tile, given);
    if (!drawn) continue;
    const masked = hidesTwice(file)
      ? await reference(location, tile, { ...given, flags: ["-srcnodata", "None", ...exactness] })
      : undefined;
    const theirs = masked ? { ...drawn, opacity: lesser(drawn.opacity, masked.opacity) } : drawn;
    const result = resultOf(tile, ours, signed(theirs, info), touched);
    if (best === undefined || isBetter(result, best)) best = result;
    if (isRight(best)) return best;
  }
  return best;
}

/**
 * gdalwarp's usual result comes first. Where the map bends hard it may be an eighth of a pixel off, and where
 * it tears gdalwarp finds a part of the data only, unless it looks at more places: then those results count.
 */
const EVERY_PLACE = ["-et", "0", "-wo", "SAMPLE_GRID=YES", "-wo", "SAMPLE_STEPS=200"];
const EXACTNESS = [[], ["-et", "0"], EVERY_PLACE];

/**
 * gdalwarp reads no overview of a disc whose corners lie off the earth, as it cannot measure it. The service
 * does, so the result is also made from each overview.
 */
function levelsOf(file: RasterFile, info: RasterInfo): string[][] {
  if (kindOf(file.crs) !== "general" || cornersOf(file, info).every(Number.isFinite)) return [];
  return file.levels.slice(1).map((_, index) => [...EVERY_PLACE, "-ovr", String(index)]);
}

function cornersOf({ crs, affine }: RasterFile, { width, height }: RasterInfo): number[] {
  const toDegrees = degreesOf(crs);
  const places = [0, width].flatMap((column) => [0, height].map((row) => applyAffine(affine, column, row)));
  return places.flatMap((place) => [...toDegrees(...place)]);
}

/**
 * gdalwarp looks at a mask only where it finds no nodata in its window. Both count, whatever it finds: the
 * reference is therefore made once by nodata and once by the mask.
 */
function hidesTwice(file: RasterFile): boolean {
  return file.mask?.kind === "mask" && file.bands.some(({ nodata }) => nodata !== null);
}

function lesser(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((opacity, pixel) => Math.min(opacity, other[pixel]!));
}

/** GDAL before 3.7 takes signed bytes for unsigned ones. */
function signed(theirs: ReferenceTile, info: RasterInfo): ReferenceTile {
  if (!info.bands.some(({ dataType }) => dataType === "Int8")) return theirs;
  return {
    ...theirs,
    bands: theirs.bands.map((band) => band.map((value) => (value > 127 ? value - 256 : value))),
  };
}

function resultOf(tile: TileAddress, ours: TilePixels, theirs: ReferenceTile, touched: boolean): TileResult {
  return {
    tile,
    decibels: psnr(ours, theirs, peakOf(theirs)),
    masks: maskAgreement(ours.opacity, theirs.opacity),
    isWronglyEmpty: !touched && theirs.opacity.some((opacity) => opacity > 0),
  };
}

function isBetter(one: TileResult, other: TileResult): boolean {
  return Number(isRight(one)) > Number(isRight(other)) || one.decibels > other.decibels;
}

/** Whether a tile is as it should be: values within 40 dB, masks of 999 in 1,000 pixels, and not left out. */
export function isRight({ decibels, masks, isWronglyEmpty }: TileResult): boolean {
  return !(decibels < 40) && masks >= 0.999 && !isWronglyEmpty;
}

function flagsFor(file: RasterFile, info: RasterInfo): string[] {
  return [...nodataFlags(file), ...alphaFlags(info)];
}

/** gdalwarp takes the scale of an alpha band from its type alone, and drops what is small in it. */
function alphaFlags(info: RasterInfo): string[] {
  const opaque = opaqueAlphaOf(info);
  return opaque === undefined ? [] : ["-wo", `SRC_ALPHA_MAX=${opaque}`];
}

function nodataFlags(file: RasterFile): string[] {
  const [first] = file.bands;
  if (first?.isStoredUnsigned && typeof first.nodata === "number" && first.nodata < 0) {
    return ["-srcnodata", String(first.nodata + 256)];
  }
  const floats = file.bands.some(({ integerRange }) => integerRange === null);
  const declared = file.mask !== null || file.bands.some(({ nodata }) => nodata !== null);
  return floats && !declared ? ["-srcnodata", "nan"] : [];
}

function nothing(bands: number): TilePixels {
  return {
    bands: Array.from({ length: Math.min(bands, BANDS_COMPARED_MAX) }, () => new Float64Array(SIZE * SIZE)),
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
  if (Number.isInteger(low) && Number.isInteger(high) && high <= 255) return 255;
  return Math.max(high - low, (high + low) / 200, 1e-9);
}
