import type { PixelArray } from "./pixels.ts";

/** A nodata value as stored with a raster. */
export type Nodata = number | "nan" | null;

/** 1 where a value is data; null when all are. NaN, which whole numbers cannot be, is never data. */
export function validityOf(data: PixelArray, nodata: Nodata, wholeNumbers: boolean): Uint8Array | null {
  if (wholeNumbers && typeof nodata !== "number") return null;
  const tolerance = typeof nodata === "number" ? toleranceOf(data, nodata) : 0;
  const missing = typeof nodata === "number" ? nodata : Number.NaN;
  let valid: Uint8Array | null = null;
  for (let index = 0; index < data.length; index++) {
    const value = data[index]!;
    if (value === value && !(value === missing || Math.abs(value - missing) <= tolerance)) continue;
    valid ??= new Uint8Array(data.length).fill(1);
    valid[index] = 0;
  }
  return valid;
}

/** Nodata written as text often differs in its last digits from what the pixels hold: GDAL compares with a few ulps. */
function toleranceOf(data: PixelArray, nodata: number): number {
  const epsilon = data instanceof Float32Array ? 2 ** -23 : 2 ** -52;
  return Number.isInteger(nodata) && Math.abs(nodata) < 2 ** 24 ? 0 : 4 * epsilon * Math.abs(nodata);
}

/** 255 where any band has data, for rasters whose nodata is per band; null when every pixel has. */
export function anyBandValid(masks: readonly (Uint8Array | null)[]): Uint8Array | null {
  const present = masks.filter((mask) => mask !== null);
  const first = present[0];
  if (present.length < masks.length || !first) return null;
  const opacity = new Uint8Array(first.length);
  let full = true;
  for (let index = 0; index < opacity.length; index++) {
    const has = present.some((mask) => mask[index] === 1);
    opacity[index] = has ? 255 : 0;
    full &&= has;
  }
  return full ? null : opacity;
}
