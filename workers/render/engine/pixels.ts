import type { ScratchArray } from "../kernels/scratch.ts";
import type { PixelWindow } from "./rectangles.ts";

/**
 * Pixels are read as the smaller float type that holds every value exactly, so that loops see only two types.
 */
export type PixelArray = Float32Array | Float64Array;

/** The number types again, in the kernels' memory. */
export type Plane = ScratchArray<"Float32"> | ScratchArray<"Float64">;

/** Samples as the file has them: a quarter or half of a {@link Plane}. */
export type IntegerPlane = ScratchArray<"Uint8"> | ScratchArray<"Uint16">;

/** A number per pixel of a window, in the kernels' memory; null: the greatest value everywhere. */
export type Mask = ScratchArray<"Uint8"> | null;

/** One band of a window. */
export interface BandPixels {
  readonly plane: Plane;
  /** The same samples where all have data: reading `plane` costs the making of its floats. */
  readonly integers?: IntegerPlane;
  /** 1 where the band has data by nodata and opacity both; null: everywhere. Pixels without data are zero. */
  readonly usable: Mask;
  /** Results are rounded and kept within these, as GDAL does for whole-number types; null for floats. */
  readonly integerRange: readonly [number, number] | null;
}

/** What was read for a tile or a block of tiles. */
export interface SourcePixels {
  readonly window: PixelWindow;
  readonly bands: readonly BandPixels[];
  /** Opacity of each pixel for all bands: 0 has no data, 255 is opaque; null: all opaque. */
  readonly opacity: Mask;
}

/** Band values and opacity on the tile's own grid. */
export interface TilePixels {
  readonly bands: readonly PixelArray[];
  /** The same arrays in the kernels' memory, where they lie there. */
  readonly inScratch?: { readonly planes: readonly Plane[]; readonly opacity: ScratchArray<"Uint8"> };
  readonly opacity: Uint8Array;
}

/** The values of a band, by its place among those that were read. Throws when it was not read. */
export function valuesAt(bands: readonly BandPixels[], index: number): PixelArray {
  const band = bands[index];
  if (!band) throw new RangeError(`No band was read at place ${index}.`);
  return band.plane.values;
}
