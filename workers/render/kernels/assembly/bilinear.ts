// The four samples around each pixel.
import { sumOf } from "./lanes";
import { columnsOf, rowsOf, targetsOf } from "./samples";
import { addressAt, Task, WEIGHT_MIN } from "./task";

/** All bands at once, where every sample has data. */
@inline
export function weighFour<T>(task: Task, count: i32): void {
  const size = alignof<T>();
  const columns = columnsOf(task);
  const rows = rowsOf(task);
  const targets = targetsOf(task);
  const width = task.width;
  const height = task.height;
  const bands = task.bands;
  for (let sample = 0; sample < count; sample++) {
    const x = load<f64>(columns + (usize(sample) << 3)) - 0.5;
    const y = load<f64>(rows + (usize(sample) << 3)) - 0.5;
    const column = i32(floor(x));
    const row = i32(floor(y));
    const right = x - f64(column);
    const lower = y - f64(row);
    const x0 = max(0, min(width - 1, column));
    const x1 = min(width - 1, column + 1);
    const y0 = max(0, min(height - 1, row)) * width;
    const y1 = min(height - 1, row + 1) * width;
    const target = usize(load<i32>(targets + (usize(sample) << 2))) << size;
    if (sizeof<T>() == 4 && x1 == x0 + 1) {
      const above = f32x4(f32((1 - right) * (1 - lower)), f32(right * (1 - lower)), f32((1 - right) * lower), f32(right * lower));
      const upperAt = usize(y0 + x0) << 2;
      const lowerAt = usize(y1 + x0) << 2;
      for (let band = 0; band < bands; band++) {
        const plane = addressAt(task.data, band);
        const four = v128.load64_lane(plane + lowerAt, v128.load64_zero(plane + upperAt), 1);
        store<f32>(addressAt(task.out, band) + target, sumOf(f32x4.mul(four, above)));
      }
      continue;
    }
    for (let band = 0; band < bands; band++) {
      const plane = addressAt(task.data, band);
      const above = f64(load<T>(plane + (usize(y0 + x0) << size))) * (1 - right) + f64(load<T>(plane + (usize(y0 + x1) << size))) * right;
      const below = f64(load<T>(plane + (usize(y1 + x0) << size))) * (1 - right) + f64(load<T>(plane + (usize(y1 + x1) << size))) * right;
      store<T>(addressAt(task.out, band) + target, <T>(above * (1 - lower) + below * lower));
    }
  }
}

@inline
function has(usable: usize, at: i32): f64 {
  return usable == 0 ? 1 : f64(load<u8>(usable + usize(at)));
}

/** One band, from those of the four samples that have data. */
@inline
export function weighMaskedFour<T>(task: Task, band: i32, count: i32): void {
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
    const column = i32(floor(x));
    const row = i32(floor(y));
    const right = x - f64(column);
    const lower = y - f64(row);
    const x0 = max(0, min(width - 1, column));
    const x1 = min(width - 1, column + 1);
    const y0 = max(0, min(height - 1, row)) * width;
    const y1 = min(height - 1, row + 1) * width;
    const w00 = (1 - right) * (1 - lower) * has(usable, y0 + x0);
    const w10 = right * (1 - lower) * has(usable, y0 + x1);
    const w01 = (1 - right) * lower * has(usable, y1 + x0);
    const w11 = right * lower * has(usable, y1 + x1);
    const weight = w00 + w10 + w01 + w11;
    if (weight <= WEIGHT_MIN) continue;
    const above = f64(load<T>(data + (usize(y0 + x0) << size))) * w00 + f64(load<T>(data + (usize(y0 + x1) << size))) * w10;
    const below = f64(load<T>(data + (usize(y1 + x0) << size))) * w01 + f64(load<T>(data + (usize(y1 + x1) << size))) * w11;
    const target = usize(load<i32>(targets + (usize(sample) << 2)));
    store<T>(out + (target << size), <T>((above + below) / weight));
  }
}
