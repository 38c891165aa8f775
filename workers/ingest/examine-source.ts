import { existsSync } from "node:fs";
import gdal from "gdal-async";
import { hasRpcs } from "./convert-to-cog.ts";

/**
 * Whether a file can be served as it is, after a conversion, or not at all (with a public reason of one
 * line).
 */
export type SourceVerdict =
  | { readonly use: "as-is" }
  | { readonly use: "convert" }
  | { readonly use: "refuse"; readonly reason: string };

const WGS84 = "EPSG:4326";

/** Rasters up to this side are read whole at any zoom: they need neither tiles nor overviews. */
const SMALL_SIDE_PIXELS = 512;

/**
 * Examines a local GeoTIFF without reading it all: its georeference, its layout, and whether its last blocks
 * exist. Only the GTiff driver may open it.
 */
export function examineSource(path: string): SourceVerdict {
  // It is a file of this machine's user: those beside it count, as they do for its preparation.
  gdal.config.set("GDAL_DISABLE_READDIR_ON_OPEN", "FALSE");
  gdal.config.set("GDAL_PAM_ENABLED", "YES");
  let dataset: gdal.Dataset;
  try {
    dataset = gdal.open(path, "r", ["GTiff"]);
  } catch {
    return refuse("is not a GeoTIFF that GDAL can read");
  }
  try {
    return examineDataset(path, dataset);
  } catch (error) {
    return refuse(`cannot be read to its end, perhaps it was cut off (${oneLine(error)})`);
  } finally {
    dataset.close();
  }
}

function examineDataset(path: string, dataset: gdal.Dataset): SourceVerdict {
  if (dataset.bands.count() === 0) return refuse("has no raster bands");
  const hasControlPoints = dataset.getGCPs().length > 0;
  if (dataset.geoTransform === null && !hasControlPoints && !hasRpcs(dataset)) {
    return refuse(
      "has no georeference: assign one first, for example with gdal_translate -a_srs EPSG:… -a_ullr …",
    );
  }
  const srs =
    dataset.srs ??
    (hasControlPoints ? gdal.SpatialReference.fromUserInput(dataset.getGCPProjection()) : null);
  if (srs === null && (hasRpcs(dataset) || hasProjectionFile(path))) return { use: "convert" };
  if (srs === null) {
    return refuse(
      "has no coordinate reference system: assign one first, for example with gdal_edit.py -a_srs EPSG:…",
    );
  }
  if (!leadsToEarth(srs))
    return refuse("has a coordinate reference system that cannot be placed on the earth");
  readLastBlocks(dataset);
  return dataset.geoTransform !== null && isCloudOptimized(dataset) ? { use: "as-is" } : { use: "convert" };
}

/** The CRS may lie beside the file. */
function hasProjectionFile(path: string): boolean {
  return existsSync(path.replace(/\.[^./]*$/, ".prj"));
}

function refuse(reason: string): SourceVerdict {
  return { use: "refuse", reason };
}

/** GDAL's errors run over several lines and name its own internals after the first. */
function oneLine(error: unknown): string {
  const [first = "unknown error"] = (error instanceof Error ? error.message : String(error)).split("\n");
  return first.trim().replace(/\.$/, "");
}

function leadsToEarth(srs: gdal.SpatialReference): boolean {
  try {
    const toEarth = new gdal.CoordinateTransformation(srs, gdal.SpatialReference.fromUserInput(WGS84));
    return Boolean(toEarth);
  } catch {
    return false;
  }
}

/** A truncated file opens without an error, but its last blocks are missing. */
function readLastBlocks(dataset: gdal.Dataset): void {
  const band = dataset.bands.get(dataset.bands.count());
  const levels = [band, ...band.overviews.map((overview) => overview)];
  for (const level of levels) {
    const blocks = {
      x: Math.ceil(level.size.x / level.blockSize.x),
      y: Math.ceil(level.size.y / level.blockSize.y),
    };
    level.pixels.readBlock(blocks.x - 1, blocks.y - 1);
  }
}

/** Serving needs tiles and overviews inside one file. The order of its parts only matters over a network. */
function isCloudOptimized(dataset: gdal.Dataset): boolean {
  if (dataset.getFileList().length > 1) return false;
  const band = dataset.bands.get(1);
  const longSide = Math.max(band.size.x, band.size.y);
  if (longSide <= SMALL_SIDE_PIXELS) return true;
  const isTiled = band.blockSize.x < band.size.x || band.blockSize.x === band.blockSize.y;
  return isTiled && band.overviews.count() > 0;
}
