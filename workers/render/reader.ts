import { RasterRefused } from "./errors.ts";
import { gdal } from "./gdal.ts";
import { scratchArray, scratchZeros, type ScratchArray } from "./kernels/scratch.ts";
import { anyBandValid, validityOf, type Nodata } from "./nodata.ts";
import type { PixelArray, Plane, SourcePixels } from "./pixels.ts";
import type { PixelWindow } from "./plan.ts";
import type { RasterFile } from "./raster-file.ts";

/** What to read of a raster, from where. */
export interface ReadRequest {
  readonly level: number;
  readonly decimation: number;
  /** In pixels of the level after decimation. */
  readonly window: PixelWindow;
  readonly bands: readonly number[];
  /** In place of the file's nodata; null: as the file says. */
  readonly nodata: Nodata;
  /** Never average classes, even where overviews are missing. */
  readonly categorical: boolean;
}

/** Reads bands, and opacity from alpha, mask or nodata. Throws RasterRefused when the file's content cannot be decoded. */
export function readPixels(file: RasterFile, request: ReadRequest): SourcePixels {
  try {
    return readAll(file, request);
  } catch (error) {
    if (error instanceof RasterRefused) throw error;
    throw new RasterRefused(
      "unreadable",
      "The raster's pixels cannot be read; the file is damaged or incomplete.",
      {
        cause: error,
      },
    );
  }
}

function readAll(file: RasterFile, request: ReadRequest): SourcePixels {
  const alpha = file.mask?.kind === "alpha" ? file.mask.band : null;
  const bands = request.bands.map((index) => {
    const info = file.bands[index - 1]!;
    const plane = readPlane(file.bandAt(request.level, index), request, pixelTypeOf(info.dataType));
    return {
      plane,
      valid: validityOf(plane.values, request.nodata ?? info.nodata, info.integerRange !== null),
      integerRange: info.integerRange,
    };
  });
  const byNodata = anyBandValid(bands.map((band) => band.valid));
  const byMask = alpha === null ? readMask(file, request) : readAlpha(file, request, alpha);
  const opacity = both(byNodata, byMask);
  return {
    window: request.window,
    bands: bands.map(({ plane, valid, integerRange }) => ({
      plane,
      get data() {
        return plane.values;
      },
      valid,
      usable: usableOf(opacity, plane, valid),
      integerRange,
    })),
    opacity,
  };
}

/** What of a band may be mixed; its other pixels are set to zero, so that weights of zero take them out. */
function usableOf(
  opacity: Uint8Array | null,
  plane: Plane,
  valid: Uint8Array | null,
): ScratchArray<"Uint8"> | null {
  if (opacity === null && valid === null) return null;
  const array = scratchZeros("Uint8", plane.length);
  const usable = array.values;
  const data = plane.values;
  for (let index = 0; index < usable.length; index++) {
    if ((opacity === null || opacity[index]! > 0) && (valid === null || valid[index] === 1))
      usable[index] = 1;
    else data[index] = 0;
  }
  return array;
}

/** GDAL's name of the number type a band is read as. */
function pixelTypeOf(dataType: string): "Float32" | "Float64" {
  return FLOAT32_TYPES.has(dataType) ? "Float32" : "Float64";
}

const FLOAT32_TYPES = new Set(["Byte", "UInt16", "Int16", "Float32"]);

function readPlane(band: gdal.RasterBand, request: ReadSource, type: "Float32" | "Float64"): Plane {
  const plane: Plane =
    type === "Float32"
      ? scratchArray("Float32", lengthOf(request))
      : scratchArray("Float64", lengthOf(request));
  readInto(band, request, plane.values, type);
  return plane;
}

type ReadSource = Pick<ReadRequest, "decimation" | "window" | "categorical">;

function lengthOf({ window }: ReadSource): number {
  return window.width * window.height;
}

function readInto(
  band: gdal.RasterBand,
  { decimation, window, categorical }: ReadSource,
  data: PixelArray | Uint8Array,
  type: "Byte" | "Float32" | "Float64",
): void {
  const { left, top, width, height } = window;
  const sourceWidth = Math.min(width * decimation, band.size.x - left * decimation);
  const sourceHeight = Math.min(height * decimation, band.size.y - top * decimation);
  band.pixels.read(left * decimation, top * decimation, sourceWidth, sourceHeight, data, {
    buffer_width: width,
    buffer_height: height,
    data_type: type,
    resampling: decimation > 1 && !categorical ? gdal.GRA_Average : gdal.GRA_NearestNeighbor,
  });
}

function readBytes(band: gdal.RasterBand, request: ReadSource): Uint8Array {
  const bytes = new Uint8Array(lengthOf(request));
  readInto(band, request, bytes, "Byte");
  return bytes;
}

function readAlpha(file: RasterFile, request: ReadRequest, alpha: number): Uint8Array | null {
  const info = file.bands[alpha - 1]!;
  const band = file.bandAt(request.level, alpha);
  if (info.dataType === "Byte") return opaqueAsNull(readBytes(band, request));
  const most = info.integerRange?.[1] ?? 1;
  const values = new Float64Array(lengthOf(request));
  readInto(band, request, values, "Float64");
  return opaqueAsNull(Uint8Array.from(values, (value) => (value / most) * 255));
}

function opaqueAsNull(opacity: Uint8Array): Uint8Array | null {
  return opacity.every((value) => value === 255) ? null : opacity;
}

function readMask(file: RasterFile, request: ReadRequest): Uint8Array | null {
  if (
    file.mask?.kind !== "mask" ||
    request.nodata !== null ||
    file.bands.some(({ nodata }) => nodata !== null)
  ) {
    return null;
  }
  const mask = readBytes(file.bandAt(request.level, 1).getMaskBand()!, request);
  let full = true;
  for (let index = 0; index < mask.length; index++) {
    if (mask[index] === 255) continue;
    if (mask[index]! > 0) mask[index] = 255;
    else full = false;
  }
  return full ? null : mask;
}

function both(one: Uint8Array | null, other: Uint8Array | null): Uint8Array | null {
  if (one === null || other === null) return one ?? other;
  return one.map((value, index) => Math.min(value, other[index]!));
}
