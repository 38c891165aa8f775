import type { Box } from "../../../core/tiles/tile-grid.ts";
import type { LevelSize } from "./rectangles.ts";

/** GDAL's geotransform: x = g0 + column*g1 + row*g2, y = g3 + column*g4 + row*g5. */
export type Affine = readonly [number, number, number, number, number, number];

/** Where a pixel coordinate lies. */
export function applyAffine(affine: Affine, column: number, row: number): [x: number, y: number] {
  return [affine[0] + column * affine[1] + row * affine[2], affine[3] + column * affine[4] + row * affine[5]];
}

/** The affine from places to pixel coordinates; undefined when pixels have no area. */
export function invertAffine(affine: Affine): Affine | undefined {
  const [a, b, c, d, e, f] = affine;
  const determinant = b * f - c * e;
  if (!Number.isFinite(determinant) || Math.abs(determinant) < Number.MIN_VALUE * 1e20) return undefined;
  return [
    (c * d - a * f) / determinant,
    f / determinant,
    -c / determinant,
    (a * e - b * d) / determinant,
    -e / determinant,
    b / determinant,
  ];
}

/** The corners of a raster in its own CRS: west, south, east, north. */
export function nativeBox(affine: Affine, { width, height }: LevelSize): Box {
  const [x0, dxColumn, dxRow, y0, dyColumn, dyRow] = affine;
  const xs = [0, width * dxColumn, height * dxRow, width * dxColumn + height * dxRow];
  const ys = [0, width * dyColumn, height * dyRow, width * dyColumn + height * dyRow];
  return [x0 + Math.min(...xs), y0 + Math.min(...ys), x0 + Math.max(...xs), y0 + Math.max(...ys)];
}
