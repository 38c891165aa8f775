import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { automaticStyle } from "../../core/styles/render-style.ts";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import type { AssetSource, BlockRequest } from "../../workers/render/engine/render-engine.ts";
import { makeRaster } from "./make-raster.ts";
import { rendition } from "../../core/tiles/tile-spec.ts";

/** A raster that never fills a tile, so that layer after layer has to be read. */
export function makeLongRaster(path: string): string {
  return makeRaster(path, {
    crs: 32633,
    affine: [200_000, 100, 0, 5_400_000, 0, -100],
    width: 1000,
    height: 1000,
    bands: 3,
    nodata: 0,
    value: (band, column, row) => (column < 500 ? 0 : ((column * row) % 200) + band + 1),
  });
}

/** A block that keeps a process busy for longer than any test waits. */
export function longRequest(source: AssetSource, info: RasterInfo, layerCount = 1_000): BlockRequest {
  const [west, south, east, north] = info.footprint[0]!;
  const { z, x, y } = tileAt((west + east) / 2, (south + north) / 2, 9);
  const layer = { source, info, style: automaticStyle(info) };
  return {
    layers: Array.from({ length: layerCount }, () => layer),
    z,
    tiles: Array.from({ length: 16 }, (_, tile) => ({ x: x + (tile % 4), y: y + (tile >> 2) })),
    rendition: rendition({ size: 512, format: "png" }),
  };
}
