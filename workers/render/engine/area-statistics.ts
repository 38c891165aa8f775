import { fillRings, type GridRing } from "../../../core/rasters/fill-rings.ts";
import { inPieces, type Polygon } from "../../../core/rasters/polygon-area.ts";
import { parseExpression } from "../../../core/styles/expression.ts";
import { lonToMercator, MERCATOR_HALF_WIDTH } from "../../../core/tiles/tile-grid.ts";
import type { ScratchMemory } from "../kernels/scratch.ts";
import type { RasterFile } from "./raster-file.ts";
import { readPixels } from "./read-pixels.ts";
import type { LevelSize, PixelWindow } from "./rectangles.ts";
import { calculatedValues, describeValues, percentile, type ExpressionStatistics } from "./statistics.ts";

/** What is calculated within an area. */
export interface AreaTask {
  /** In bands by index. */
  readonly expressions: readonly string[];
  /** In degrees. */
  readonly polygons: readonly Polygon[];
  readonly percentiles: readonly [number, number];
  readonly bins: number;
}

/** Statistics with the percentiles that were requested. */
interface AreaValues extends ExpressionStatistics {
  readonly percentiles: readonly [number, number];
}

/** What is found within an area. */
export interface AreaStatistics {
  /** Pixels of the file, in each direction, that one pixel that was read stands for. */
  readonly reduction: number;
  /** Pixels whose centres lie in the area, with or without data. */
  readonly pixels: number;
  /** Of each expression; null where no pixel has a value. */
  readonly statistics: readonly (AreaValues | null)[];
}

/** Of a larger area an overview is read, and of the smallest one every second, third … pixel. */
const AREA_PIXELS_MAX = 1024 * 1024;

/** Statistics of the pixels whose centres lie within polygons, at the finest level that the bound allows. */
export function areaStatistics(memory: ScratchMemory, file: RasterFile, task: AreaTask): AreaStatistics {
  const shapes = inPieces(task.polygons).map((rings) => rings.flatMap((ring) => ringsOf(file, ring)));
  const grid = chooseGrid(file.levels, shapes.flat());
  if (grid === undefined) {
    return { reduction: 1, pixels: 0, statistics: task.expressions.map(() => null) };
  }
  const { level, decimation, window } = grid;
  const chosen = new Uint8Array(window.width * window.height);
  for (const rings of shapes) {
    fillRings(
      chosen,
      window,
      rings.map((ring) => onGrid(ring, grid)),
    );
  }
  const request = { level, decimation, window, nodata: null, categorical: true };
  const names = Array<null>(file.bands.length).fill(null);
  const statistics = task.expressions.map((text) => {
    const values = memory.within((scratch) =>
      calculatedValues(
        parseExpression(text, names),
        (bands) => readPixels(scratch, file, { ...request, bands }),
        chosen,
      ),
    );
    const found = describeValues(values, { bins: task.bins, range: null });
    const [low, high] = task.percentiles.map((percent) => percent / 100);
    // The values are sorted by now.
    return found && { ...found, percentiles: [percentile(values, low!), percentile(values, high!)] as const };
  });
  const pixels = chosen.reduce((sum, mark) => sum + mark, 0);
  return { reduction: 1 / grid.across, pixels, statistics };
}

/** The pixels that are read. */
interface Grid {
  readonly level: number;
  readonly decimation: number;
  readonly window: PixelWindow;
  /** How many of them there are to one of the file. */
  readonly across: number;
  readonly down: number;
}

function chooseGrid(levels: RasterFile["levels"], rings: readonly GridRing[]): Grid | undefined {
  const extent = extentOf(rings, levels[0]);
  if (extent === undefined) return undefined;
  const gridAt = (level: number, decimation: number): Grid => {
    const size = levels[level] ?? levels[0];
    const [across, down] = [size.width / levels[0].width, size.height / levels[0].height].map(
      (share) => share / decimation,
    ) as [number, number];
    const left = Math.floor(extent.left * across);
    const top = Math.floor(extent.top * down);
    const right = Math.min(Math.floor(size.width / decimation), Math.ceil(extent.right * across));
    const bottom = Math.min(Math.floor(size.height / decimation), Math.ceil(extent.bottom * down));
    const window = { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
    return { level, decimation, window, across, down };
  };
  const pixelsOf = ({ window }: Grid) => window.width * window.height;
  const grids = levels.map((_, level) => gridAt(level, 1));
  const finest = grids.find((grid) => pixelsOf(grid) <= AREA_PIXELS_MAX);
  if (finest !== undefined) return finest;
  const last = levels.length - 1;
  return gridAt(last, Math.ceil(Math.sqrt(pixelsOf(grids[last]!) / AREA_PIXELS_MAX)));
}

/** The part of the raster that rings reach, in its pixels; undefined where they reach none. */
function extentOf(rings: readonly GridRing[], { width, height }: LevelSize) {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const { columns, rows } of rings) {
    const [west, east] = rangeOf(columns);
    const [north, south] = rangeOf(rows);
    if (!(west < width && east > 0 && north < height && south > 0)) continue;
    left = Math.min(left, Math.max(0, west));
    right = Math.max(right, Math.min(width, east));
    top = Math.min(top, Math.max(0, north));
    bottom = Math.max(bottom, Math.min(height, south));
  }
  return right > left && bottom > top ? { left, top, right, bottom } : undefined;
}

function rangeOf(places: ArrayLike<number>): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < places.length; index++) {
    low = Math.min(low, places[index]!);
    high = Math.max(high, places[index]!);
  }
  return [low, high];
}

function onGrid({ columns, rows }: GridRing, { across, down, window }: Grid): GridRing {
  return {
    columns: Float64Array.from(columns, (column) => column * across - window.left),
    rows: Float64Array.from(rows, (row) => row * down - window.top),
  };
}

/**
 * A ring in pixels of the full resolution, without positions that have no place in the raster's projection.
 * In a raster that counts around the earth, it is there once more on either side.
 */
function ringsOf(file: RasterFile, ring: Polygon[number]): GridRing[] {
  const xs = Float64Array.from(ring, ([longitude]) => lonToMercator(longitude));
  const ys = Float64Array.from(ring, ([, latitude]) => mercatorOf(latitude));
  file.transform.toPixels(xs, ys);
  const isPlace = (_: number, index: number) => Number.isFinite(xs[index]) && Number.isFinite(ys[index]);
  const [columns, rows] = [xs.filter(isPlace), ys.filter(isPlace)];
  const turn = file.transform.turnColumns;
  if (turn === undefined) return [{ columns, rows }];
  for (let index = 1; index < columns.length; index++) {
    columns[index]! -= turn * Math.round((columns[index]! - columns[index - 1]!) / turn);
  }
  return [-turn, 0, turn].map((by) => ({ columns: columns.map((column) => column + by), rows }));
}

/** Mercator's pole lies at infinity. */
const LATITUDE_MAX = 89.999;

/** EPSG:3857 y of a latitude, also beyond the square of the map. */
function mercatorOf(latitude: number): number {
  const kept = Math.max(-LATITUDE_MAX, Math.min(LATITUDE_MAX, latitude));
  return (Math.asinh(Math.tan((kept * Math.PI) / 180)) / Math.PI) * MERCATOR_HALF_WIDTH;
}
