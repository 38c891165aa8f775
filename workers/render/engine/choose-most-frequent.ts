import type { Scratch } from "../kernels/scratch.ts";
import type { BandPixels, PixelArray, SourcePixels, TilePixels } from "./pixels.ts";
import type { TilePart, ReadPlan } from "./read-plan.ts";
import type { TileGeometry } from "./tile-geometry.ts";
import { placesOf } from "./warp-field.ts";

/** Rounding of coordinates on a pixel's edge, as gdalwarp does it. */
const EDGE_EPSILON = 1e-10;

/**
 * Gives each tile pixel the most frequent value under it, as gdalwarp's mode does. The first value met wins a
 * tie.
 */
export function chooseMostFrequent(
  scratch: Scratch,
  source: SourcePixels,
  geometry: Pick<TileGeometry, "fieldOf">,
  plan: ReadPlan,
  size: number,
): TilePixels {
  const opacity = new Uint8Array(size * size);
  const bands = source.bands.map(({ plane }) =>
    plane.type === "Float64" ? new Float64Array(size * size) : new Float32Array(size * size),
  );
  for (const part of plan.parts) {
    const spans = spansUnder(scratch, source, geometry, plan, part);
    for (const [index, values] of bands.entries()) {
      const band = source.bands[index];
      if (band) choose(band, source.window.width, spans, part, size, values);
    }
    opacityUnder(source, spans, part, size, opacity);
  }
  return { bands, opacity };
}

/** The window's columns and rows under each pixel of a part, ends excluded; empty where there are none. */
interface Spans {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly top: Int32Array;
  readonly bottom: Int32Array;
}

function spansUnder(
  scratch: Scratch,
  { window }: SourcePixels,
  geometry: Pick<TileGeometry, "fieldOf">,
  { factorX, factorY }: ReadPlan,
  { rect }: TilePart,
): Spans {
  const corners = { ...rect, width: rect.width + 1, height: rect.height + 1 };
  const { columns, rows } = scratch.within((inner) =>
    placesOf(geometry.fieldOf(inner, corners, factorX, factorY, 0), corners.width, corners.height),
  );
  const columnAt = (column: number, row: number) => columns[row * corners.width + column]! - window.left;
  const rowAt = (column: number, row: number) => rows[row * corners.width + column]! - window.top;
  const count = rect.width * rect.height;
  const spans = {
    left: new Int32Array(count),
    right: new Int32Array(count),
    top: new Int32Array(count),
    bottom: new Int32Array(count),
  };
  for (let row = 0, pixel = 0; row < rect.height; row++) {
    for (let column = 0; column < rect.width; column++, pixel++) {
      const across = spanOf(columnAt(column, row), columnAt(column + 1, row + 1), window.width);
      const down = spanOf(rowAt(column, row), rowAt(column + 1, row + 1), window.height);
      if (!across || !down) continue;
      [spans.left[pixel], spans.right[pixel]] = across;
      [spans.top[pixel], spans.bottom[pixel]] = down;
    }
  }
  return spans;
}

function spanOf(one: number, other: number, length: number): [from: number, before: number] | undefined {
  const [low, high] = one <= other ? [one, other] : [other, one];
  // Written so that NaN, no place at all, has no span.
  if (!(low < length && high > 0)) return undefined;
  const from = Math.max(0, Math.floor(low + EDGE_EPSILON));
  const before = Math.min(length, Math.ceil(high - EDGE_EPSILON));
  return from < before ? [from, before] : from < length ? [from, from + 1] : undefined;
}

function choose(
  band: BandPixels,
  width: number,
  { left, right, top, bottom }: Spans,
  { rect }: TilePart,
  size: number,
  values: PixelArray,
): void {
  const data = band.plane.values;
  const usable = band.usable?.values ?? null;
  const votes = new Map<number, number>();
  for (let pixel = 0; pixel < left.length; pixel++) {
    if (left[pixel] === right[pixel]) continue;
    votes.clear();
    let [most, chosen] = [0, 0];
    for (let row = top[pixel]!; row < bottom[pixel]!; row++) {
      for (let index = row * width + left[pixel]!; index < row * width + right[pixel]!; index++) {
        if (usable !== null && usable[index] === 0) continue;
        const value = data[index]!;
        const count = (votes.get(value) ?? 0) + 1;
        votes.set(value, count);
        if (count > most) [most, chosen] = [count, value];
      }
    }
    if (most > 0) values[targetOf(pixel, rect, size)] = chosen;
  }
}

/** The strongest opacity under a pixel. */
function opacityUnder(
  { opacity: mask, window }: SourcePixels,
  { left, right, top, bottom }: Spans,
  { rect }: TilePart,
  size: number,
  opacity: Uint8Array,
): void {
  const dense = mask?.values ?? null;
  for (let pixel = 0; pixel < left.length; pixel++) {
    if (left[pixel] === right[pixel]) continue;
    let most = dense === null ? 255 : 0;
    for (let row = top[pixel]!; row < bottom[pixel]! && most < 255; row++) {
      for (let index = row * window.width + left[pixel]!; index < row * window.width + right[pixel]!; index++)
        most = Math.max(most, dense![index]!);
    }
    opacity[targetOf(pixel, rect, size)] = most;
  }
}

function targetOf(pixel: number, rect: TilePart["rect"], size: number): number {
  return (rect.y + Math.floor(pixel / rect.width)) * size + rect.x + (pixel % rect.width);
}
