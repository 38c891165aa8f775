import type { PixelWindow } from "./plan.ts";

/** The number types pixels are read as: bytes as they are, everything else as a float that holds it exactly. */
export type PixelArray = Uint8Array | Float32Array | Float64Array;

/** One band of a window. */
export interface BandPixels {
  readonly data: PixelArray;
  /** 1 where the band has data, by its nodata value; null: everywhere. */
  readonly valid: Uint8Array | null;
  /** Results are rounded and kept within these, as GDAL does for whole-number types; null for floats. */
  readonly integerRange: readonly [number, number] | null;
}

/** What was read for a tile or a block of tiles. */
export interface SourcePixels {
  readonly window: PixelWindow;
  readonly bands: readonly BandPixels[];
  /** Opacity of each pixel for all bands: 0 has no data, 255 is opaque; null: all opaque. */
  readonly opacity: Uint8Array | null;
}

/** Band values and opacity on the tile's own grid. */
export interface TilePixels {
  readonly bands: readonly Float64Array[];
  readonly opacity: Uint8Array;
}
