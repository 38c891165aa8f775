import { RasterRefused } from "./errors.ts";
import { gdal } from "./gdal.ts";
import { anyBandValid, validityOf, type Nodata } from "./nodata.ts";
import type { BandPixels, SourcePixels } from "./pixels.ts";
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
    const data = readWindow(file.bandAt(request.level, index), request, pixelTypeOf(info.dataType));
    return {
      data,
      valid: validityOf(data, request.nodata ?? info.nodata, info.integerRange !== null),
      integerRange: info.integerRange,
    };
  });
  const byNodata = anyBandValid(bands.map((band) => band.valid));
  const byMask = alpha === null ? readMask(file, request) : readAlpha(file, request, alpha);
  const opacity = both(byNodata, byMask);
  return {
    window: request.window,
    bands: bands.map((band) => ({ ...band, usable: usableOf(opacity, band) })),
    opacity,
  };
}

/** What of a band may be mixed; its other pixels are set to zero, so that weights of zero take them out. */
function usableOf(
  opacity: Uint8Array | null,
  { data, valid }: Pick<BandPixels, "data" | "valid">,
): Uint8Array | null {
  if (opacity === null && valid === null) return null;
  const usable = new Uint8Array(data.length);
  for (let index = 0; index < usable.length; index++) {
    if ((opacity === null || opacity[index]! > 0) && (valid === null || valid[index] === 1))
      usable[index] = 1;
    else data[index] = 0;
  }
  return usable;
}

/** GDAL's name of the number type a band is read as. */
function pixelTypeOf(dataType: string): "Float32" | "Float64" {
  return FLOAT32_TYPES.has(dataType) ? "Float32" : "Float64";
}

const FLOAT32_TYPES = new Set(["Byte", "UInt16", "Int16", "Float32"]);

const ARRAYS = { Byte: Uint8Array, Float32: Float32Array, Float64: Float64Array } as const;

function readWindow<Type extends keyof typeof ARRAYS>(
  band: gdal.RasterBand,
  { decimation, window, categorical }: Pick<ReadRequest, "decimation" | "window" | "categorical">,
  type: Type,
): InstanceType<(typeof ARRAYS)[Type]> {
  const { left, top, width, height } = window;
  const data = new ARRAYS[type](width * height) as InstanceType<(typeof ARRAYS)[Type]>;
  const sourceWidth = Math.min(width * decimation, band.size.x - left * decimation);
  const sourceHeight = Math.min(height * decimation, band.size.y - top * decimation);
  band.pixels.read(left * decimation, top * decimation, sourceWidth, sourceHeight, data, {
    buffer_width: width,
    buffer_height: height,
    data_type: type,
    resampling: decimation > 1 && !categorical ? gdal.GRA_Average : gdal.GRA_NearestNeighbor,
  });
  return data;
}

function readAlpha(file: RasterFile, request: ReadRequest, alpha: number): Uint8Array | null {
  const info = file.bands[alpha - 1]!;
  const band = file.bandAt(request.level, alpha);
  if (info.dataType === "Byte") return opaqueAsNull(readWindow(band, request, "Byte"));
  const most = info.integerRange?.[1] ?? 1;
  return opaqueAsNull(Uint8Array.from(readWindow(band, request, "Float64"), (value) => (value / most) * 255));
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
  const mask = readWindow(file.bandAt(request.level, 1).getMaskBand()!, request, "Byte");
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
