import type { Box } from "../../../core/tiles/tile-grid.ts";
import type { Scratch, ScratchArray } from "../kernels/scratch.ts";
import type { SourceTransform } from "./source-transform.ts";

/** Cells of the exact grid along each side of a tile, as kernels/assembly/lines.ts takes it. */
const GRID_CELLS = 16;
/** Nodes along each side of the grid. */
export const NODES = GRID_CELLS + 1;

/**
 * Full-resolution pixel coordinates at a grid's nodes over a tile, row by row from the north-west; NaN: no
 * place.
 */
export interface TransformGrid {
  readonly columns: ScratchArray<"Float64">;
  readonly rows: ScratchArray<"Float64">;
  /** Every node has a place and the map does not tear: values between nodes may be interpolated. */
  readonly smooth: boolean;
}

/** Where the tile's grid nodes fall in the raster. */
export function transformGrid(scratch: Scratch, transform: SourceTransform, box: Box): TransformGrid {
  const [west, , east, north] = box;
  const step = (east - west) / GRID_CELLS;
  const columns = scratch.array("Float64", NODES * NODES);
  const rows = scratch.array("Float64", NODES * NODES);
  const [xs, ys] = [columns.values, rows.values];
  for (let row = 0, node = 0; row < NODES; row++) {
    for (let column = 0; column < NODES; column++, node++) {
      xs[node] = west + column * step;
      ys[node] = north - row * step;
    }
  }
  transform.toPixels(xs, ys);
  return { columns, rows, smooth: isSmooth(xs) && isSmooth(ys) };
}

/**
 * Up to this fourth difference, as a share of the grid's extent, interpolation errs by 1/100 of a tile pixel
 * at most.
 */
const SMOOTH_SHARE_MAX = 2e-4;

/** Where a map tears (antimeridian) or bends hard (around a pole), differences between nodes are large. */
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
