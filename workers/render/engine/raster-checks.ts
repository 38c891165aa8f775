import { nativeBox, type Affine } from "./affine.ts";
import { RasterRefused } from "../errors.ts";
import { gdal } from "./configure-gdal.ts";
import { RASTER_LIMITS } from "./raster-limits.ts";
import type { Nodata } from "./nodata.ts";
import { createSourceTransform, type SourceTransform } from "./source-transform.ts";
import type { LevelSize } from "./rectangles.ts";

// Checks before a raster is served. Each throws a RasterRefused that says what to do.

/** What a band holds, as far as drawing it needs. */
export interface RasterBandInfo {
  readonly dataType: string;
  readonly nodata: Nodata;
  /** Smallest and largest value of a whole-number type. */
  readonly integerRange: readonly [number, number] | null;
  /** The bytes are signed, although this GDAL reads them as unsigned ones. */
  readonly isStoredUnsigned: boolean;
}

const INTEGER_RANGES: Readonly<Record<string, readonly [number, number]>> = {
  Byte: [0, 255],
  Int8: [-128, 127],
  UInt16: [0, 65_535],
  Int16: [-32_768, 32_767],
  UInt32: [0, 4_294_967_295],
  Int32: [-2_147_483_648, 2_147_483_647],
  Int64: [-(2 ** 63), 2 ** 63],
  UInt64: [0, 2 ** 64],
};
const COMPLEX_TYPES = new Set(["CInt16", "CInt32", "CFloat32", "CFloat64"]);
const FLOAT_TYPES = new Set(["Float16", "Float32", "Float64"]);

/** Opens a GeoTIFF read-only; refuses every other file, and one that takes overviews from elsewhere. */
export function openGeoTiff(location: string): gdal.Dataset {
  const dataset = openOnly(location);
  try {
    refuseOtherOverviews(dataset);
    return dataset;
  } catch (error) {
    dataset.close();
    throw error;
  }
}

/**
 * Refuses a file whose metadata name another one for its overviews: GDAL would read that, whosever it is. To
 * be called before anything asks for overviews.
 */
export function refuseOtherOverviews(dataset: gdal.Dataset): void {
  const names = Object.keys((dataset.getMetadata("OVERVIEWS") ?? {}) as object);
  if (!names.some((name) => name.toUpperCase() === "OVERVIEW_FILE")) return;
  throw new RasterRefused(
    "unreadable",
    "The file's metadata name another file for its overviews (OVERVIEW_FILE); write it anew (gdal_translate -of COG).",
  );
}

/** Refuses JPEG of 12 bits where GDAL was built without it: such a file opens, and no pixel can be read. */
export function checkTwelveBits(dataset: gdal.Dataset): void {
  const band = dataset.bands.get(1);
  const { COMPRESSION: compression = "" } = dataset.getMetadata("IMAGE_STRUCTURE") as Record<string, string>;
  const { NBITS: bits } = band.getMetadata("IMAGE_STRUCTURE") as Record<string, string>;
  if (!compression.includes("JPEG") || bits !== "12") return;
  try {
    band.pixels.get(0, 0);
  } catch (error) {
    throw unknownCompression("JPEG of 12 bits", error);
  }
}

function unknownCompression(codec: string, cause: unknown): RasterRefused {
  return new RasterRefused(
    "unsupported_compression",
    `The file is compressed by ${codec}, which is not known here; write it with DEFLATE, LZW, ZSTD, LERC, WebP or JPEG.`,
    { cause },
  );
}

function openOnly(location: string): gdal.Dataset {
  try {
    return gdal.open(location, "r", ["GTiff"]);
  } catch (error) {
    const codec = missingCodec();
    if (codec !== undefined) throw unknownCompression(codec, error);
    throw new RasterRefused("unreadable", "The file is not a readable GeoTIFF; upload a GeoTIFF or COG.", {
      cause: error,
    });
  }
}

/** The binding's own error says only that opening failed; GDAL's last one says why. */
function missingCodec(): string | undefined {
  const { message = "" } = (gdal.lastError ?? {}) as { readonly message?: string };
  return /missing codec (?:of code )?([\w-]+)/.exec(message)?.[1];
}

/** Refuses a raster larger than {@link RASTER_LIMITS}, or without bands. */
export function checkSize(width: number, height: number, bandCount: number): void {
  if (Math.max(width, height) > RASTER_LIMITS.sidePixelsMax) {
    const most = RASTER_LIMITS.sidePixelsMax;
    throw new RasterRefused(
      "too_large",
      `The raster is ${width} x ${height} pixels; at most ${most} a side are served.`,
    );
  }
  if (bandCount === 0) throw new RasterRefused("unreadable", "The file holds no raster bands.");
  if (bandCount > RASTER_LIMITS.bandsMax) {
    throw new RasterRefused(
      "too_many_bands",
      `The raster has ${bandCount} bands; at most ${RASTER_LIMITS.bandsMax} are served.`,
    );
  }
}

/**
 * Refuses a band whose blocks are too large to be read in part. A block of a raster that interleaves its
 * bands by pixel holds all `interleavedBands` of them. Answers the bytes of a block.
 */
export function checkBlock(band: gdal.RasterBand, interleavedBands: number): number {
  const { x, y } = band.blockSize ?? band.size;
  const bytes = x * y * interleavedBands * bytesPerPixel(band.dataType ?? "");
  if (bytes > RASTER_LIMITS.blockBytesMax) {
    const mebibytes = Math.ceil(bytes / 2 ** 20);
    const bands = interleavedBands > 1 ? ` of ${interleavedBands} bands` : "";
    throw new RasterRefused(
      "block_too_large",
      `One block of the file is ${x} x ${y} pixels${bands} (${mebibytes} MiB); write it with internal tiles (a COG).`,
    );
  }
  return bytes;
}

/** How many bands lie in one block of the file. */
export function interleavedBandsOf(dataset: gdal.Dataset): number {
  const { INTERLEAVE: interleave } = dataset.getMetadata("IMAGE_STRUCTURE") as Record<string, unknown>;
  return interleave === "PIXEL" ? dataset.bands.count() : 1;
}

function bytesPerPixel(dataType: string): number {
  const bits = /\d+$/.exec(dataType);
  const complex = dataType.startsWith("C") ? 2 : 1;
  return bits ? (complex * Number(bits[0])) / 8 : 1;
}

/** What a band holds; refuses number types that are not served. */
export function bandInfo(band: gdal.RasterBand, index: number): RasterBandInfo {
  const isStoredUnsigned = isSignedByte(band);
  const dataType = isStoredUnsigned ? "Int8" : (band.dataType ?? "Unknown");
  const integerRange = INTEGER_RANGES[dataType] ?? null;
  if (COMPLEX_TYPES.has(dataType)) {
    throw new RasterRefused(
      "complex_numbers",
      `Band ${index} holds complex numbers (${dataType}); write their magnitude first, or let the upload be prepared.`,
    );
  }
  if (!integerRange && !FLOAT_TYPES.has(dataType)) {
    throw new RasterRefused(
      "unsupported_data_type",
      `Band ${index} has data type ${dataType}; whole numbers and floats are served.`,
    );
  }
  const { noDataValue } = band;
  const nodata =
    isStoredUnsigned && noDataValue !== null && noDataValue > 127 ? noDataValue - 256 : noDataValue;
  return { dataType, integerRange, nodata: Number.isNaN(nodata) ? "nan" : nodata, isStoredUnsigned };
}

/** GDAL has had a type of its own for them since 3.7. */
function isSignedByte(band: gdal.RasterBand): boolean {
  if (band.dataType !== "Byte") return false;
  const { PIXELTYPE: type } = band.getMetadata("IMAGE_STRUCTURE") as Record<string, unknown>;
  return type === "SIGNEDBYTE";
}

const IDENTITY: Affine = [0, 1, 0, 0, 0, 1];

/** The geotransform; refuses a raster that has none. */
export function georeferenceOf(dataset: gdal.Dataset): Affine {
  const affine = dataset.geoTransform as Affine | null;
  if (affine && affine.some((value, index) => value !== IDENTITY[index])) return affine;
  if (dataset.getGCPs().length > 0) {
    throw new RasterRefused(
      "gcp_only",
      "The raster is placed by ground control points only; warp it to a CRS first (gdalwarp -t_srs EPSG:3857).",
    );
  }
  if (Object.keys((dataset.getMetadata("RPC") ?? {}) as object).length > 0) {
    throw new RasterRefused(
      "rpc_only",
      "The raster is placed by rational polynomial coefficients (RPCs) only; orthorectify it first (gdalwarp -rpc -t_srs EPSG:4326).",
    );
  }
  throw new RasterRefused(
    "no_georeference",
    "The raster has no georeference: no place on the earth is stored in it.",
  );
}

/** The coordinate reference system; refuses a raster that names none. */
export function crsOf(dataset: gdal.Dataset): gdal.SpatialReference {
  const crs = dataset.srs;
  if (crs) return crs;
  throw new RasterRefused(
    "no_georeference",
    "The raster names no coordinate reference system; set one first (gdal_edit.py -a_srs EPSG:…).",
  );
}

/**
 * No unit has places on the earth beyond these coordinates, and PROJ needs ever more time to wrap larger
 * ones.
 */
const COORDINATE_MAX = 1e12;
const ANGLE_MAX = 1e6;

/** Refuses a raster whose coordinates lie far outside the earth. */
export function checkPlace(crs: gdal.SpatialReference, affine: Affine, size: LevelSize): void {
  const most = crs.isGeographic() ? ANGLE_MAX : COORDINATE_MAX;
  const box = nativeBox(affine, size);
  // Written so that NaN is too far as well.
  if (box.every((coordinate) => Math.abs(coordinate) <= most)) return;
  throw new RasterRefused("no_georeference", "The raster's georeference puts it nowhere on the earth.");
}

/** The transform from EPSG:3857 to pixels; refuses a CRS without one, and pixels without area. */
export function transformOf(crs: gdal.SpatialReference, affine: Affine, size: LevelSize): SourceTransform {
  try {
    const transform = createSourceTransform(crs, affine, size);
    if (transform) return transform;
  } catch (error) {
    throw new RasterRefused(
      "unknown_crs",
      "No transformation is known from the raster's coordinate reference system to Web Mercator.",
      { cause: error },
    );
  }
  throw new RasterRefused("no_georeference", "The raster's geotransform gives its pixels no area.");
}
