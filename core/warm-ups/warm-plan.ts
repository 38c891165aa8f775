import { intersectBoxes, boxesOfBounds } from "../tiles/tile-area.ts";
import type { PlanLayer } from "../tiles/plan-layer.ts";
import type { BlockSpan } from "../tiles/tile-block.ts";
import type { Box } from "../tiles/tile-grid.ts";
import type { Rendition } from "../tiles/tile-spec.ts";
import type { PictureFormat } from "../tiles/tile-format.ts";

/** What tiles of what is drawn before anybody looks. */
export interface WarmRange {
  readonly zoomMin: number;
  readonly zoomMax: number;
  /** West, south, east, north in degrees; null: all of the target. */
  readonly bounds: readonly number[] | null;
}

/** The tiles of one zoom level. */
export interface WarmLevel {
  readonly zoom: number;
  readonly tiles: number;
  /** Blocks that they lie in: S3 takes each as one object. */
  readonly blocks: number;
}

/**
 * Bytes of a tile of 256 pixels, as the mean over aerial and satellite pictures of this service's benchmarks;
 * elevation and classes take less. A tile of 512 pixels takes about 3.5 times as much.
 */
const TYPICAL_BYTES: Readonly<Record<PictureFormat, number>> = {
  png: 60_000,
  jpg: 15_000,
  webp: 12_000,
  avif: 10_000,
  auto: 15_000,
};
const LARGE_FACTOR = 3.5;

/** List prices of S3 Standard in us-east-1: 5 dollars for a million writes, 0.023 a month for a gigabyte. */
const MICRO_DOLLARS_A_WRITE = 5;
const MICRO_DOLLARS_A_BYTE_AND_MONTH = 23_000 / 1e9;

/** What a number of tiles takes of the store. */
export interface StoreCost {
  readonly bytes: number;
  readonly writes: number;
  /** In millionths of a dollar, at list prices of S3. */
  readonly writesMicroDollars: number;
  readonly monthMicroDollars: number;
}

/** The area in degrees in which layers have tiles to draw. */
export function warmArea(layers: readonly PlanLayer[], { bounds }: WarmRange): Box[] {
  const footprints = layers.flatMap(({ raster }) => raster.footprint.map((box): Box => [...box]));
  return bounds === null ? footprints : intersectBoxes(footprints, boxesOfBounds(bounds));
}

/**
 * The tiles of each zoom level, and the blocks with `span` tiles a side, from the counts of all levels. The
 * last level may be cut off when all together have more than `tilesMax`.
 */
export function warmLevels(
  counts: readonly number[],
  range: Pick<WarmRange, "zoomMin">,
  tilesMax: number,
  span: BlockSpan,
): WarmLevel[] {
  const levels: WarmLevel[] = [];
  let left = tilesMax;
  for (let zoom = range.zoomMin; zoom < counts.length && left >= 0; zoom += 1) {
    const tiles = counts[zoom] ?? 0;
    levels.push({ zoom, tiles, blocks: counts[Math.max(0, zoom - Math.log2(span))] ?? 0 });
    left -= tiles;
  }
  return levels;
}

/** What tiles take of the store, estimated from what such tiles usually take. */
export function storeCost(
  levels: readonly WarmLevel[],
  { format, size }: Pick<Rendition, "size"> & { readonly format: PictureFormat },
): StoreCost {
  const tiles = levels.reduce((sum, level) => sum + level.tiles, 0);
  const writes = levels.reduce((sum, level) => sum + level.blocks, 0);
  const bytes = Math.round(tiles * TYPICAL_BYTES[format] * (size === 512 ? LARGE_FACTOR : 1));
  return {
    bytes,
    writes,
    writesMicroDollars: writes * MICRO_DOLLARS_A_WRITE,
    monthMicroDollars: Math.round(bytes * MICRO_DOLLARS_A_BYTE_AND_MONTH),
  };
}
