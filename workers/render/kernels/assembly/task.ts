// The input of resampling kernels.

/** How values are put on the tile's grid. */
export const NEAREST: i32 = 0;
export const BILINEAR: i32 = 1;
export const CUBIC: i32 = 2;
/** Kernels that are widened by the scale of each axis, where the tile is coarser than the source. */
export const WIDE_BILINEAR: i32 = 3;
export const WIDE_CUBIC: i32 = 4;

/** Number types of samples. */
export const FLOAT32: i32 = 0;
export const FLOAT64: i32 = 1;
export const UINT8: i32 = 2;
export const UINT16: i32 = 3;

/** Less than this much of a kernel on data is no value. */
export const WEIGHT_MIN: f64 = 1e-5;

/**
 * A rectangle of a tile and the window under it. ../../engine/resample.ts writes it: eight bytes for each
 * f64, then four for each other field.
 */
@unmanaged
export class Task {
  levelWidth: f64;
  levelHeight: f64;
  /** Tile pixels per source pixel. */
  scaleX: f64;
  scaleY: f64;
  kind: i32;
  /** What planes hold: {@link FLOAT32} and so on. Results are f64 if samples are, otherwise f32. */
  sample: i32;
  bands: i32;
  /**
   * Lists of one address per band: values read, mask of usable values (0: all usable; others are zero), and
   * output.
   */
  data: usize;
  usable: usize;
  out: usize;
  /** Of the tile's pixels; written. */
  opacity: usize;
  /** The window's opacity, 0: all opaque. */
  dense: usize;
  /** Pixels of a tile's row. */
  size: i32;
  rectX: i32;
  rectY: i32;
  rectWidth: i32;
  rectHeight: i32;
  /** The window, in pixels of the level. */
  left: i32;
  top: i32;
  width: i32;
  height: i32;
  /** The straight pieces of all lines; 0: separable coordinates, listed in `columns` and `rows`. */
  pieces: usize;
  columns: usize;
  rows: usize;
  /** The work area, as large as `workBytes` says. */
  work: usize;
}

@inline
export function addressAt(list: usize, band: i32): usize {
  return usize(load<u32>(list + (usize(band) << 2)));
}

/** Whether every sample of every band has data. */
export function isComplete(task: Task): bool {
  for (let band = 0; band < task.bands; band++) if (addressAt(task.usable, band) != 0) return false;
  return true;
}
