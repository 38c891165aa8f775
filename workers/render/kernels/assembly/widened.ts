// Kernels that are widened by the scale of each axis, where the tile is coarser than the source.
import { bytesAt, sumOf } from "./lanes";
import { cubic } from "./cubic";
import { columnsOf, rowsOf, targetsOf, weightsOf } from "./samples";
import { addressAt, Task, WEIGHT_MIN, WIDE_CUBIC } from "./task";

/** The weight of a sample so far from the middle, in tile pixels. */
@inline
export function weightAt(distance: f64, isCubic: bool): f64 {
  return isCubic ? cubic(distance) : max<f64>(0, 1 - abs(distance));
}

/** Room for the weights of a kernel that reaches so far, as f64, and one vector more. */
@inline
function weightsBytes(reach: f64): usize {
  return usize(2 * ceil(reach) + 4) << 3;
}

/** Where the weights of one pixel end. */
export function endOfWidened(task: Task): usize {
  return weightsOf(task) + weightsBytes(2 / task.scaleX) + weightsBytes(2 / task.scaleY);
}

/**
 * Weighs each pixel by itself, in all bands. Samples without data are zero, values behind a plane's end
 * finite.
 */
@inline
export function weighWidened<T>(task: Task, begin: i32, until: i32): void {
  const size = alignof<T>();
  const columns = columnsOf(task);
  const rows = rowsOf(task);
  const targets = targetsOf(task);
  const width = task.width;
  const height = task.height;
  const bands = task.bands;
  const scaleX = task.scaleX;
  const scaleY = task.scaleY;
  const isCubic = task.kind == WIDE_CUBIC;
  const radius: f64 = isCubic ? 2 : 1;
  const reachX = radius / scaleX;
  const reachY = radius / scaleY;
  const across = weightsOf(task);
  const down = across + weightsBytes(reachX);
  for (let sample = begin; sample < until; sample++) {
    const x = load<f64>(columns + (usize(sample) << 3)) - 0.5;
    const y = load<f64>(rows + (usize(sample) << 3)) - 0.5;
    const startX = max(0, i32(ceil(x - reachX)));
    const wide = min(width - 1, i32(floor(x + reachX))) - startX + 1;
    const startY = max(0, i32(ceil(y - reachY)));
    const high = min(height - 1, i32(floor(y + reachY))) - startY + 1;
    if (wide <= 0 || high <= 0) continue;
    let sumX: f64 = 0;
    let sumY: f64 = 0;
    for (let at = 0; at < wide; at++) {
      const weight = weightAt((f64(startX + at) - x) * scaleX, isCubic);
      sumX += weight;
      store<T>(across + (usize(at) << size), <T>(weight));
    }
    if (sizeof<T>() == 4) v128.store(across + (usize(wide) << 2), f32x4.splat(0));
    for (let at = 0; at < high; at++) {
      const weight = weightAt((f64(startY + at) - y) * scaleY, isCubic);
      sumY += weight;
      store<T>(down + (usize(at) << size), <T>(weight));
    }
    const target = usize(load<i32>(targets + (usize(sample) << 2))) << size;
    const first = usize(startY * width + startX);
    for (let band = 0; band < bands; band++) {
      const mask = addressAt(task.usable, band);
      let from = addressAt(task.data, band) + (first << size);
      let value: f64 = 0;
      let weights = sumX * sumY;
      if (sizeof<T>() == 4) {
        let sums = f32x4.splat(0);
        if (mask == 0) {
          for (let line = 0; line < high; line++, from += usize(width) << 2) {
            let lineSum = f32x4.mul(v128.load(from), v128.load(across));
            for (let at = 4; at < wide; at += 4) {
              const step = usize(at) << 2;
              lineSum = f32x4.add(lineSum, f32x4.mul(v128.load(from + step), v128.load(across + step)));
            }
            sums = f32x4.add(sums, f32x4.mul(lineSum, v128.load32_splat(down + (usize(line) << 2))));
          }
        } else {
          let has = mask + first;
          let shares = f32x4.splat(0);
          for (let line = 0; line < high; line++, from += usize(width) << 2, has += usize(width)) {
            let lineSum = f32x4.splat(0);
            let lineShare = f32x4.splat(0);
            for (let at = 0; at < wide; at += 4) {
              const step = usize(at) << 2;
              const weight = v128.load(across + step);
              lineSum = f32x4.add(lineSum, f32x4.mul(v128.load(from + step), weight));
              lineShare = f32x4.add(lineShare, f32x4.mul(f32x4.convert_i32x4_u(bytesAt(has + usize(at))), weight));
            }
            const weightY = v128.load32_splat(down + (usize(line) << 2));
            sums = f32x4.add(sums, f32x4.mul(lineSum, weightY));
            shares = f32x4.add(shares, f32x4.mul(lineShare, weightY));
          }
          weights = f64(sumOf(shares));
        }
        value = f64(sumOf(sums));
      } else {
        let has = mask + first;
        if (mask != 0) weights = 0;
        for (let line = 0; line < high; line++, from += usize(width) << size, has += usize(width)) {
          let lineSum: f64 = 0;
          let lineShare: f64 = 0;
          for (let at = 0; at < wide; at++) {
            const weight = f64(load<T>(across + (usize(at) << size)));
            lineSum += f64(load<T>(from + (usize(at) << size))) * weight;
            if (mask != 0) lineShare += f64(load<u8>(has + usize(at))) * weight;
          }
          const weightY = f64(load<T>(down + (usize(line) << size)));
          value += lineSum * weightY;
          weights += lineShare * weightY;
        }
      }
      if (weights > WEIGHT_MIN) store<T>(addressAt(task.out, band) + target, <T>(value / weights));
    }
  }
}
