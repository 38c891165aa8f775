import { createHash } from "node:crypto";
import { z } from "zod";
import type { PlanLayer } from "./plan-layer.ts";
import type { PictureFormat } from "./tile-format.ts";
import { tileExtent } from "./tile-extent.ts";
import { latToMercator, lonToMercator, MERCATOR_HALF_WIDTH, ZOOM_MAX } from "./tile-grid.ts";
import { tileSpec, type TileKey, type TileSpec } from "./tile-spec.ts";

/** The longest side of a picture of a whole target, in pixels: 25 tiles at most. */
export const PICTURE_SIDE_MAX = 1024;

/** The longest side unless a request says otherwise. */
export const PICTURE_SIDE = 512;

const pixels = z
  .int()
  .min(0)
  .max(1 << 16);

/** How a picture is cut out of tiles that lie side by side, and its size. */
export const pictureFrameSchema = z.object({
  /** Tiles in a row; the edge of each. */
  columns: z.int().min(1).max(16),
  tileSize: z.int(),
  left: pixels,
  top: pixels,
  cutWidth: pixels.min(1),
  cutHeight: pixels.min(1),
  width: pixels.min(1),
  height: pixels.min(1),
});

/** See {@link pictureFrameSchema}. */
export type PictureFrame = z.infer<typeof pictureFrameSchema>;

/** A picture of everything that layers show. */
export interface PicturePlan {
  readonly frame: PictureFrame;
  /** The tiles row by row, as PNG. */
  readonly tiles: readonly TileSpec[];
}

/** What a request says of its picture: the sides that it fits in, and the deepest zoom it may show. */
export interface PictureRequest {
  readonly width: number;
  readonly height: number;
  readonly zoomMax: number | null;
}

const TILE = 512;

/**
 * Plans a picture of the whole extent of layers, in proportion and at most as large as requested: tiles of
 * the zoom level that has at least as many pixels, made smaller. Undefined when there is nothing to show.
 */
export function planPicture(
  layers: readonly PlanLayer[],
  { width, height, zoomMax }: PictureRequest,
): PicturePlan | undefined {
  const extent = tileExtent(layers.map(({ raster }) => raster));
  if (extent === undefined) return undefined;
  const [west, south, east, north] = extent.bounds;
  // In pixels of zoom 0, where the map is one tile of 256.
  const across = (lonToMercator(east) - lonToMercator(west)) * PIXELS_PER_METER;
  const down = (latToMercator(north) - latToMercator(south)) * PIXELS_PER_METER;
  const wanted = Math.log2(Math.min(width / Math.max(across, 1e-9), height / Math.max(down, 1e-9)));
  const deepest = Math.min(zoomMax ?? ZOOM_MAX, extent.maxzoom + OVERZOOM, ZOOM_MAX);
  const zoom = Math.max(0, Math.min(deepest, Math.ceil(wanted - 1e-9)));
  const shown = Math.min(wanted, zoom);
  // The map begins in the west and the north; its world of zoom 0 is smaller than a tile of 512.
  const size = zoom === 0 ? 256 : TILE;
  const scale = 2 ** zoom;
  const left = (lonToMercator(west) + MERCATOR_HALF_WIDTH) * PIXELS_PER_METER * scale;
  const top = (MERCATOR_HALF_WIDTH - latToMercator(north)) * PIXELS_PER_METER * scale;
  const [firstColumn, lastColumn] = spanOf(left, across * scale, size);
  const [firstRow, lastRow] = spanOf(top, down * scale, size);
  const columns = lastColumn - firstColumn + 1;
  const rows = lastRow - firstRow + 1;
  const cut = cutOf(left - firstColumn * size, across * scale, columns * size);
  const cutDown = cutOf(top - firstRow * size, down * scale, rows * size);
  const side = 2 ** (size === TILE ? zoom - 1 : zoom);
  const tiles = Array.from({ length: columns * rows }, (_, index) => {
    const x = (firstColumn + (index % columns)) % side;
    const y = firstRow + Math.floor(index / columns);
    return tileSpec({ z: Math.log2(side), x, y }, { format: "png", size });
  });
  return {
    tiles,
    frame: {
      columns,
      tileSize: size,
      left: cut.start,
      top: cutDown.start,
      cutWidth: cut.length,
      cutHeight: cutDown.length,
      width: Math.min(width, Math.max(1, Math.round(across * 2 ** shown))),
      height: Math.min(height, Math.max(1, Math.round(down * 2 ** shown))),
    },
  };
}

const PIXELS_PER_METER = 256 / (2 * MERCATOR_HALF_WIDTH);

/** A raster of few pixels is enlarged so far: tiles beyond are refused. */
const OVERZOOM = 3;

/** The first and the last tile of a stretch of pixels. */
function spanOf(start: number, length: number, size: number): [first: number, last: number] {
  const first = Math.max(0, Math.floor((start + EDGE) / size));
  return [first, Math.max(first, Math.ceil((start + length - EDGE) / size) - 1)];
}

/** Less than that of a pixel is rounding. */
const EDGE = 1e-3;

/** The pixels whose centre lies in a stretch, which are those with data; one at least. */
function cutOf(start: number, length: number, available: number): { start: number; length: number } {
  const first = Math.max(0, Math.min(available - 1, Math.round(start)));
  const last = Math.max(first + 1, Math.min(available, Math.round(start + length)));
  return { start: first, length: last - first };
}

/** The key of a picture: of its tiles, how it is cut, and its format. */
export function pictureKey(
  keys: readonly (TileKey | null)[],
  frame: PictureFrame,
  { format, quality }: { readonly format: PictureFormat; readonly quality: number },
): TileKey {
  const named = JSON.stringify([keys, pictureFrameSchema.parse(frame), format, quality]);
  return createHash("sha256").update(`picture 1|${named}`).digest("base64url") as TileKey;
}
