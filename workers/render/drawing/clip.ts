import { pixelsWithin } from "../../../core/tiles/tile-area.ts";
import type { Box, TileAddress } from "../../../core/tiles/tile-grid.ts";
import type { Canvas } from "./canvas.ts";

/** Clears the pixels of a picture whose centres lie outside an area in degrees. */
export function clipCanvas(canvas: Canvas, area: readonly Box[], tile: TileAddress): Canvas {
  const { size, rgba } = canvas;
  eachOutside(area, tile, size, (pixel) => rgba.fill(0, pixel * 4, pixel * 4 + 4));
  return canvas;
}

/** Takes values and opacity from pixels whose centres lie outside an area in degrees. */
export function clipValues(
  bands: readonly { fill(value: number, from: number, to: number): unknown }[],
  opacity: { fill(value: number, from: number, to: number): unknown },
  area: readonly Box[],
  tile: TileAddress,
  size: number,
): void {
  eachOutside(area, tile, size, (pixel) => {
    opacity.fill(0, pixel, pixel + 1);
    for (const values of bands) values.fill(0, pixel, pixel + 1);
  });
}

function eachOutside(
  area: readonly Box[],
  tile: TileAddress,
  size: number,
  clear: (pixel: number) => void,
): void {
  const isInside = pixelsWithin(area, tile, size);
  if (isInside === undefined) return;
  for (let pixel = 0; pixel < size * size; pixel++) {
    if (!isInside(pixel % size, Math.floor(pixel / size))) clear(pixel);
  }
}
