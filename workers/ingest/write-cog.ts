import gdal from "gdal-async";

/** How pixels are kept: without loss, or as photographs. */
export type CogCompression = "lossless" | "photograph";

/**
 * Writes a dataset as a Cloud-Optimized GeoTIFF: tiled, with overviews, in one file. The caller closes the
 * source. Throws GDAL's error when the source cannot be read to its end.
 */
export async function writeCog(
  source: gdal.Dataset,
  destination: string,
  compression: CogCompression,
): Promise<void> {
  const options = {
    ...creationOptions(source, compression),
    OVERVIEW_RESAMPLING: overviewResampling(source),
  };
  const args = Object.entries(options).flatMap(([name, value]) => ["-co", `${name}=${value}`]);
  const written = await gdal.translateAsync(destination, source, ["-of", "COG", ...args]);
  written.close();
}

function creationOptions(source: gdal.Dataset, compression: CogCompression): Record<string, string> {
  const layout = { BLOCKSIZE: "512", BIGTIFF: "IF_SAFER", NUM_THREADS: "ALL_CPUS" };
  if (compression === "photograph")
    return { ...layout, COMPRESS: "JPEG", QUALITY: "90", OVERVIEW_QUALITY: "90" };
  const dataType = source.bands.get(1).dataType ?? "";
  // GDAL chooses the predictor by the data type, except that neighbours in a palette have no arithmetic.
  const predictor = hasPalette(source) || dataType.startsWith("C") ? "NO" : "YES";
  return { ...layout, COMPRESS: "DEFLATE", LEVEL: "6", PREDICTOR: predictor };
}

/** Averaging palette indices or classes would invent some that are not there. */
function overviewResampling(source: gdal.Dataset): string {
  return hasPalette(source) ? "NEAREST" : "AVERAGE";
}

function hasPalette(source: gdal.Dataset): boolean {
  return source.bands.get(1).colorInterpretation === "Palette";
}
