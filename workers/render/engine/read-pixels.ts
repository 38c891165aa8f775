import { opaqueAlpha } from "../../../core/rasters/opaque-alpha.ts";
import { RasterRefused } from "../errors.ts";
import { gdal } from "./configure-gdal.ts";
import type { Scratch, ScratchArray } from "../kernels/scratch.ts";
import { anyBandValid, hasNodata, validityOf, type Nodata } from "./nodata.ts";
import type { BandPixels, IntegerPlane, Mask, PixelArray, Plane, SourcePixels } from "./pixels.ts";
import type { RasterFile } from "./raster-file.ts";
import type { PixelWindow } from "./rectangles.ts";

/** What to read of a raster, from where. */
export interface ReadRequest {
  readonly level: number;
  readonly decimation: number;
  /** In pixels of the level after decimation. */
  readonly window: PixelWindow;
  readonly bands: readonly number[];
  /** In place of the file's nodata; null: as the file says. */
  readonly nodata: Nodata;
  /** The alpha that is fully opaque; by the type of the alpha band unless given. */
  readonly opaqueAlpha?: number;
  /** Never average classes, even where overviews are missing. */
  readonly categorical: boolean;
}

/**
 * Reads bands, and opacity from alpha, mask or nodata. Throws RasterRefused when the file cannot be decoded.
 */
export function readPixels(scratch: Scratch, file: RasterFile, request: ReadRequest): SourcePixels {
  try {
    return readAll(scratch, file, request);
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

function readAll(scratch: Scratch, file: RasterFile, request: ReadRequest): SourcePixels {
  const alpha = file.mask?.kind === "alpha" ? file.mask.band : null;
  const bands = request.bands.map((index) => readBand(scratch, file, request, index));
  const byNodata = anyBandValid(
    scratch,
    bands.map((band) => band.valid),
  );
  const byMask = alpha === null ? readMask(scratch, file, request) : readAlpha(scratch, file, request, alpha);
  const opacity = both(scratch, byNodata, byMask);
  return {
    window: request.window,
    bands: bands.map((band) => withUsable(scratch, opacity, band)),
    opacity,
  };
}

/** A band, and where it has data by its nodata. */
interface ReadBand extends Pick<BandPixels, "plane" | "integers" | "integerRange"> {
  readonly valid: Mask;
}

function readBand(scratch: Scratch, file: RasterFile, request: ReadRequest, index: number): ReadBand {
  const info = file.bands[index - 1]!;
  const { integerRange, isStoredUnsigned } = info;
  const nodata = request.nodata ?? info.nodata;
  const band = file.bandAt(request.level, index);
  // Averages of whole numbers are none.
  const integers =
    isStoredUnsigned || request.decimation > 1
      ? undefined
      : readIntegers(scratch, band, request, info.dataType);
  if (!integers) {
    const plane = readPlane(scratch, band, request, pixelTypeOf(info.dataType));
    if (isStoredUnsigned) signBytes(plane.values);
    return { plane, integerRange, valid: validityOf(scratch, plane, nodata, integerRange !== null) };
  }
  const widened = widenedOnce(scratch, integers);
  if (hasNodata(scratch.kernels, integers, nodata)) {
    const plane = widened();
    return { plane, integerRange, valid: validityOf(scratch, plane, nodata, true) };
  }
  return {
    integers,
    get plane() {
      return widened();
    },
    integerRange,
    valid: null,
  };
}

function readIntegers(
  scratch: Scratch,
  band: gdal.RasterBand,
  request: ReadSource,
  dataType: string,
): IntegerPlane | undefined {
  if (dataType === "Byte") return readBytes(scratch, band, request);
  if (dataType !== "UInt16") return undefined;
  const plane = scratch.array("Uint16", lengthOf(request));
  readInto(band, request, plane.values, dataType);
  return plane;
}

/** Makes integers a plane of floats when it is called first. */
function widenedOnce(scratch: Scratch, { type, address, length }: IntegerPlane): () => Plane {
  const { kernels } = scratch;
  const wide = scratch.array("Float32", length);
  let isWidened = false;
  return () => {
    if (isWidened) return wide;
    isWidened = true;
    if (type === "Uint8") kernels.widenBytes(address, length, wide.address);
    else kernels.widenShorts(address, length, wide.address);
    return wide;
  };
}

function withUsable(scratch: Scratch, opacity: Mask, band: ReadBand): BandPixels {
  const { integers, integerRange, valid } = band;
  if (opacity !== null || valid !== null || !integers) {
    const { plane } = band;
    return { plane, usable: usableOf(scratch, opacity, plane, valid), integerRange };
  }
  return {
    integers,
    get plane() {
      return band.plane;
    },
    integerRange,
    usable: null,
  };
}

/**
 * Where a band's values may be mixed. Other values are set to zero, so that a weight of zero removes them.
 */
function usableOf(scratch: Scratch, opacity: Mask, plane: Plane, valid: Mask): Mask {
  if (opacity === null && valid === null) return null;
  const usable = scratch.array("Uint8", plane.length);
  const bytes = plane.type === "Float32" ? 4 : 8;
  scratch.kernels.markUsable(
    opacity?.address ?? 0,
    valid?.address ?? 0,
    plane.address,
    bytes,
    plane.length,
    usable.address,
  );
  return usable;
}

/** GDAL's name of the number type a band is read as. */
function pixelTypeOf(dataType: string): "Float32" | "Float64" {
  return FLOAT32_TYPES.has(dataType) ? "Float32" : "Float64";
}

const FLOAT32_TYPES = new Set(["Byte", "Int8", "UInt16", "Int16", "Float16", "Float32"]);

/** GDAL before 3.7 reads bytes of two's complement as unsigned ones. */
function signBytes(values: PixelArray): void {
  for (let index = 0; index < values.length; index++) {
    if (values[index]! > 127) values[index]! -= 256;
  }
}

function readPlane(
  scratch: Scratch,
  band: gdal.RasterBand,
  request: ReadSource,
  type: "Float32" | "Float64",
): Plane {
  const plane: Plane =
    type === "Float32"
      ? scratch.array("Float32", lengthOf(request))
      : scratch.array("Float64", lengthOf(request));
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
  data: PixelArray | Uint8Array | Uint16Array,
  type: "Byte" | "UInt16" | "Float32" | "Float64",
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

function readBytes(scratch: Scratch, band: gdal.RasterBand, request: ReadSource): ScratchArray<"Uint8"> {
  const bytes = scratch.array("Uint8", lengthOf(request));
  readInto(band, request, bytes.values, "Byte");
  return bytes;
}

function readAlpha(scratch: Scratch, file: RasterFile, request: ReadRequest, alpha: number): Mask {
  const { dataType } = file.bands[alpha - 1]!;
  const band = file.bandAt(request.level, alpha);
  const opaque = request.opaqueAlpha ?? opaqueAlpha(dataType, null);
  if (dataType === "Byte" && opaque === 255)
    return opaqueAsNull(scratch, readBytes(scratch, band, request), 0);
  const values = new Float64Array(lengthOf(request));
  readInto(band, request, values, "Float64");
  return opaqueAsNull(scratch, scratch.copy("Uint8", opacityBytes(values, opaque)), 0);
}

/** Opacity in 0..255. What is not wholly transparent never becomes so. */
function opacityBytes(values: Float64Array, opaque: number): Uint8Array {
  return Uint8Array.from(values, (value) =>
    value > 0 ? Math.max(1, Math.min(255, Math.round((value / opaque) * 255))) : 0,
  );
}

function opaqueAsNull(scratch: Scratch, opacity: ScratchArray<"Uint8">, isMask: 0 | 1): Mask {
  return scratch.kernels.isClear(opacity.address, opacity.length, isMask) ? opacity : null;
}

function readMask(scratch: Scratch, file: RasterFile, request: ReadRequest): Mask {
  if (file.mask?.kind !== "mask") return null;
  return opaqueAsNull(scratch, readBytes(scratch, file.bandAt(request.level, 1).getMaskBand()!, request), 1);
}

function both(scratch: Scratch, one: Mask, other: Mask): Mask {
  if (one === null || other === null) return one ?? other;
  scratch.kernels.lesserOpacity(one.address, other.address, one.length);
  return one;
}
