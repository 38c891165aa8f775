import { fillRings } from "../../../core/rasters/fill-rings.ts";
import { inPieces, type Polygon } from "../../../core/rasters/polygon-area.ts";
import type { RenderStyle } from "../../../core/styles/render-style.ts";
import { pixelsWithin } from "../../../core/tiles/tile-area.ts";
import {
  latToMercator,
  lonToMercator,
  tileMercatorBox,
  type TileAddress,
} from "../../../core/tiles/tile-grid.ts";
import type { TilePixels } from "../engine/pixels.ts";
import type { Canvas } from "./canvas.ts";

/** Where a style draws: in boxes and in polygons in degrees. */
type Area = Pick<RenderStyle, "clip" | "within">;

/** Clears the pixels of a picture whose centres lie outside the area of its style. */
export function clipCanvas(canvas: Canvas, area: Area, tile: TileAddress): Canvas {
  const { size, rgba } = canvas;
  eachOutside(area, tile, size, (pixel) => rgba.fill(0, pixel * 4, pixel * 4 + 4));
  return canvas;
}

/** Takes values and opacity from pixels whose centres lie outside the area of their style. */
export function clipValues(
  { bands, opacity }: TilePixels,
  area: Area,
  tile: TileAddress,
  size: number,
): void {
  eachOutside(area, tile, size, (pixel) => {
    opacity.fill(0, pixel, pixel + 1);
    for (const values of bands) values.fill(0, pixel, pixel + 1);
  });
}

function eachOutside(
  { clip, within }: Area,
  tile: TileAddress,
  size: number,
  clear: (pixel: number) => void,
): void {
  const isInside = clip && pixelsWithin(clip, tile, size);
  const marks = within && pixelsIn(within, tile, size);
  if (isInside === undefined && marks === undefined) return;
  for (let pixel = 0; pixel < size * size; pixel++) {
    const isIn = isInside?.(pixel % size, Math.floor(pixel / size)) !== false;
    if (!isIn || marks?.[pixel] === 0) clear(pixel);
  }
}

/** 1 for the pixels whose centres lie in polygons. */
function pixelsIn(polygons: readonly Polygon[], tile: TileAddress, size: number): Uint8Array {
  const [west, , east, north] = tileMercatorBox(tile);
  const pixel = (east - west) / size;
  const marks = new Uint8Array(size * size);
  for (const rings of inPieces(polygons)) {
    fillRings(
      marks,
      { width: size, height: size },
      rings.map((ring) => ({
        columns: ring.map(([longitude]) => (lonToMercator(longitude) - west) / pixel),
        rows: ring.map(([, latitude]) => (north - latToMercator(latitude)) / pixel),
      })),
    );
  }
  return marks;
}
