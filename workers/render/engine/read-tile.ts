import { choosesValues, type Resampling } from "../../../core/styles/render-style.ts";
import type { Box } from "../../../core/tiles/tile-grid.ts";
import { RasterRefused } from "../errors.ts";
import { gdal } from "./configure-gdal.ts";
import { markScratch, releaseScratch } from "../kernels/scratch.ts";
import type { Nodata } from "./nodata.ts";
import type { SourcePixels, TilePixels } from "./pixels.ts";
import { chooseMostFrequent } from "./choose-most-frequent.ts";
import {
  kernelReach,
  overviewRuleOf,
  planRead,
  unionOf,
  type PixelWindow,
  type ReadPlan,
} from "./read-plan.ts";
import type { RasterFile } from "./raster-file.ts";
import { readPixels } from "./read-pixels.ts";
import { resample } from "./resample.ts";
import { tileGeometry, type TileGeometry } from "./tile-geometry.ts";
import { assemblePieces, planPieces } from "./tile-pieces.ts";

const overviewRule = overviewRuleOf(gdal.version);

/** Which values of a raster, and how they are put on the tile's grid. */
export interface TileReading {
  /** Counted from 1. */
  readonly bands: readonly number[];
  readonly resampling: Resampling;
  /** In place of the file's nodata; null: as the file says. */
  readonly nodata: Nodata;
}

/** Band values of a square of EPSG:3857, `size` pixels a side, as gdalwarp would make them; undefined where the raster does not reach. */
export function readTile(
  file: RasterFile,
  box: Box,
  size: number,
  reading: TileReading,
): TilePixels | undefined {
  for (const pixels of readTiles(file, [box], size, reading)) {
    return pixels && { bands: pixels.bands.map((band) => band.slice()), opacity: pixels.opacity.slice() };
  }
  return undefined;
}

/**
 * {@link readTile} for neighbours: the same pixels, from one read for all where they lie on the same level. Each tile is made when its turn comes,
 * and lies in the kernels' memory until the next one's; what asks for them runs to its end before anything else is read.
 */
export function* readTiles(
  file: RasterFile,
  boxes: readonly Box[],
  size: number,
  reading: TileReading,
): Generator<TilePixels | undefined> {
  const beforeAll = markScratch();
  try {
    const tiles = planTiles(file, boxes, size, reading);
    const present = tiles.filter((tile) => tile !== undefined);
    const window = sharedWindow(
      present.map(({ plan }) => plan),
      reading,
    );
    const shared = window && readWindow(file, present[0]!, window, reading);
    for (const tile of tiles) {
      const before = markScratch();
      yield (
        tile && (shared ? resampleTile(tile, shared, size, reading) : readAlone(file, tile, size, reading))
      );
      releaseScratch(before);
    }
  } finally {
    releaseScratch(beforeAll);
  }
}

interface PlannedTile {
  readonly geometry: TileGeometry;
  readonly plan: ReadPlan;
}

function planTiles(
  file: RasterFile,
  boxes: readonly Box[],
  size: number,
  { bands, resampling }: TileReading,
): (PlannedTile | undefined)[] {
  checkBands(file, bands);
  return boxes.map((box) => {
    const geometry = tileGeometry(file.transform, box, size);
    const plan = planRead(file.levels, geometry, size, { resampling, overviewRule, bands: bands.length });
    return plan && { geometry, plan };
  });
}

/** The smallest window that holds those of all plans; undefined where they lie on different levels or far apart, or it would be too large. */
function sharedWindow(plans: readonly ReadPlan[], reading: TileReading): PixelWindow | undefined {
  const [first] = plans;
  if (!first || plans.length === 1) return undefined;
  if (plans.some(({ level, decimation }) => level !== first.level || decimation !== first.decimation)) {
    return undefined;
  }
  const window = unionOf(plans.map((plan) => plan.window))!;
  const apart = plans.reduce((sum, plan) => sum + plan.window.width * plan.window.height, 0);
  return window.width * window.height <= 1.2 * apart && !takesPieces(window, reading) ? window : undefined;
}

/** So many values are read at once at most: 64 MiB of single precision. */
const VALUES_AT_ONCE_MAX = 16 * 2 ** 20;

function takesPieces({ width, height }: PixelWindow, { bands }: TileReading): boolean {
  return width * height * bands.length > VALUES_AT_ONCE_MAX;
}

function readAlone(
  file: RasterFile,
  tile: PlannedTile,
  size: number,
  reading: TileReading,
): TilePixels | undefined {
  const { geometry, plan } = tile;
  if (!takesPieces(plan.window, reading)) {
    return resampleTile(tile, readWindow(file, tile, plan.window, reading), size, reading);
  }
  return assemblePieces(planTilePieces(tile, reading), size, ({ rect, window, scaleX, scaleY }) => {
    const piece = { geometry, plan: { ...plan, parts: [{ rect, scaleX, scaleY }] } };
    return resampleTile(piece, readWindow(file, tile, window, reading), size, reading);
  });
}

function planTilePieces({ geometry, plan }: PlannedTile, { resampling, bands }: TileReading) {
  const levelSize = {
    width: Math.max(1, Math.floor(plan.levelWidth)),
    height: Math.max(1, Math.floor(plan.levelHeight)),
  };
  const pixelsMax = VALUES_AT_ONCE_MAX / bands.length;
  return plan.parts.flatMap(({ rect, scaleX, scaleY }) => {
    const [reachX, reachY] = [kernelReach(resampling, scaleX), kernelReach(resampling, scaleY)];
    const source = { ...plan, geometry, resampling, levelSize, reachX, reachY, pixelsMax };
    return planPieces(source, rect).map((piece) => ({ ...piece, scaleX, scaleY }));
  });
}

function readWindow(
  file: RasterFile,
  { plan }: PlannedTile,
  window: PixelWindow,
  { bands, nodata, resampling }: TileReading,
): SourcePixels {
  const { level, decimation } = plan;
  return readPixels(file, {
    level,
    decimation,
    window,
    bands,
    nodata,
    categorical: choosesValues(resampling),
  });
}

function resampleTile(
  { geometry, plan }: PlannedTile,
  source: SourcePixels,
  size: number,
  { resampling }: TileReading,
): TilePixels {
  if (resampling === "mode") return chooseMostFrequent(source, geometry, plan, size);
  return resample(source, geometry, plan, size, resampling);
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
