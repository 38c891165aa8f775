import type { Scratch } from "../kernels/scratch.ts";
import type { Kernels } from "../kernels/kernels.ts";
import type { IntegerPlane, Mask, Plane } from "./pixels.ts";

/** A nodata value as stored with a raster. */
export type Nodata = number | "nan" | null;

/** 1 where a value is data; null when all are. NaN, which whole numbers cannot be, is never data. */
export function validityOf(scratch: Scratch, plane: Plane, nodata: Nodata, wholeNumbers: boolean): Mask {
  if (wholeNumbers && typeof nodata !== "number") return null;
  const missing = typeof nodata === "number" ? nodata : Number.NaN;
  const valid = scratch.array("Uint8", plane.length);
  const tolerance = wholeNumbers ? 0 : toleranceOf(missing);
  const given = [plane.address, plane.length, missing, tolerance, valid.address] as const;
  const { kernels } = scratch;
  const isSomeMissing =
    plane.type === "Float32" ? kernels.findMissing32(...given) : kernels.findMissing64(...given);
  return isSomeMissing ? valid : null;
}

/** Whether any sample is nodata. */
export function hasNodata(kernels: Kernels, integers: IntegerPlane, nodata: Nodata): boolean {
  const { type, address, length } = integers;
  const highest = type === "Uint8" ? 255 : 65_535;
  if (typeof nodata !== "number" || !Number.isInteger(nodata) || nodata < 0 || nodata > highest) return false;
  return type === "Uint8"
    ? kernels.hasByte(address, length, nodata) === 1
    : kernels.hasShort(address, length, nodata) === 1;
}

/**
 * Nodata that was written as text differs from the pixels in its last digits. GDAL compares floats of both
 * precisions within four units in the last place of single precision (`ARE_REAL_EQUAL`).
 */
function toleranceOf(nodata: number): number {
  return Number.isFinite(nodata) ? 4 * 2 ** -23 * Math.abs(nodata) : 0;
}

/** 255 where any band has data, for rasters whose nodata is per band; null when every pixel has. */
export function anyBandValid(scratch: Scratch, masks: readonly Mask[]): Mask {
  const present = masks.filter((mask) => mask !== null);
  const [first] = present;
  if (present.length < masks.length || !first) return null;
  const opacity = scratch.array("Uint8", first.length);
  const list = scratch.copy(
    "Uint32",
    present.map((mask) => mask.address),
  );
  const { kernels } = scratch;
  return kernels.joinMasks(list.address, present.length, first.length, opacity.address) ? opacity : null;
}
