import type { ScratchArray } from "../kernels/scratch.ts";

/** Coordinates in the raster of the pixels of a rectangle, in the kernels' memory; NaN: no such place. */
export type WarpField =
  /** The column depends on x alone and the row on y alone: one number for each. */
  | {
      readonly kind: "separable";
      readonly columns: ScratchArray<"Float64">;
      readonly rows: ScratchArray<"Float64">;
    }
  /**
   * Straight pieces of its lines, five numbers each: pixel count, first column, column step, first row, row
   * step.
   */
  | { readonly kind: "lines"; readonly pieces: ScratchArray<"Float64">; readonly count: number };

/** Numbers of a piece. */
export const PIECE_NUMBERS = 5;

/** The coordinates of each pixel of a field, in rows of `width`. */
export function placesOf(
  field: WarpField,
  width: number,
  height: number,
): { readonly columns: Float64Array; readonly rows: Float64Array } {
  const columns = new Float64Array(width * height);
  const rows = new Float64Array(width * height);
  if (field.kind === "separable") {
    const [across, down] = [field.columns.values, field.rows.values];
    for (let pixel = 0; pixel < columns.length; pixel++) {
      columns[pixel] = across[pixel % width]!;
      rows[pixel] = down[Math.floor(pixel / width)]!;
    }
    return { columns, rows };
  }
  const { values } = field.pieces;
  for (let at = 0, pixel = 0; at < PIECE_NUMBERS * field.count; at += PIECE_NUMBERS) {
    for (let index = 0; index < values[at]!; index++, pixel++) {
      columns[pixel] = values[at + 1]! + values[at + 2]! * index;
      rows[pixel] = values[at + 3]! + values[at + 4]! * index;
    }
  }
  return { columns, rows };
}
