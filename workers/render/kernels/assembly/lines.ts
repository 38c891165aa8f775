// Lines of tile pixels: the straight pieces they are made of in a raster.

/** Cells of the exact grid along each side of a tile, and its nodes: ../../engine/transform-grid.ts. */
const CELLS: f64 = 16;
const NODES: i32 = 17;

/** gdalwarp's error threshold, in source pixels, for taking a piece of a line as straight. */
const ERROR_MAX: f64 = 0.125;

/** Pieces of at most this many pixels are not divided further but taken exactly. */
const PIECE_PIXELS_MIN: i32 = 5;

/** A piece is five f64: pixel count, first column, column step, first row, row step. */
export const PIECE_BYTES: usize = 40;

@inline
function firstNode(position: f64): i32 {
  return max(0, min(NODES - 4, i32(floor(position)) - 1));
}

/** The value at a position counted from the first of four nodes, by cubic Lagrange interpolation. */
@inline
function among(n0: f64, n1: f64, n2: f64, n3: f64, t: f64): f64 {
  const a = t - 1;
  const b = t - 2;
  const c = t - 3;
  return (t * (a * b * n3 - 3 * a * c * n2 + 3 * b * c * n1) - a * b * c * n0) / 6;
}

@inline
function nodeAt(list: usize, node: i32): f64 {
  return load<f64>(list + (usize(node) << 3));
}

/** The value at a position along nodes in a row. */
@inline
function along(nodes: usize, position: f64): f64 {
  const first = firstNode(position);
  return among(nodeAt(nodes, first), nodeAt(nodes, first + 1), nodeAt(nodes, first + 2), nodeAt(nodes, first + 3), position - f64(first));
}

/** The value between four rows of nodes, in one of their columns. */
@inline
function between(grid: usize, first: i32, column: i32, position: f64): f64 {
  const at = first * NODES + column;
  return among(nodeAt(grid, at), nodeAt(grid, at + NODES), nodeAt(grid, at + 2 * NODES), nodeAt(grid, at + 3 * NODES), position - f64(first));
}

/** A smooth grid's value at a place in the tile (0, 0 to 1, 1), exact to a small fraction of a pixel. */
export function interpolate(grid: usize, u: f64, v: f64): f64 {
  const column = firstNode(u * CELLS);
  const row = firstNode(v * CELLS);
  return among(
    between(grid, row, column, v * CELLS),
    between(grid, row, column + 1, v * CELLS),
    between(grid, row, column + 2, v * CELLS),
    between(grid, row, column + 3, v * CELLS),
    u * CELLS - f64(column),
  );
}

/**
 * State of the traced line: its nodes, where its pixels lie among them, and the address of the next piece.
 */
let columnNodes: usize = 0;
let rowNodes: usize = 0;
let firstPixel: f64 = 0;
let cellsPerPixel: f64 = 0;
let nextPiece: usize = 0;

@inline
function columnAt(pixel: i32): f64 {
  return along(columnNodes, (firstPixel + f64(pixel)) * cellsPerPixel);
}

@inline
function rowAt(pixel: i32): f64 {
  return along(rowNodes, (firstPixel + f64(pixel)) * cellsPerPixel);
}

@inline
function addPiece(count: i32, column: f64, stepColumn: f64, row: f64, stepRow: f64): void {
  store<f64>(nextPiece, f64(count));
  store<f64>(nextPiece, column, 8);
  store<f64>(nextPiece, stepColumn, 16);
  store<f64>(nextPiece, row, 24);
  store<f64>(nextPiece, stepRow, 32);
  nextPiece += PIECE_BYTES;
}

/**
 * Lists the straight pieces of a rectangle's lines. They are divided where GDAL's approximating transformer
 * (gdalwarp's default) divides them, which gives the same coordinates. `columns` and `rows` are grids of
 * full-resolution coordinates, scaled by a factor each. `within` is the place in a pixel from its top left
 * corner. `work` has room for two lines of nodes. Returns the number of pieces.
 */
export function traceLines(
  columns: usize,
  rows: usize,
  x: i32,
  y: i32,
  width: i32,
  height: i32,
  size: i32,
  within: f64,
  factorX: f64,
  factorY: f64,
  out: usize,
  work: usize,
): i32 {
  columnNodes = work;
  rowNodes = work + (usize(NODES) << 3);
  cellsPerPixel = CELLS / f64(size);
  firstPixel = f64(x) + within;
  nextPiece = out;
  for (let line = 0; line < height; line++) {
    const position = (f64(y + line) + within) * cellsPerPixel;
    const first = firstNode(position);
    for (let node = 0; node < NODES; node++) {
      store<f64>(columnNodes + (usize(node) << 3), between(columns, first, node, position) * factorX);
      store<f64>(rowNodes + (usize(node) << 3), between(rows, first, node, position) * factorY);
    }
    const middle = (width - 1) >> 1;
    const last = width - 1;
    tracePiece(0, width, columnAt(0), rowAt(0), columnAt(middle), rowAt(middle), columnAt(last), rowAt(last));
  }
  return i32((nextPiece - out) / PIECE_BYTES);
}

function tracePiece(
  start: i32,
  count: i32,
  firstColumn: f64,
  firstRow: f64,
  middleColumn: f64,
  middleRow: f64,
  lastColumn: f64,
  lastRow: f64,
): void {
  const half = (count - 1) >> 1;
  const span = f64(max(1, count - 1));
  const stepColumn = (lastColumn - firstColumn) / span;
  const stepRow = (lastRow - firstRow) / span;
  const missed = abs(firstColumn + stepColumn * f64(half) - middleColumn) + abs(firstRow + stepRow * f64(half) - middleRow);
  if (!(missed > ERROR_MAX)) {
    addPiece(count, firstColumn, stepColumn, firstRow, stepRow);
    return;
  }
  // The end of the first half is its own last pixel, not the middle.
  if (half <= PIECE_PIXELS_MIN) {
    addPixels(start, half);
  } else {
    const middle = start + ((half - 1) >> 1);
    const last = start + half - 1;
    tracePiece(start, half, firstColumn, firstRow, columnAt(middle), rowAt(middle), columnAt(last), rowAt(last));
  }
  const left = count - half;
  if (left <= PIECE_PIXELS_MIN) {
    addPixels(start + half, left);
  } else {
    const middle = start + half + ((left - 1) >> 1);
    tracePiece(start + half, left, middleColumn, middleRow, columnAt(middle), rowAt(middle), lastColumn, lastRow);
  }
}

function addPixels(start: i32, count: i32): void {
  for (let pixel = start; pixel < start + count; pixel++) addPiece(1, columnAt(pixel), 0, rowAt(pixel), 0);
}
