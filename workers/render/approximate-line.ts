/** A line of tile pixels to be given coordinates in a raster. */
export interface Line {
  /** Exact coordinates of one pixel of the line. */
  readonly columnAt: (pixel: number) => number;
  readonly rowAt: (pixel: number) => number;
  /** To be filled, one entry a pixel. */
  readonly columns: Float64Array;
  readonly rows: Float64Array;
}

/** gdalwarp's error threshold, in source pixels, for taking a piece of a line as straight. */
const ERROR_MAX_PIXELS = 0.125;

/** Pieces of at most this many pixels are not divided further but taken exactly. */
const PIECE_PIXELS_MIN = 5;

interface Point {
  readonly column: number;
  readonly row: number;
}

/**
 * Fills a line by straight pieces, divided where GDAL's approximating transformer (the default of gdalwarp) divides them, so that
 * the same coordinates come out.
 */
export function fillLine(line: Line): void {
  const count = line.columns.length;
  fillPiece(line, 0, count, pointAt(line, 0), pointAt(line, (count - 1) >> 1), pointAt(line, count - 1));
}

function pointAt(line: Line, pixel: number): Point {
  return { column: line.columnAt(pixel), row: line.rowAt(pixel) };
}

function fillPiece(line: Line, start: number, count: number, first: Point, middle: Point, last: Point): void {
  const half = (count - 1) >> 1;
  const span = Math.max(1, count - 1);
  const stepColumn = (last.column - first.column) / span;
  const stepRow = (last.row - first.row) / span;
  const missed =
    Math.abs(first.column + stepColumn * half - middle.column) +
    Math.abs(first.row + stepRow * half - middle.row);
  if (missed > ERROR_MAX_PIXELS) {
    fillHalf(line, start, half, first, undefined);
    fillHalf(line, start + half, count - half, middle, last);
    return;
  }
  for (let index = 0; index < count; index++) {
    line.columns[start + index] = first.column + stepColumn * index;
    line.rows[start + index] = first.row + stepRow * index;
  }
}

function fillHalf(line: Line, start: number, count: number, first: Point, last: Point | undefined): void {
  if (count <= PIECE_PIXELS_MIN) {
    for (let pixel = start; pixel < start + count; pixel++) {
      line.columns[pixel] = line.columnAt(pixel);
      line.rows[pixel] = line.rowAt(pixel);
    }
    return;
  }
  const middle = pointAt(line, start + ((count - 1) >> 1));
  fillPiece(line, start, count, first, middle, last ?? pointAt(line, start + count - 1));
}
