import type { RasterInfo } from "../rasters/raster-info.ts";
import { ZOOM_MAX, type Box } from "./tile-grid.ts";

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
 * The common extent of rasters; undefined when there are none. Across the antimeridian the bounds span all
 * longitudes.
 */
export function tileExtent(rasters: readonly RasterInfo[]): TileExtent | undefined {
  const boxes = rasters.flatMap((raster) => raster.footprint);
  const [first] = boxes;
  if (first === undefined) return undefined;
  const bounds = boxes.reduce<Box>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    first,
  );
  const minzoom = Math.max(0, Math.min(...rasters.map((raster) => raster.zoomMin)) - ZOOM_OUT_LEVELS);
  const maxzoom = Math.min(ZOOM_MAX, Math.max(minzoom, ...rasters.map((raster) => raster.zoomMax)));
  const centerZoom = Math.min(maxzoom, minzoom + ZOOM_OUT_LEVELS);
  return {
    bounds,
    center: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2, centerZoom],
    minzoom,
    maxzoom,
  };
}
