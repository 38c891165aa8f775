import type { Resampling } from "../../core/render-style.ts";
import type { Box } from "../../core/tile.ts";
import { RasterRefused } from "./errors.ts";
import { gdal } from "./gdal.ts";
import type { Nodata } from "./nodata.ts";
import type { TilePixels } from "./pixels.ts";
import { overviewRuleOf, planTile } from "./plan.ts";
import type { RasterFile } from "./raster-file.ts";
import { readPixels, readRequest } from "./reader.ts";
import { resample } from "./resample.ts";
import { tileGeometry } from "./tile-geometry.ts";

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
  const { bands, resampling, nodata } = reading;
  checkBands(file, bands);
  const geometry = tileGeometry(file.transform, box, size);
  const plan = planTile(file.levels, geometry, size, { resampling, overviewRule });
  if (!plan) return undefined;
  const categorical = resampling === "nearest";
  const source = readPixels(file, readRequest(plan, { bands, nodata, categorical }));
  return resample(source, geometry, plan, size, resampling);
}

function checkBands(file: RasterFile, bands: readonly number[]): void {
  const missing = bands.find((band) => band > file.bands.length);
  if (missing !== undefined) {
    throw new RasterRefused(
      "bad_style",
      `The style draws band ${missing}; the raster has ${file.bands.length}.`,
    );
  }
}
