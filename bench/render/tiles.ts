import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { tileAt, type TileAddress } from "../../core/tiles/tile-grid.ts";
import type { BenchRaster } from "./rasters.ts";

/** Distinct tiles of a raster over its four zoom levels, grouped as map views of 4 x 3 tiles ask for them. */
export function tilesOfViews(raster: BenchRaster, info: RasterInfo, count: number): TileAddress[] {
  const [west, south, east, north] = info.footprint[0]!;
  const perZoom = Math.ceil(count / raster.zooms.length);
  return raster.zooms.flatMap((z) => {
    const corners = [tileAt(west, north, z), tileAt(east, south, z)] as const;
    const [left, right] = [corners[0].x, corners[1].x];
    const [top, bottom] = [corners[0].y, corners[1].y];
    const views: TileAddress[][] = [];
    for (let y = top; y <= bottom; y += VIEW_ROWS) {
      for (let x = left; x <= right; x += VIEW_COLUMNS) {
        const view: TileAddress[] = [];
        for (let tile = 0; tile < VIEW_COLUMNS * VIEW_ROWS; tile++) {
          const address = { z, x: x + (tile % VIEW_COLUMNS), y: y + Math.floor(tile / VIEW_COLUMNS) };
          if (address.x <= right && address.y <= bottom) view.push(address);
        }
        views.push(view);
      }
    }
    // Views from the middle outwards: the edges of a raster are cheap.
    const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
    const distance = ([first]: TileAddress[]) => Math.hypot(first!.x - middleX, first!.y - middleY);
    views.sort((a, b) => distance(a) - distance(b));
    return views.flat().slice(0, perZoom);
  });
}

const VIEW_COLUMNS = 4;
const VIEW_ROWS = 3;

/** The values below which these shares of the measurements lie. */
export function percentiles(values: readonly number[], shares: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return shares.map((share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN);
}
