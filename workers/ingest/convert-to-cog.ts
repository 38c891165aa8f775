import { rmSync } from "node:fs";
import gdal from "gdal-async";
import { writeCog, type CogCompression } from "./write-cog.ts";

/**
 * Converts a local GeoTIFF to a COG with the same pixels. A file with ground control points only is first
 * warped to their coordinate reference system. A failed conversion leaves nothing at the destination.
 */
export async function convertToCog(source: string, destination: string): Promise<void> {
  const dataset = gdal.open(source, "r", ["GTiff"]);
  const warpedFile = `${destination}.warped`;
  try {
    if (dataset.geoTransform === null) {
      const args = [
        "-of",
        "GTiff",
        "-co",
        "TILED=YES",
        "-co",
        "BIGTIFF=IF_SAFER",
        ...outsideArguments(dataset),
      ];
      const warped = await gdal.warpAsync(warpedFile, null, [dataset], args);
      await writeAndClose(warped, destination, "lossless");
    } else await writeCog(dataset, destination, compressionOf(dataset));
  } catch (error) {
    rmSync(destination, { force: true });
    throw error;
  } finally {
    dataset.close();
    rmSync(warpedFile, { force: true });
  }
}

async function writeAndClose(
  dataset: gdal.Dataset,
  destination: string,
  compression: CogCompression,
): Promise<void> {
  try {
    await writeCog(dataset, destination, compression);
  } finally {
    dataset.close();
  }
}

/** Pixels outside a warped source are nodata where the source knows nodata, transparent where it does not. */
function outsideArguments(dataset: gdal.Dataset): string[] {
  const band = dataset.bands.get(1);
  if (band.colorInterpretation === "Palette") return ["-r", "near"];
  return band.noDataValue === null ? ["-r", "bilinear", "-dstalpha"] : ["-r", "bilinear"];
}

/** JPEG photographs stay lossy; everything else keeps every value. */
function compressionOf(dataset: gdal.Dataset): CogCompression {
  const structure = dataset.getMetadata("IMAGE_STRUCTURE") as Record<string, string>;
  const isPhotograph = /JPEG/.test(structure.COMPRESSION ?? "") && dataset.bands.count() === 3;
  return isPhotograph && dataset.bands.get(1).dataType === "Byte" ? "photograph" : "lossless";
}
