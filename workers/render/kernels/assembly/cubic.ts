// The sixteen samples around each pixel.
import { columnsOf, rowsOf, targetsOf } from "./samples";
import { addressAt, Task } from "./task";

/** The cubic convolution with a = -0.5 (Keys 1981), as gdalwarp's. */
@inline
export function cubic(distance: f64): f64 {
  const t = abs(distance);
  if (t <= 1) return (1.5 * t - 2.5) * t * t + 1;
  return t <= 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
}

/**
 * Cubic where all sixteen nearest samples have data. Elsewhere the bilinear value stays, as with gdalwarp.
 */
@inline
export function weighSixteen<T>(task: Task, band: i32, count: i32): void {
  const size = alignof<T>();
  const columns = columnsOf(task);
  const rows = rowsOf(task);
  const targets = targetsOf(task);
  const width = task.width;
  const height = task.height;
  const data = addressAt(task.data, band);
  const usable = addressAt(task.usable, band);
  const out = addressAt(task.out, band);
  for (let sample = 0; sample < count; sample++) {
    const x = load<f64>(columns + (usize(sample) << 3)) - 0.5;
    const y = load<f64>(rows + (usize(sample) << 3)) - 0.5;
    const column = i32(floor(x)) - 1;
    const row = i32(floor(y)) - 1;
    if (column < 0 || row < 0 || column + 3 >= width || row + 3 >= height) continue;
    const w0 = cubic(f64(column) - x);
    const w1 = cubic(f64(column + 1) - x);
    const w2 = cubic(f64(column + 2) - x);
    const w3 = cubic(f64(column + 3) - x);
    let sum: f64 = 0;
    let complete = true;
    for (let line = 0; line < 4; line++) {
      const first = usize((row + line) * width + column);
      // Four bytes at once: each is 1 where there is data.
      if (usable != 0 && load<u32>(usable + first) != 0x01010101) {
        complete = false;
        break;
      }
      const at = data + (first << size);
      const lineSum =
        f64(load<T>(at)) * w0 +
        f64(load<T>(at + sizeof<T>())) * w1 +
        f64(load<T>(at + 2 * sizeof<T>())) * w2 +
        f64(load<T>(at + 3 * sizeof<T>())) * w3;
      sum += lineSum * cubic(f64(row + line) - y);
    }
    const target = usize(load<i32>(targets + (usize(sample) << 2)));
    if (complete) store<T>(out + (target << size), <T>(sum));
  }
}
