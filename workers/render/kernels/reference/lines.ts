// The kernels of ../assembly/lines.ts in plain TypeScript: what they mean, not how they are fast.

/** Nodes along each side of the grid over a tile, and the cells between them. */
export const NODES = 17;
const CELLS = NODES - 1;

/** gdalwarp's error threshold, in source pixels. */
const ERROR_MAX = 0.125;
const PIECE_PIXELS_MIN = 5;

/** The cubic polynomial through four nodes (Lagrange), at a position counted from the first of them. */
function cubicThrough(nodes: readonly number[], t: number): number {
  const [n0 = NaN, n1 = NaN, n2 = NaN, n3 = NaN] = nodes;
  const [a, b, c] = [t - 1, t - 2, t - 3];
  return (t * (a * b * n3 - 3 * a * c * n2 + 3 * b * c * n1) - a * b * c * n0) / 6;
}

/** The value at a position among nodes in a row: by the four around it, or the four nearest to the end. */
function valueAlong(nodes: readonly number[], position: number): number {
  const first = Math.max(0, Math.min(NODES - 4, Math.floor(position) - 1));
  return cubicThrough(nodes.slice(first, first + 4), position - first);
}

/** The nodes of a line across the grid, at a position counted in cells from its top. */
function lineOfNodes(grid: readonly number[], position: number): number[] {
  return Array.from({ length: NODES }, (_, column) =>
    valueAlong(
      Array.from({ length: NODES }, (__, row) => grid[row * NODES + column] ?? NaN),
      position,
    ),
  );
}

/** The value of a grid at a place in the tile, 0, 0 to 1, 1. */
export function interpolate(grid: readonly number[], u: number, v: number): number {
  return valueAlong(lineOfNodes(grid, v * CELLS), u * CELLS);
}

/** A straight piece of a line: how many pixels, where the first lies and how far the next is. */
export type Piece = readonly [
  count: number,
  column: number,
  stepColumn: number,
  row: number,
  stepRow: number,
];

/** What is traced. */
export interface Trace {
  /** Full-resolution columns and rows at the grid's nodes. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Pixels of a tile's side. */
  readonly size: number;
  /** Of each pixel, from its top left corner. */
  readonly within: number;
  readonly factorX: number;
  readonly factorY: number;
}

/** The straight pieces of a rectangle's lines, as GDAL's approximating transformer divides them. */
export function traceLines({ columns, rows, rect, size, within, factorX, factorY }: Trace): Piece[] {
  const cellsPerPixel = CELLS / size;
  return Array.from({ length: rect.height }, (_, line) => {
    const position = (rect.y + line + within) * cellsPerPixel;
    const columnNodes = lineOfNodes(columns, position).map((value) => value * factorX);
    const rowNodes = lineOfNodes(rows, position).map((value) => value * factorY);
    const placeOf = (pixel: number): Place => {
      const along = (rect.x + within + pixel) * cellsPerPixel;
      return [valueAlong(columnNodes, along), valueAlong(rowNodes, along)];
    };
    const all = { start: 0, count: rect.width, first: placeOf(0), last: placeOf(rect.width - 1) };
    return divide(placeOf, { ...all, middle: placeOf((rect.width - 1) >> 1) });
  }).flat();
}

type Place = readonly [column: number, row: number];

interface Stretch {
  readonly start: number;
  readonly count: number;
  readonly first: Place;
  readonly middle: Place;
  readonly last: Place;
}

function divide(placeOf: (pixel: number) => Place, { start, count, first, middle, last }: Stretch): Piece[] {
  const half = (count - 1) >> 1;
  const span = Math.max(1, count - 1);
  const [stepColumn, stepRow] = [(last[0] - first[0]) / span, (last[1] - first[1]) / span];
  const missed =
    Math.abs(first[0] + stepColumn * half - middle[0]) + Math.abs(first[1] + stepRow * half - middle[1]);
  if (!(missed > ERROR_MAX)) return [[count, first[0], stepColumn, first[1], stepRow]];
  const parts = [
    { start, count: half, first, last: placeOf(start + half - 1) },
    { start: start + half, count: count - half, first: middle, last },
  ];
  return parts.flatMap((part) =>
    part.count <= PIECE_PIXELS_MIN
      ? singlePixels(placeOf, part)
      : divide(placeOf, { ...part, middle: placeOf(part.start + ((part.count - 1) >> 1)) }),
  );
}

function singlePixels(
  placeOf: (pixel: number) => Place,
  { start, count }: Pick<Stretch, "start" | "count">,
): Piece[] {
  return Array.from({ length: count }, (_, index): Piece => {
    const [column, row] = placeOf(start + index);
    return [1, column, 0, row, 0];
  });
}
