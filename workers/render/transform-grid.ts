import type { Box } from "../../core/tile.ts";
import type { SourceTransform } from "./source-transform.ts";

/** Cells of the exact grid along each side of a tile. */
const GRID_CELLS = 16;
const NODES = GRID_CELLS + 1;

/** Full-resolution pixel coordinates at the nodes of a grid over a tile, in rows from the north-west corner; NaN: no such place. */
export interface TransformGrid {
  readonly columns: Float64Array;
  readonly rows: Float64Array;
  /** Every node has a place and the map does not tear: values between nodes may be interpolated. */
  readonly smooth: boolean;
}

/** Where the tile's grid nodes fall in the raster. */
export function transformGrid(transform: SourceTransform, box: Box): TransformGrid {
  const [west, , east, north] = box;
  const step = (east - west) / GRID_CELLS;
  const columns = new Float64Array(NODES * NODES);
  const rows = new Float64Array(NODES * NODES);
  for (let row = 0, node = 0; row < NODES; row++) {
    for (let column = 0; column < NODES; column++, node++) {
      columns[node] = west + column * step;
      rows[node] = north - row * step;
    }
  }
  transform.toPixels(columns, rows);
  return { columns, rows, smooth: isSmooth(columns) && isSmooth(rows) };
}

/** Largest fourth difference between nodes, as a share of the grid's extent, that interpolation follows to a hundredth of a tile pixel. */
const SMOOTH_SHARE_MAX = 2e-4;

/** Where a map tears (the antimeridian) or bends hard (around a pole) differences between nodes are not small against the grid itself. */
function isSmooth(values: Float64Array): boolean {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const limit = (high - low) * SMOOTH_SHARE_MAX + 1e-9;
  const bends = (index: number, stride: number) => {
    const inner = values[index - stride]! + values[index + stride]!;
    const outer = values[index - 2 * stride]! + values[index + 2 * stride]!;
    return !(Math.abs(outer - 4 * inner + 6 * values[index]!) <= limit);
  };
  for (let line = 0; line < NODES; line++) {
    for (let node = 2; node < NODES - 2; node++) {
      if (bends(line * NODES + node, 1) || bends(node * NODES + line, NODES)) return false;
    }
  }
  return true;
}

/**
 * A smooth grid's value at a place in the tile (0, 0 to 1, 1), by cubic Lagrange interpolation through the four nearest nodes of each
 * axis: exact to a small fraction of a pixel.
 */
export function interpolateGrid(values: Float64Array, u: number, v: number): number {
  const column = firstNode(u * GRID_CELLS);
  const row = firstNode(v * GRID_CELLS);
  const across = cubicWeights(u * GRID_CELLS - column);
  const down = cubicWeights(v * GRID_CELLS - row);
  let sum = 0;
  for (let line = 0; line < 4; line++) {
    const node = (row + line) * NODES + column;
    sum +=
      down[line]! *
      (values[node]! * across[0] +
        values[node + 1]! * across[1] +
        values[node + 2]! * across[2] +
        values[node + 3]! * across[3]);
  }
  return sum;
}

function firstNode(position: number): number {
  return Math.max(0, Math.min(NODES - 4, Math.floor(position) - 1));
}

/** Lagrange weights of nodes 0, 1, 2, 3 at a position among them. */
function cubicWeights(t: number): [number, number, number, number] {
  return [
    (-(t - 1) * (t - 2) * (t - 3)) / 6,
    (t * (t - 2) * (t - 3)) / 2,
    (-t * (t - 1) * (t - 3)) / 2,
    (t * (t - 1) * (t - 2)) / 6,
  ];
}
