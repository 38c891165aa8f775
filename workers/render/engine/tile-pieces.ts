import type { Resampling } from "../../../core/styles/render-style.ts";
import type { Scratch } from "../kernels/scratch.ts";
import type { PixelArray, TilePixels } from "./pixels.ts";
import type { TileGeometry } from "./tile-geometry.ts";
import {
  halvesOf,
  extentOfPlaces,
  type LevelSize,
  type PixelWindow,
  type TileRect,
  type PixelExtent,
} from "./rectangles.ts";
import { placesOf } from "./warp-field.ts";

/** A part of a tile with its own window, because a window for the whole tile would be too large. */
export interface TilePiece {
  readonly rect: TileRect;
  readonly window: PixelWindow;
}

/** What the pieces of a tile are read from. */
export interface PieceSource {
  readonly geometry: TileGeometry;
  readonly resampling: Resampling;
  /** After decimation, as everything here. */
  readonly levelSize: LevelSize;
  /** Pixels of the level per full-resolution pixel. */
  readonly factorX: number;
  readonly factorY: number;
  /** Pixels of the level that count beyond those under a tile pixel, across and down. */
  readonly reachX: number;
  readonly reachY: number;
  /** So many pixels a window has at most, unless a single tile pixel takes more. */
  readonly pixelsMax: number;
}

/**
 * Divides a part of a tile so that no window is too large. A pixel depends on nothing beyond its kernel's
 * reach, so the pieces together equal the whole. Nearest needs only the samples under pixel middles: a single
 * row of tile pixels then skips all source rows in between.
 */
export function planPieces(scratch: Scratch, source: PieceSource, rect: TileRect): TilePiece[] {
  const window = windowOf(scratch, source, rect);
  if (window === undefined) return [];
  const isSingle = rect.width === 1 && rect.height === 1;
  if (isSingle || window.width * window.height <= source.pixelsMax) return [{ rect, window }];
  const rowsFirst = source.resampling === "nearest" || rect.height >= rect.width;
  const into = rowsFirst && rect.height > 1 ? "rows" : "columns";
  return halvesOf(rect, into).flatMap((half) => planPieces(scratch, source, half));
}

/** Places are rounded, and lines straightened by up to an eighth of a pixel. */
const MARGIN = 1;

function windowOf(scratch: Scratch, source: PieceSource, rect: TileRect): PixelWindow | undefined {
  const { width, height } = source.levelSize;
  const extent =
    source.resampling === "nearest" ? extentOfMiddles(scratch, source, rect) : extentOfAll(source, rect);
  if (extent === undefined) return undefined;
  const [marginX, marginY] = [source.reachX + MARGIN, source.reachY + MARGIN];
  const left = Math.max(0, Math.floor(extent.left - marginX));
  const top = Math.max(0, Math.floor(extent.top - marginY));
  const right = Math.min(width, Math.ceil(extent.right + marginX));
  const bottom = Math.min(height, Math.ceil(extent.bottom + marginY));
  return left < right && top < bottom ? { left, top, width: right - left, height: bottom - top } : undefined;
}

function extentOfAll({ geometry, factorX, factorY }: PieceSource, rect: TileRect): PixelExtent | undefined {
  const extent = geometry.extentOf(rect);
  return (
    extent && {
      left: extent.left * factorX,
      right: extent.right * factorX,
      top: extent.top * factorY,
      bottom: extent.bottom * factorY,
    }
  );
}

function extentOfMiddles(
  scratch: Scratch,
  { geometry, factorX, factorY }: PieceSource,
  rect: TileRect,
): PixelExtent | undefined {
  const { columns, rows } = scratch.within((inner) =>
    placesOf(geometry.fieldOf(inner, rect, factorX, factorY), rect.width, rect.height),
  );
  return extentOfPlaces(columns, rows);
}

/**
 * Assembles a tile of `size` x `size` pixels. Of each result of `draw`, only the piece's own rectangle is
 * copied.
 */
export function assemblePieces<Piece extends TilePiece>(
  scratch: Scratch,
  pieces: readonly Piece[],
  size: number,
  draw: (scratch: Scratch, piece: Piece) => TilePixels,
): TilePixels | undefined {
  let whole: { readonly bands: readonly PixelArray[]; readonly opacity: Uint8Array } | undefined;
  for (const piece of pieces) {
    scratch.within((inner) => {
      const { bands, opacity } = draw(inner, piece);
      whole ??= { bands: bands.map(blankLike), opacity: new Uint8Array(size * size) };
      copyRect(opacity, whole.opacity, piece.rect, size);
      for (const [index, band] of bands.entries()) copyRect(band, whole.bands[index]!, piece.rect, size);
    });
  }
  return whole;
}

function blankLike(array: PixelArray): PixelArray {
  return array instanceof Float64Array ? new Float64Array(array.length) : new Float32Array(array.length);
}

function copyRect<Pixels extends PixelArray | Uint8Array>(
  from: Pixels,
  to: Pixels,
  { x, y, width, height }: TileRect,
  size: number,
): void {
  for (let start = y * size + x; start < (y + height) * size; start += size) {
    to.set(from.subarray(start, start + width), start);
  }
}
