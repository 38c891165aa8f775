import {
  boxesOverlap,
  tileAt,
  tileLonLatBox,
  tileMercatorBox,
  type TileAddress,
} from "../../core/tiles/tile-grid.ts";
import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { automaticStyle } from "../../core/styles/render-style.ts";
import { inspectRaster } from "../../workers/render/engine/inspect-raster.ts";
import type { TilePixels } from "../../workers/render/engine/pixels.ts";
import { openRaster, type RasterFile } from "../../workers/render/engine/raster-file.ts";
import { readingOf, readTile } from "../../workers/render/engine/read-tile.ts";
import { roundWholeNumbers } from "../../workers/render/engine/resample.ts";
import { RasterRefused } from "../../workers/render/errors.ts";
import type { ScratchMemory } from "../../workers/render/kernels/scratch.ts";
import { maskAgreement, psnr, type ReferenceTile } from "../golden/reference.ts";
import type { Reference, ReferenceOptions } from "./reference-command.ts";

/** One tile against gdalwarp's. */
export interface TileResult {
  readonly tile: TileAddress;
  /** Infinity: equal to the bit; NaN: no pixel in which both have data. */
  readonly decibels: number;
  /** Share of pixels whose mask agrees. */
  readonly masks: number;
  /** Answered without a look at the raster, although gdalwarp has a pixel there. */
  readonly isWronglyEmpty: boolean;
  /** The mask is compared with one that gdalwarp made in pieces, as the whole one is incomplete. */
  readonly isInPieces?: boolean;
}

/** One file: refused, or compared. */
export type FileResult =
  | { readonly kind: "refused"; readonly code: string; readonly message: string }
  | { readonly kind: "compared"; readonly tiles: readonly TileResult[]; readonly info: RasterInfo };

/** What every comparison shares. */
export interface Comparison {
  readonly memory: ScratchMemory;
  readonly reference: Reference;
  /** At most this many tiles of a file, evenly taken; all unless given. */
  readonly tilesMax?: number;
}

const SIZE = 256;
const BANDS_COMPARED_MAX = 4;

/** Registers a file as the service does, and compares tiles from all over it with gdalwarp's. */
export async function compareFile(comparison: Comparison, location: string): Promise<FileResult> {
  let file: RasterFile | undefined;
  try {
    file = openRaster(location);
    const info = inspectRaster(comparison.memory, file);
    const tiles: TileResult[] = [];
    for (const tile of tilesOf(info, comparison.tilesMax)) {
      const result = await compareTile(comparison, { file, info, location }, tile);
      if (result) tiles.push(result);
    }
    return { kind: "compared", tiles, info };
  } catch (error) {
    if (error instanceof RasterRefused) return { kind: "refused", code: error.code, message: error.message };
    throw error;
  } finally {
    file?.close();
  }
}

/** Zooms 0 to 2 whole; middle, corner and just outside at the least, middle, deepest and enlarged zoom. */
function tilesOf({ footprint, zoomMin, zoomMax }: RasterInfo, tilesMax = Infinity): TileAddress[] {
  const world = [0, 1, 2].flatMap((z) => squareOf(z));
  const zooms = new Set([zoomMin, (zoomMin + zoomMax) >> 1, zoomMax, Math.min(24, zoomMax + 2)]);
  const near = [...zooms].flatMap((z) => footprint.flatMap((box) => tilesOfBox(box, z)));
  const named = [...world, ...near].map((tile) => [`${tile.z}/${tile.x}/${tile.y}`, tile] as const);
  const tiles = [...new Map(named).values()];
  const step = Math.max(1, tiles.length / tilesMax);
  return tiles.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function squareOf(z: number): TileAddress[] {
  return Array.from({ length: 4 ** z }, (_, index) => ({ z, x: index % 2 ** z, y: index >> z }));
}

function tilesOfBox([west, south, east, north]: RasterInfo["footprint"][number], z: number): TileAddress[] {
  const middle = tileAt((west + east) / 2, (south + north) / 2, z);
  const corners = [tileAt(west, north, z), tileAt(east, south, z)];
  const edge = tileAt(west, (south + north) / 2, z);
  const outside = { ...edge, x: (edge.x + 2 ** z - 1) % 2 ** z };
  return [middle, ...corners, edge, outside];
}

interface Subject {
  readonly file: RasterFile;
  readonly info: RasterInfo;
  readonly location: string;
}

async function compareTile(
  { memory, reference }: Comparison,
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
  const flags = flagsFor(file);
  let best: TileResult | undefined;
  for (const exactness of EXACTNESS) {
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
  if (best === undefined || best.isWronglyEmpty) return best;
  const pieces = await maskInPieces(reference, location, tile, flags);
  const masks = maskAgreement(ours.opacity, pieces);
  return masks > best.masks ? { ...best, masks, isInPieces: true } : best;
}

/** A tile is also made of so many pieces a side. */
const PIECES_ZOOM = 3;
const PIECES = 2 ** PIECES_ZOOM;

/**
 * gdalwarp's mask of a tile, made of small pieces on the same grid. Where the map tears, gdalwarp finds only
 * a part of the data for a large window; the smaller the windows, the fewer are torn.
 */
async function maskInPieces(
  reference: Reference,
  location: string,
  { z, x, y }: TileAddress,
  flags: readonly string[],
): Promise<Uint8Array> {
  const opacity = new Uint8Array(SIZE * SIZE);
  const size = SIZE / PIECES;
  for (let piece = 0; piece < PIECES * PIECES; piece++) {
    const [right, down] = [piece % PIECES, Math.floor(piece / PIECES)];
    const address = { z: z + PIECES_ZOOM, x: x * PIECES + right, y: y * PIECES + down };
    const drawn = await reference(location, address, {
      size,
      resampling: "nearest",
      flags: [...flags, "-et", "0"],
    });
    if (!drawn) continue;
    for (let row = 0; row < size; row++) {
      const line = drawn.opacity.subarray(row * size, (row + 1) * size);
      opacity.set(line, (down * size + row) * SIZE + right * size);
    }
  }
  return opacity;
}

/**
 * gdalwarp's usual result comes first. Where the map bends hard it may be an eighth of a pixel off, and where
 * it tears gdalwarp finds a part of the data only, unless it looks at more places: then those results count.
 */
const EXACTNESS = [[], ["-et", "0"], ["-et", "0", "-wo", "SAMPLE_GRID=YES", "-wo", "SAMPLE_STEPS=ALL"]];

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

function flagsFor(file: RasterFile): string[] {
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
