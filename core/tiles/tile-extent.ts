import type { RasterInfo } from "../rasters/raster-info.ts";
import { MERCATOR_LATITUDE_MAX, ZOOM_MAX, type Box } from "./tile-grid.ts";

/**
 * How many zoom levels farther out a target is shown than where it fills about one tile; beyond that it would
 * be a few pixels.
 */
const ZOOM_OUT_LEVELS = 3;

/**
 * The place and the useful zoom levels of a target: TileJSON's `bounds`, `center`, `minzoom` and `maxzoom`.
 */
export interface TileExtent {
  readonly bounds: Box;
  readonly center: readonly [lon: number, lat: number, zoom: number];
  readonly minzoom: number;
  readonly maxzoom: number;
}

/**
 * The common extent of rasters; undefined when there are none. Over the antimeridian the east lies beyond
 * 180, which map clients take as one area. The centre lies in the raster that is nearest to the middle.
 */
export function tileExtent(rasters: readonly RasterInfo[]): TileExtent | undefined {
  const boxes = rasters.flatMap((raster) => raster.footprint);
  const [first] = boxes;
  if (first === undefined) return undefined;
  const [west, east] = longitudesOf(boxes);
  const south = Math.min(...boxes.map((box) => box[1]));
  const north = Math.max(...boxes.map((box) => box[3]));
  const minzoom = Math.max(0, Math.min(...rasters.map((raster) => raster.zoomMin)) - ZOOM_OUT_LEVELS);
  const maxzoom = Math.min(ZOOM_MAX, Math.max(minzoom, ...rasters.map((raster) => raster.zoomMax)));
  const centerZoom = Math.min(maxzoom, minzoom + ZOOM_OUT_LEVELS);
  const center = nearestIn(boxes, [west, south, east, north]);
  return { bounds: [west, south, east, north], center: [...center, centerZoom], minzoom, maxzoom };
}

const TURN = 360;

/** The shortest arc of longitudes that holds all boxes, from -180 on; its east may lie beyond 180. */
function longitudesOf(boxes: readonly Box[]): [west: number, east: number] {
  const sorted = [...boxes].sort((a, b) => a[0] - b[0]);
  let [start, end] = [sorted[0]![0], sorted[0]![2]];
  let [west, widest] = [start, -1];
  for (const box of sorted.slice(1)) {
    if (box[0] > end && box[0] - end > widest) [west, widest] = [box[0], box[0] - end];
    end = Math.max(end, box[2]);
  }
  // The gap from the last box over the antimeridian to the first one leaves everything as it is.
  const outer = start + TURN - end;
  if (widest <= outer) return [start, end];
  const before = Math.max(...sorted.filter((box) => box[0] < west).map((box) => box[2]));
  return [west, before + TURN];
}

/** The middle of a box, moved into the nearest of others where it lies in none. */
function nearestIn(boxes: readonly Box[], [west, south, east, north]: Box): [lon: number, lat: number] {
  const middle = [(west + east) / 2, clampLatitude((south + north) / 2)] as const;
  const around = boxes.flatMap((box) => (box[0] < west ? [turned(box)] : [box]));
  let [best, nearest]: [[number, number], number] = [[...middle], Infinity];
  for (const box of around) {
    const distance = Math.hypot(
      Math.max(box[0] - middle[0], 0, middle[0] - box[2]),
      Math.max(box[1] - middle[1], 0, middle[1] - box[3]),
    );
    if (distance >= nearest) continue;
    const own = [(box[0] + box[2]) / 2, clampLatitude((box[1] + box[3]) / 2)] as const;
    [best, nearest] = [distance === 0 ? [...middle] : [...own], distance];
  }
  return [best[0] > TURN / 2 ? best[0] - TURN : best[0], best[1]];
}

function turned([west, south, east, north]: Box): Box {
  return [west + TURN, south, east + TURN, north];
}

/** The map ends before the poles. */
function clampLatitude(lat: number): number {
  return Math.max(-MERCATOR_LATITUDE_MAX, Math.min(MERCATOR_LATITUDE_MAX, lat));
}
