import { opaqueAlphaOf } from "../../../core/rasters/opaque-alpha.ts";
import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import { choosesValues, type RenderStyle, type Resampling } from "../../../core/styles/render-style.ts";
import type { Box } from "../../../core/tiles/tile-grid.ts";
import { RasterRefused } from "../errors.ts";
import { gdal } from "./configure-gdal.ts";
import type { Scratch, ScratchMemory, Synchronous } from "../kernels/scratch.ts";
import type { Nodata } from "./nodata.ts";
import type { SourcePixels, TilePixels } from "./pixels.ts";
import { chooseMostFrequent } from "./choose-most-frequent.ts";
import { planRead, type ReadPlan } from "./read-plan.ts";
import type { RasterFile } from "./raster-file.ts";
import { readPixels } from "./read-pixels.ts";
import { resample } from "./resample.ts";
import { tileGeometry, type TileGeometry } from "./tile-geometry.ts";
import { assemblePieces, planPieces } from "./tile-pieces.ts";
import { unionOf, type PixelWindow } from "./rectangles.ts";
import { overviewRuleOf } from "./choose-level.ts";
import { kernelReach } from "./plan-axis.ts";

const overviewRule = overviewRuleOf(gdal.version);

/** Which values of a raster, and how they are put on the tile's grid. */
export interface TileReading {
  /** Counted from 1. */
  readonly bands: readonly number[];
  readonly resampling: Resampling;
  /** In place of the file's nodata; null: as the file says. */
  readonly nodata: Nodata;
  /** See {@link ReadRequest.opaqueAlpha}. */
  readonly opaqueAlpha?: number;
}

/** What a style reads of a raster. */
export function readingOf(style: RenderStyle, info: RasterInfo): TileReading {
  const { bands, resampling, nodata } = style;
  const opaqueAlpha = opaqueAlphaOf(info);
  return { bands, resampling, nodata, ...(opaqueAlpha === undefined ? {} : { opaqueAlpha }) };
}

/** Uses one tile's pixels while they live; undefined: the raster does not reach there. */
type UseTile<Square, T> = (
  scratch: Scratch,
  pixels: TilePixels | undefined,
  square: Square,
) => Synchronous<T>;

/**
 * Band values of neighbouring squares of EPSG:3857, `size` x `size` pixels, as gdalwarp would make them. One
 * read serves all squares that lie on the same level. Pixels live in the scope passed to `use`, which
 * therefore uses each tile before the next one is made.
 */
export function mapTiles<Square extends { readonly box: Box }, T>(
  memory: ScratchMemory,
  file: RasterFile,
  squares: readonly Square[],
  size: number,
  reading: TileReading,
  use: UseTile<Square, T>,
): Synchronous<T>[] {
  const results: Synchronous<T>[] = [];
  memory.within((scratch) => {
    const tiles = planTiles(scratch, file, squares, size, reading);
    const shared = readShared(scratch, file, tiles, reading);
    for (const { square, planned } of tiles) {
      scratch.within((ofTile) => {
        const pixels = planned && pixelsOf(ofTile, file, planned, shared, size, reading);
        results.push(use(ofTile, pixels, square));
      });
    }
  });
  return results;
}

/** The pixels of one square, in memory of their own; undefined where the raster does not reach. */
export function readTile(
  memory: ScratchMemory,
  file: RasterFile,
  box: Box,
  size: number,
  reading: TileReading,
): TilePixels | undefined {
  const copies = mapTiles(
    memory,
    file,
    [{ box }],
    size,
    reading,
    (_, pixels) =>
      pixels && { bands: pixels.bands.map((band) => band.slice()), opacity: pixels.opacity.slice() },
  );
  return copies[0];
}

interface PlannedTile {
  readonly geometry: TileGeometry;
  readonly plan: ReadPlan;
}

function planTiles<Square extends { readonly box: Box }>(
  scratch: Scratch,
  file: RasterFile,
  squares: readonly Square[],
  size: number,
  { bands, resampling }: TileReading,
): { readonly square: Square; readonly planned: PlannedTile | undefined }[] {
  checkBands(file, bands);
  return squares.map((square) => {
    const geometry = tileGeometry(scratch, file.transform, square.box, size);
    const plan = planRead(file.levels, geometry, size, { resampling, overviewRule, bands: bands.length });
    return { square, planned: plan && { geometry, plan } };
  });
}

/**
 * The smallest window around those of all plans; undefined when levels differ, or it would be too large or
 * sparse.
 */
function sharedWindow(plans: readonly ReadPlan[], reading: TileReading): PixelWindow | undefined {
  const [first] = plans;
  if (!first || plans.length === 1) return undefined;
  if (plans.some(({ level, decimation }) => level !== first.level || decimation !== first.decimation)) {
    return undefined;
  }
  const window = unionOf(plans.map((plan) => plan.window));
  if (!window) return undefined;
  const apart = plans.reduce((sum, plan) => sum + plan.window.width * plan.window.height, 0);
  return window.width * window.height <= 1.2 * apart && !takesPieces(window, reading) ? window : undefined;
}

/** At most this many values are read at once: 64 MiB of single precision. */
const VALUES_AT_ONCE_MAX = 16 * 2 ** 20;

function takesPieces({ width, height }: PixelWindow, { bands }: TileReading): boolean {
  return width * height * bands.length > VALUES_AT_ONCE_MAX;
}

/** A torn tile reads at most so many pixels at once that no part of it may need. */
const TORN_PIXELS_MAX = 2 ** 20;

function isSparse({ window, isTorn }: ReadPlan): boolean {
  return isTorn && window.width * window.height > TORN_PIXELS_MAX;
}

/** One read for all tiles, where that is less than a read for each. */
function readShared(
  scratch: Scratch,
  file: RasterFile,
  tiles: readonly { readonly planned: PlannedTile | undefined }[],
  reading: TileReading,
): SourcePixels | undefined {
  const present = tiles.flatMap(({ planned }) => planned ?? []);
  const [first] = present;
  const window = sharedWindow(
    present.map(({ plan }) => plan),
    reading,
  );
  return first && window && readWindow(scratch, file, first, window, reading);
}

function pixelsOf(
  scratch: Scratch,
  file: RasterFile,
  tile: PlannedTile,
  shared: SourcePixels | undefined,
  size: number,
  reading: TileReading,
): TilePixels | undefined {
  const { geometry, plan } = tile;
  if (shared || !(takesPieces(plan.window, reading) || isSparse(plan))) {
    const source = shared ?? readWindow(scratch, file, tile, plan.window, reading);
    return resampleTile(scratch, tile, source, size, reading);
  }
  const pieces = planTilePieces(scratch, tile, reading);
  return assemblePieces(scratch, pieces, size, (inner, { rect, window, scaleX, scaleY }) => {
    const piece = { geometry, plan: { ...plan, parts: [{ rect, scaleX, scaleY }] } };
    return resampleTile(inner, piece, readWindow(inner, file, tile, window, reading), size, reading);
  });
}

function planTilePieces(
  scratch: Scratch,
  { geometry, plan }: PlannedTile,
  { resampling, bands }: TileReading,
) {
  const levelSize = {
    width: Math.max(1, Math.floor(plan.levelWidth)),
    height: Math.max(1, Math.floor(plan.levelHeight)),
  };
  const pixelsMax = VALUES_AT_ONCE_MAX / bands.length;
  return plan.parts.flatMap(({ rect, scaleX, scaleY }) => {
    const [reachX, reachY] = [kernelReach(resampling, scaleX), kernelReach(resampling, scaleY)];
    const source = { ...plan, geometry, resampling, levelSize, reachX, reachY, pixelsMax };
    return planPieces(scratch, source, rect).map((piece) => ({ ...piece, scaleX, scaleY }));
  });
}

function readWindow(
  scratch: Scratch,
  file: RasterFile,
  { plan }: PlannedTile,
  window: PixelWindow,
  { bands, nodata, resampling, opaqueAlpha }: TileReading,
): SourcePixels {
  const { level, decimation } = plan;
  return readPixels(scratch, file, {
    level,
    decimation,
    window,
    bands,
    nodata,
    ...(opaqueAlpha === undefined ? {} : { opaqueAlpha }),
    categorical: choosesValues(resampling),
  });
}

function resampleTile(
  scratch: Scratch,
  { geometry, plan }: PlannedTile,
  source: SourcePixels,
  size: number,
  { resampling }: TileReading,
): TilePixels {
  if (resampling === "mode") return chooseMostFrequent(scratch, source, geometry, plan, size);
  return resample(scratch, source, geometry, plan, size, resampling);
}

/** Throws a RasterRefused for a band that the raster does not have. */
export function checkBands(file: RasterFile, bands: readonly number[]): void {
  const missing = bands.find((band) => band > file.bands.length);
  if (missing !== undefined) {
    throw new RasterRefused(
      "bad_style",
      `The style draws band ${missing}; the raster has ${file.bands.length}.`,
    );
  }
}
