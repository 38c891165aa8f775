import { rmSync } from "node:fs";
import gdal from "gdal-async";
import { isComplex, openComplexParts } from "./complex-parts.ts";
import { RasterRefused } from "../render/errors.ts";
import { refuseOtherOverviews } from "../render/engine/raster-checks.ts";
import { writeCog, type CogCompression, type CogOptions } from "./write-cog.ts";

/** How a conversion runs. */
export type ConversionOptions = Omit<CogOptions, "onProgress"> & {
  readonly onProgress?: (step: "warping" | "converting", share: number) => void;
};

/**
 * Converts a GeoTIFF to a local COG with the same pixels. A file that is placed by ground control points or
 * RPCs only is first warped; of complex numbers, magnitude and phase are kept. A failed conversion leaves
 * nothing at the destination.
 */
export async function convertToCog(
  source: string,
  destination: string,
  { onProgress = () => undefined, ...options }: ConversionOptions = {},
): Promise<void> {
  const dataset = gdal.open(source, "r", ["GTiff"]);
  const warpedFile = `${destination}.warped`;
  const converting = { ...options, onProgress: (share: number) => onProgress("converting", share) };
  try {
    refuseOtherOverviews(dataset);
    if (dataset.geoTransform === null) {
      requirePlace(dataset);
      const args = [
        ...WARPED_LAYOUT,
        ...placeArguments(dataset),
        ...resamplingArguments(dataset, options.isCategorical ?? false),
      ];
      const warping = { progress_cb: (share: number) => onProgress("warping", share) };
      const warped = await gdal.warpAsync(warpedFile, null, [dataset], args, warping);
      try {
        warped.flush();
        await writeParts(warpedFile, warped, destination, "lossless", converting);
      } finally {
        warped.close();
      }
    } else await writeParts(source, dataset, destination, compressionOf(dataset), converting);
  } catch (error) {
    rmSync(destination, { force: true });
    throw error;
  } finally {
    dataset.close();
    rmSync(warpedFile, { force: true });
  }
}

/** Phases cannot be averaged: overviews of complex numbers are chosen pixels. */
async function writeParts(
  path: string,
  dataset: gdal.Dataset,
  destination: string,
  compression: CogCompression,
  options: CogOptions,
): Promise<void> {
  if (!isComplex(dataset)) {
    await writeCog(dataset, destination, compression, options);
    return;
  }
  const parts = openComplexParts(path, dataset);
  try {
    await writeCog(parts, destination, compression, { ...options, overviews: "NEAREST" });
  } finally {
    parts.close();
  }
}

function requirePlace(dataset: gdal.Dataset): void {
  if (dataset.getGCPs().length > 0 || hasRpcs(dataset)) return;
  throw new RasterRefused(
    "no_georeference",
    "The raster has no georeference: no place on the earth is stored in it, or in the files that were sent with it.",
  );
}

const WARPED_LAYOUT = "-of GTiff -co TILED=YES -co COMPRESS=LZW -co BIGTIFF=IF_SAFER -wm 64".split(" ");

/**
 * Ground control points first: a file with both was georeferenced by its owner. Without heights of the
 * ground, the mean height of the scene is nearer to the truth than GDAL's 0.
 */
function placeArguments(dataset: gdal.Dataset): string[] {
  if (dataset.getGCPs().length > 0 || !hasRpcs(dataset)) return [];
  const { HEIGHT_OFF: height } = dataset.getMetadata("RPC") as Record<string, string>;
  const meters = Number.parseFloat(height ?? "");
  return ["-rpc", "-t_srs", "EPSG:4326", ...(Number.isFinite(meters) ? ["-to", `RPC_HEIGHT=${meters}`] : [])];
}

/** Whether a file holds rational polynomial coefficients. */
export function hasRpcs(dataset: gdal.Dataset): boolean {
  return Object.keys((dataset.getMetadata("RPC") ?? {}) as object).length > 0;
}

/**
 * Classes are chosen, all else is blended. Pixels outside a warped source are nodata where the source knows
 * nodata, transparent where it does not.
 */
function resamplingArguments(dataset: gdal.Dataset, isCategorical: boolean): string[] {
  const band = dataset.bands.get(1);
  const method = isCategorical || band.colorInterpretation === "Palette" ? "near" : "bilinear";
  const isOpen = band.noDataValue === null && !isComplex(dataset);
  return ["-r", method, ...(isOpen ? ["-dstalpha"] : [])];
}

/** JPEG photographs stay lossy; everything else keeps every value. */
function compressionOf(dataset: gdal.Dataset): CogCompression {
  const structure = dataset.getMetadata("IMAGE_STRUCTURE") as Record<string, string>;
  const isPhotograph = /JPEG/.test(structure.COMPRESSION ?? "") && dataset.bands.count() === 3;
  return isPhotograph && dataset.bands.get(1).dataType === "Byte" ? "photograph" : "lossless";
}
