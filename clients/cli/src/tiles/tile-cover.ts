/** West, south, east, north in degrees; west beyond east crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** One XYZ tile of the web-mercator grid. */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** An area at several zoom levels. */
export interface Area {
  readonly box: Box;
  readonly zoomMin: number;
  readonly zoomMax: number;
}

/** How many tiles cover an area, without making them. */
export function countTiles(area: Area): number {
  return ranges(area).reduce((sum, { columns, rows }) => sum + columns.length * rows.length, 0);
}

/** The tiles that cover an area, from the farthest zoom level in, each once. */
export function* coverTiles(area: Area): Generator<Tile> {
  for (const { z, columns, rows } of ranges(area)) {
    for (let column = 0; column < columns.length; column += 1) {
      for (let row = 0; row < rows.length; row += 1) {
        yield { z, x: (columns.first + column) % 2 ** z, y: rows.first + row };
      }
    }
  }
}

interface Span {
  readonly first: number;
  readonly length: number;
}

function ranges({ box, zoomMin, zoomMax }: Area): { z: number; columns: Span; rows: Span }[] {
  const levels = Array.from({ length: zoomMax - zoomMin + 1 }, (_, index) => zoomMin + index);
  return levels.map((z) => ({ z, columns: columnsOf(box, z), rows: rowsOf(box, z) }));
}

/** Columns count on past the antimeridian, and none comes twice. */
function columnsOf([west, , east]: Box, z: number): Span {
  const side = 2 ** z;
  const first = cell((west + 180) / 360, side, Math.floor);
  const last = cell((east + 180) / 360, side, lastCell);
  const length = west > east ? side - first + last + 1 : Math.max(first, last) - first + 1;
  return { first, length: Math.min(side, length) };
}

function rowsOf([, south, , north]: Box, z: number): Span {
  const side = 2 ** z;
  const first = cell(mercatorRow(north), side, Math.floor);
  const last = Math.max(first, cell(mercatorRow(south), side, lastCell));
  return { first, length: last - first + 1 };
}

/** From 0 at the north end of the web-mercator square to 1 at its south end. */
function mercatorRow(latitude: number): number {
  const radians = (latitude * Math.PI) / 180;
  return (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2;
}

function cell(fraction: number, side: number, round: (position: number) => number): number {
  const position = fraction * side;
  const edge = Math.round(position);
  const isOnEdge = Math.abs(position - edge) < EDGE_WIDTH;
  return Math.max(0, Math.min(side - 1, round(isOnEdge ? edge : position)));
}

/** In tiles: latitudes of edges are not exact numbers. */
const EDGE_WIDTH = 1e-6;

/** An area that ends exactly on the edge of a tile does not reach into the next one. */
function lastCell(position: number): number {
  return Math.ceil(position) - 1;
}
