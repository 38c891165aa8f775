// Kernels that are widened by the scale of each axis, where the tile is coarser than the source.
import { cubic } from "./cubic";

/** Less than this much of a kernel on data is no value. */
const WEIGHT_MIN: f64 = 1e-5;

@inline
function sumOf(lanes: v128): f64 {
  const pairs = f32x4.add(lanes, i32x4.shuffle(lanes, lanes, 2, 3, 0, 1));
  return f64(f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1));
}

@inline
function weigh(distance: f64, isCubic: bool): f64 {
  return isCubic ? cubic(distance) : max<f64>(0, 1 - abs(distance));
}

/** A triangle over at most four by four samples all of which have data: what overviews in steps of two leave to do. */
@inline
function weighSixteenTriangle(
  x: f64,
  y: f64,
  startX: i32,
  startY: i32,
  wide: i32,
  high: i32,
  scaleX: f64,
  scaleY: f64,
  data: usize,
  out: usize,
  bands: i32,
  width: i32,
  target: usize,
): void {
  const lanes = f32x4(0, 1, 2, 3);
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  const apartX = f32x4.mul(f32x4.abs(f32x4.sub(lanes, f32x4.splat(f32(x - f64(startX))))), f32x4.splat(f32(scaleX)));
  const apartY = f32x4.mul(f32x4.abs(f32x4.sub(lanes, f32x4.splat(f32(y - f64(startY))))), f32x4.splat(f32(scaleY)));
  // Samples beside the window weigh nothing.
  const across = v128.and(f32x4.max(zero, f32x4.sub(one, apartX)), f32x4.lt(lanes, f32x4.splat(f32(wide))));
  const down = v128.and(f32x4.max(zero, f32x4.sub(one, apartY)), f32x4.lt(lanes, f32x4.splat(f32(high))));
  const weights = f32(sumOf(across)) * f32(sumOf(down));
  if (weights <= <f32>WEIGHT_MIN) return;
  const share = f32x4.mul(across, f32x4.splat(1 / weights));
  const weight0 = f32x4.mul(share, i32x4.shuffle(down, down, 0, 0, 0, 0));
  const weight1 = f32x4.mul(share, i32x4.shuffle(down, down, 1, 1, 1, 1));
  const weight2 = f32x4.mul(share, i32x4.shuffle(down, down, 2, 2, 2, 2));
  const weight3 = f32x4.mul(share, i32x4.shuffle(down, down, 3, 3, 3, 3));
  // Rows that do not exist, and weigh nothing, are read from the last that does.
  const first = usize(startY * width + startX) << 2;
  const line1 = usize(min(1, high - 1) * width) << 2;
  const line2 = usize(min(2, high - 1) * width) << 2;
  const line3 = usize(min(3, high - 1) * width) << 2;
  for (let band: usize = 0; band < usize(bands) << 2; band += 4) {
    const from = usize(load<u32>(data + band)) + first;
    const upper = f32x4.add(f32x4.mul(v128.load(from), weight0), f32x4.mul(v128.load(from + line1), weight1));
    const lower = f32x4.add(f32x4.mul(v128.load(from + line2), weight2), f32x4.mul(v128.load(from + line3), weight3));
    store<f32>(usize(load<u32>(out + band)) + (target << 2), f32(sumOf(f32x4.add(upper, lower))));
  }
}

/**
 * All bands of each pixel. `data`, `usable` and `out` list the addresses of the bands' planes; an address of 0 in `usable`: all samples have
 * data. Samples without data are zero, those after a plane's end finite. `weights` has room for one kernel row and three more f32, then one column of f64.
 */
@inline
export function weighWidened<T>(
  data: usize,
  usable: usize,
  out: usize,
  bands: i32,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
  scaleX: f64,
  scaleY: f64,
  isCubic: bool,
  across: usize,
  down: usize,
): void {
  const size = alignof<T>();
  const radius: f64 = isCubic ? 2 : 1;
  let unmasked = true;
  for (let band = 0; band < bands; band++) if (load<u32>(usable + (usize(band) << 2)) != 0) unmasked = false;
  const reachX = radius / scaleX;
  const reachY = radius / scaleY;
  for (let sample = 0; sample < count; sample++) {
    const x = load<f64>(columns + (usize(sample) << 3)) - 0.5;
    const y = load<f64>(rows + (usize(sample) << 3)) - 0.5;
    const startX = max(0, i32(ceil(x - reachX)));
    const wide = min(width - 1, i32(floor(x + reachX))) - startX + 1;
    const startY = max(0, i32(ceil(y - reachY)));
    const high = min(height - 1, i32(floor(y + reachY))) - startY + 1;
    if (wide <= 0 || high <= 0) continue;
    if (sizeof<T>() == 4 && wide <= 4 && high <= 4 && !isCubic && unmasked) {
      weighSixteenTriangle(x, y, startX, startY, wide, high, scaleX, scaleY, data, out, bands, width, usize(load<i32>(targets + (usize(sample) << 2))));
      continue;
    }
    let sumX: f64 = 0;
    let sumY: f64 = 0;
    for (let at = 0; at < wide; at++) {
      const weight = weigh((f64(startX + at) - x) * scaleX, isCubic);
      sumX += weight;
      store<T>(across + (usize(at) << size), <T>(weight));
    }
    if (sizeof<T>() == 4) v128.store(across + (usize(wide) << 2), f32x4.splat(0));
    for (let at = 0; at < high; at++) {
      const weight = weigh((f64(startY + at) - y) * scaleY, isCubic);
      sumY += weight;
      store<T>(down + (usize(at) << size), <T>(weight));
    }
    const target = usize(load<i32>(targets + (usize(sample) << 2))) << size;
    const first = usize(startY * width + startX);
    for (let band = 0; band < bands; band++) {
      const slot = usize(band) << 2;
      const mask = usize(load<u32>(usable + slot));
      let from = usize(load<u32>(data + slot)) + (first << size);
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
              const present = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(has + usize(at))));
              lineShare = f32x4.add(lineShare, f32x4.mul(f32x4.convert_i32x4_u(present), weight));
            }
            const weightY = v128.load32_splat(down + (usize(line) << 2));
            sums = f32x4.add(sums, f32x4.mul(lineSum, weightY));
            shares = f32x4.add(shares, f32x4.mul(lineShare, weightY));
          }
          weights = sumOf(shares);
        }
        value = sumOf(sums);
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
      if (weights > WEIGHT_MIN) store<T>(usize(load<u32>(out + slot)) + target, <T>(value / weights));
    }
  }
}
