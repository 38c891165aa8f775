/** One resolution of a raster; 0 is the full one, the others its overviews. */
export interface LevelSize {
  readonly width: number;
  readonly height: number;
}

/** A rectangle of whole pixels. */
export interface PixelWindow {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of tile pixels, from its top left corner. */
export interface TileRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Divides a rectangle into an upper and a lower half, or a left and a right one. */
export function halvesOf({ x, y, width, height }: TileRect, into: "rows" | "columns"): [TileRect, TileRect] {
  if (into === "columns") {
    const half = width >> 1;
    return [
      { x, y, width: half, height },
      { x: x + half, y, width: width - half, height },
    ];
  }
  const half = height >> 1;
  return [
    { x, y, width, height: half },
    { x, y: y + half, width, height: height - half },
  ];
}

/** The full-resolution pixels something spans, unclipped. */
export interface PixelExtent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest window that holds all; undefined when there are none. */
export function unionOf(windows: readonly PixelWindow[]): PixelWindow | undefined {
  if (windows.length === 0) return undefined;
  const left = Math.min(...windows.map((window) => window.left));
  const top = Math.min(...windows.map((window) => window.top));
  const right = Math.max(...windows.map((window) => window.left + window.width));
  const bottom = Math.max(...windows.map((window) => window.top + window.height));
  return { left, top, width: right - left, height: bottom - top };
}

/** What places span; undefined when none of them is one. */
export function extentOfPlaces(columns: Float64Array, rows: Float64Array): PixelExtent | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < columns.length; index++) {
    const [column, row] = [columns[index]!, rows[index]!];
    if (!Number.isFinite(column) || !Number.isFinite(row)) continue;
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return right >= left ? { left, top, right, bottom } : undefined;
}
