import gdal from "gdal-async";

/** How pixels are kept: without loss, or as photographs. */
export type CogCompression = "lossless" | "photograph";

/** How a COG is written, where it is not from what the source says. */
export interface CogOptions {
  /** Threads for compression; all processors unless given. */
  readonly threads?: number;
  /** Values are classes although the file has no palette. */
  readonly isCategorical?: boolean;
  /** How overviews are made; by the kind of data unless given. */
  readonly overviews?: "NEAREST";
  /** The CRS of a source that names none, as WKT. */
  readonly crs?: string;
  /** Called now and then with the share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Writes a dataset as a Cloud-Optimized GeoTIFF: tiled, with overviews, in one file. The caller closes the
 * source. Throws GDAL's error when the source cannot be read to its end.
 */
export async function writeCog(
  source: gdal.Dataset,
  destination: string,
  compression: CogCompression,
  options: CogOptions = {},
): Promise<void> {
  const creation = {
    ...creationOptions(source, compression),
    NUM_THREADS: options.threads ?? "ALL_CPUS",
    OVERVIEW_RESAMPLING: options.overviews ?? overviewResampling(source, options.isCategorical ?? false),
  };
  const args = Object.entries(creation).flatMap(([name, value]) => ["-co", `${name}=${value}`]);
  const placed = options.crs === undefined ? [] : ["-a_srs", options.crs];
  const { onProgress } = options;
  const written = await gdal.translateAsync(
    destination,
    source,
    ["-of", "COG", ...placed, ...args],
    onProgress === undefined ? {} : { progress_cb: (share) => onProgress(share) },
  );
  written.close();
}

function creationOptions(source: gdal.Dataset, compression: CogCompression): Record<string, string> {
  const layout = { BLOCKSIZE: "512", BIGTIFF: "IF_SAFER", SPARSE_OK: "TRUE" };
  if (compression === "photograph")
    return { ...layout, COMPRESS: "JPEG", QUALITY: "90", OVERVIEW_QUALITY: "90" };
  const dataType = source.bands.get(1).dataType ?? "";
  // GDAL chooses the predictor by the data type, except that neighbours in a palette have no arithmetic.
  const predictor = hasPalette(source) || dataType.startsWith("C") ? "NO" : "YES";
  return { ...layout, COMPRESS: "DEFLATE", LEVEL: "6", PREDICTOR: predictor };
}

/**
 * Averaging palette indices or classes would invent some that are not there; GDAL before 3.7 averages signed
 * bytes as if they had no sign.
 */
function overviewResampling(source: gdal.Dataset, isCategorical: boolean): string {
  const { PIXELTYPE: pixelType } = (source.bands.get(1).getMetadata("IMAGE_STRUCTURE") ?? {}) as Record<
    string,
    unknown
  >;
  if (pixelType === "SIGNEDBYTE") return "NEAREST";
  return isCategorical || hasPalette(source) ? "MODE" : "AVERAGE";
}

function hasPalette(source: gdal.Dataset): boolean {
  return source.bands.get(1).colorInterpretation === "Palette";
}
