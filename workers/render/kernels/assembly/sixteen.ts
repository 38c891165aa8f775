// The widened bilinear kernel when it spans at most 4 x 4 samples, all with data: the usual case with
// overviews.
import { sumOf } from "./lanes";
import { columnsOf, rowsOf, tablesOf, targetsOf } from "./samples";
import { addressAt, FLOAT32, isComplete, Task, WIDE_BILINEAR } from "./task";
import { weighWidened } from "./widened";

/** The table holds four weights for each of this many places between two samples where a kernel may begin. */
export const PLACES: i32 = 1024;
export const PLACE_BITS: i32 = 10;
export const TABLE_BYTES: usize = usize(PLACES) << 4;

/** The tables across and down of a task. */
export const TABLES_BYTES: usize = 2 * TABLE_BYTES;

/** Adding 1.5 * 2 ** 32 leaves a number in the low bits of the sum, in units of 2 ** -20. */
const FIXED: f64 = 6_442_450_944;
const FIXED_BITS: i32 = 20;

/**
 * Whether {@link weighSixteenSamples} fits: single precision, no mask, at most two samples per tile pixel.
 */
export function hasSixteen(task: Task): bool {
  const isSmall = task.width < 4 || task.height < 4;
  return !isSmall && task.kind == WIDE_BILINEAR && task.sample == FLOAT32 && task.scaleX >= 0.5 && task.scaleY >= 0.5 && isComplete(task);
}

/** Makes the tables of a task: weights across, then down. */
export function prepareSixteen(task: Task): void {
  fillTable(tablesOf(task), f32(task.scaleX), 1);
  fillTable(tablesOf(task) + TABLE_BYTES, f32(task.scaleY), 1);
}

/**
 * Fills a table: for each place, the weights of the four samples after it, normalized to a sum of `whole`.
 */
export function fillTable(table: usize, scale: f32, whole: f32): void {
  for (let place = 0; place < PLACES; place++) {
    v128.store(table + (usize(place) << 4), f32x4.mul(weightsFrom(place, scale), f32x4.splat(whole)));
  }
}

/** The weights of the four samples after a kernel begins, normalized to a sum of 1. */
@inline
export function weightsFrom(place: i32, scale: f32): v128 {
  const gone = f32x4.splat((f32(place) + 0.5) / f32(PLACES));
  const fromMiddle = f32x4.sub(f32x4.sub(f32x4(1, 2, 3, 4), f32x4.splat(1 / scale)), gone);
  const apart = f32x4.mul(f32x4.abs(fromMiddle), f32x4.splat(scale));
  const weights = f32x4.max(f32x4.splat(0), f32x4.sub(f32x4.splat(1), apart));
  return f32x4.mul(weights, f32x4.splat(1 / sumOf(weights)));
}

/**
 * Weighs sixteen samples for each pixel of the line. The general kernel serves those that reach off the
 * window.
 */
export function weighSixteenSamples(task: Task, count: i32): void {
  const columns = columnsOf(task);
  const rows = rowsOf(task);
  const targets = targetsOf(task);
  const tableX = tablesOf(task);
  const tableY = tableX + TABLE_BYTES;
  const width = task.width;
  const stride = usize(width) << 2;
  const lastX = u32(width - 4);
  const lastY = u32(task.height - 4);
  const data = task.data;
  const out = task.out;
  const bands = usize(task.bands) << 2;
  // Kernels begin so far before a pixel's place, by the middles of samples.
  const beforeX = FIXED - 0.5 - 1 / task.scaleX;
  const beforeY = FIXED - 0.5 - 1 / task.scaleY;
  const zero = reinterpret<i64>(FIXED);
  for (let sample: usize = 0; sample < usize(count); sample++) {
    const x = reinterpret<i64>(load<f64>(columns + (sample << 3)) + beforeX) - zero;
    const y = reinterpret<i64>(load<f64>(rows + (sample << 3)) + beforeY) - zero;
    const startX = u32(i32(x >> i64(FIXED_BITS)) + 1);
    const startY = u32(i32(y >> i64(FIXED_BITS)) + 1);
    if (startX > lastX || startY > lastY) {
      weighWidened<f32>(task, i32(sample), i32(sample) + 1);
      continue;
    }
    const across = v128.load(tableX + ((usize(x) >> (FIXED_BITS - PLACE_BITS)) & (PLACES - 1)) * 16);
    const down = v128.load(tableY + ((usize(y) >> (FIXED_BITS - PLACE_BITS)) & (PLACES - 1)) * 16);
    const down0 = i32x4.shuffle(down, down, 0, 0, 0, 0);
    const down1 = i32x4.shuffle(down, down, 1, 1, 1, 1);
    const down2 = i32x4.shuffle(down, down, 2, 2, 2, 2);
    const down3 = i32x4.shuffle(down, down, 3, 3, 3, 3);
    const first = usize(startY * width + startX) << 2;
    const target = usize(load<i32>(targets + (sample << 2))) << 2;
    for (let band: usize = 0; band < bands; band += 4) {
      const line0 = usize(load<u32>(data + band)) + first;
      const line1 = line0 + stride;
      const line2 = line1 + stride;
      const upper = f32x4.add(f32x4.mul(v128.load(line0), down0), f32x4.mul(v128.load(line1), down1));
      const lower = f32x4.add(f32x4.mul(v128.load(line2), down2), f32x4.mul(v128.load(line2 + stride), down3));
      store<f32>(usize(load<u32>(out + band)) + target, sumOf(f32x4.mul(f32x4.add(upper, lower), across)));
    }
  }
}
