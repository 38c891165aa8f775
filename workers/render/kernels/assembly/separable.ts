// Separable coordinates: kernels weigh down first, then across. Each line weighs a sample once, not once per
// pixel.
import { weighEight16, weighSixteen8, WHOLE, wholeWeights } from "./integers";
import { bytesAt, sumOf, sumsOf } from "./lanes";
import { columnUnder, rowUnder, tablesOf } from "./samples";
import { addressAt, BILINEAR, FLOAT64, isComplete, Task, UINT16, UINT8, WEIGHT_MIN, WIDE_BILINEAR, WIDE_CUBIC } from "./task";
import { weightAt } from "./widened";

/**
 * Whether a task is separable: single precision, and a kernel that is a product of one across and one down.
 */
export function isSeparable(task: Task): bool {
  if (task.pieces != 0 || task.sample == FLOAT64) return false;
  return task.kind == WIDE_BILINEAR || task.kind == WIDE_CUBIC || (task.kind == BILINEAR && isComplete(task));
}

/*
 * The work area, from where the tables begin: per pixel of a line the sample under it, its first weighed
 * sample and its `taps` weights; then the line's `taps` weights down; then a line of sums for each band and
 * one of shares.
 */
let taps: i32 = 0;
let unders: usize = 0;
let firsts: usize = 0;
let acrossWeights: usize = 0;
let downWeights: usize = 0;
let sums: usize = 0;
let shares: usize = 0;
let lineBytes: usize = 0;
let end: usize = 0;
/** The samples that some pixel of a line is made of. */
let samplesFrom: i32 = 0;
let samplesUntil: i32 = 0;
/** Every pixel of a line lies in the level. */
let isWholeLine: bool = true;

/** Whether samples of 8 or 16 bits can be weighed as they are. */
export function weighsIntegers(task: Task): bool {
  if (!isSeparable(task) || !isComplete(task)) return false;
  layOut(task);
  return taps == 4;
}

/** All bands of a rectangle. */
export function resampleSeparable(task: Task): void {
  layOut(task);
  // Values behind a line have weights of zero, but they have to be finite.
  memory.fill(sums, 0, end - sums);
  weighColumns(task);
  const isWhole = isComplete(task);
  for (let line = 0; line < task.rectHeight; line++) {
    const row = load<f64>(task.rows + (usize(line) << 3));
    const under = rowUnder(task, row);
    if (under < 0 || !noteOpacity(task, line, under)) continue;
    const isCubic = task.kind == WIDE_CUBIC;
    const first = weighAxis(row - f64(task.top) - 0.5, scaleOf(task, task.scaleY), isCubic, task.height, downWeights);
    if (first < 0) continue;
    const target = (task.rectY + line) * task.size + task.rectX;
    let sumsOfBand = sums;
    for (let band = 0; band < task.bands; band++) {
      const from = first * task.width + samplesFrom;
      const data = addressAt(task.data, band);
      if (task.sample == UINT8) weighBytesDown(task, data + usize(from), sumsOfBand);
      else if (task.sample == UINT16) weighShortsDown(task, data + (usize(from) << 1), sumsOfBand);
      else weighDown(task, data + (usize(from) << 2), sumsOfBand);
      sumsOfBand += lineBytes;
    }
    if (isWhole && taps == 4) weighAcrossFour(task, usize(target));
    sumsOfBand = sums;
    for (let band = 0; band < task.bands; band++, sumsOfBand += lineBytes) {
      const usable = addressAt(task.usable, band);
      const out = addressAt(task.out, band) + (usize(target) << 2);
      if (usable != 0) {
        shareDown(task, usable + usize(first * task.width + samplesFrom));
        weighAcrossMasked(task, sumsOfBand, out);
      } else if (!isWhole || taps != 4) {
        weighAcross(task, sumsOfBand, out);
      }
      if (!isWholeLine || task.dense != 0) clearWithoutData(task, task.opacity + usize(target), out);
    }
  }
}

@inline
function scaleOf(task: Task, scale: f64): f64 {
  return task.kind == BILINEAR ? 1 : scale;
}

/** Where the work of a task ends. */
export function endOfSeparable(task: Task): usize {
  layOut(task);
  return end;
}

function layOut(task: Task): void {
  const radius: f64 = task.kind == WIDE_CUBIC ? 2 : 1;
  const scale = min(scaleOf(task, task.scaleX), scaleOf(task, task.scaleY));
  taps = (min(max(task.width, task.height), i32(ceil(2 * radius / scale))) + 3) & ~3;
  const pixels = usize((task.rectWidth + 3) & ~3) << 2;
  unders = tablesOf(task);
  firsts = unders + pixels;
  acrossWeights = firsts + pixels;
  downWeights = acrossWeights + pixels * usize(taps);
  sums = downWeights + (usize(taps) << 2);
  lineBytes = (usize(task.width + taps + 19) & ~3) << 2;
  shares = sums + usize(task.bands) * lineBytes;
  end = shares + lineBytes;
}

/**
 * Writes the weights of the samples around a place, normalized to a sum of 1. Returns the first sample; -1:
 * none.
 */
function weighAxis(place: f64, scale: f64, isCubic: bool, length: i32, weights: usize): i32 {
  const reach = (isCubic ? 2 : 1) / scale;
  // A sample at the kernel's very end weighs nothing.
  const first = max(0, i32(floor(place - reach)) + 1);
  const count = min(min(length - 1, i32(ceil(place + reach)) - 1) - first + 1, taps);
  memory.fill(weights, 0, usize(taps) << 2);
  if (count <= 0) return -1;
  let sum: f64 = 0;
  for (let at = 0; at < count; at++) sum += weightAt((f64(first + at) - place) * scale, isCubic);
  if (sum <= WEIGHT_MIN) return -1;
  for (let at = 0; at < count; at++) {
    store<f32>(weights + (usize(at) << 2), f32(weightAt((f64(first + at) - place) * scale, isCubic) / sum));
  }
  return first;
}

function weighColumns(task: Task): void {
  const isCubic = task.kind == WIDE_CUBIC;
  const scale = scaleOf(task, task.scaleX);
  // Sums of whole numbers are as many times too large.
  const isWhole = task.sample == UINT8 || task.sample == UINT16;
  samplesFrom = task.width;
  samplesUntil = 0;
  isWholeLine = true;
  for (let x = 0; x < task.rectWidth; x++) {
    const at = usize(x) << 2;
    const column = load<f64>(task.columns + (usize(x) << 3));
    const under = columnUnder(task, column);
    const weights = acrossWeights + at * usize(taps);
    store<i32>(unders + at, under);
    if (under < 0) memory.fill(weights, 0, usize(taps) << 2);
    const first = under < 0 ? -1 : weighAxis(column - f64(task.left) - 0.5, scale, isCubic, task.width, weights);
    if (isWhole) v128.store(weights, f32x4.mul(v128.load(weights), f32x4.splat(1 / f32(WHOLE))));
    store<i32>(firsts + at, first);
    if (under < 0) isWholeLine = false;
    if (first < 0) continue;
    samplesFrom = min(samplesFrom, first);
    samplesUntil = max(samplesUntil, min(task.width, first + taps));
  }
  samplesFrom = min(samplesFrom, samplesUntil);
  // Counted from the first weighed sample. A pixel without samples has weights of zero.
  for (let x: usize = 0; x < usize(task.rectWidth) << 2; x += 4) {
    store<i32>(firsts + x, max(0, load<i32>(firsts + x) - samplesFrom));
  }
}

/** Notes the opacity of a line's pixels; whether any has data. */
function noteOpacity(task: Task, line: i32, under: i32): bool {
  const opacity = task.opacity + usize((task.rectY + line) * task.size + task.rectX);
  if (isWholeLine && task.dense == 0) {
    memory.fill(opacity, 255, usize(task.rectWidth));
    return true;
  }
  let some = false;
  for (let x = 0; x < task.rectWidth; x++) {
    const column = load<i32>(unders + (usize(x) << 2));
    if (column < 0) continue;
    const here = task.dense == 0 ? <u8>255 : load<u8>(task.dense + usize(under * task.width + column));
    if (here == 0) continue;
    store<u8>(opacity + usize(x), here);
    some = true;
  }
  return some;
}

/** Weighs the samples of all columns down, four rows at a time. */
function weighDown(task: Task, from: usize, to: usize): void {
  const stride = usize(task.width) << 2;
  const bytes = usize(samplesUntil - samplesFrom) << 2;
  for (let tap = 0; tap < taps; tap += 4) {
    const weights = v128.load(downWeights + (usize(tap) << 2));
    if (tap > 0 && !v128.any_true(weights)) return;
    const weight0 = i32x4.shuffle(weights, weights, 0, 0, 0, 0);
    const weight1 = i32x4.shuffle(weights, weights, 1, 1, 1, 1);
    const weight2 = i32x4.shuffle(weights, weights, 2, 2, 2, 2);
    const weight3 = i32x4.shuffle(weights, weights, 3, 3, 3, 3);
    // Rows that weigh nothing may not exist.
    const row0 = from + usize(tap) * stride;
    const row1 = f32x4.extract_lane(weights, 1) == 0 ? row0 : row0 + stride;
    const row2 = f32x4.extract_lane(weights, 2) == 0 ? row0 : row0 + 2 * stride;
    const row3 = f32x4.extract_lane(weights, 3) == 0 ? row0 : row0 + 3 * stride;
    for (let at: usize = 0; at < bytes; at += 16) {
      const upper = f32x4.add(f32x4.mul(v128.load(row0 + at), weight0), f32x4.mul(v128.load(row1 + at), weight1));
      const lower = f32x4.add(f32x4.mul(v128.load(row2 + at), weight2), f32x4.mul(v128.load(row3 + at), weight3));
      const sum = f32x4.add(upper, lower);
      v128.store(to + at, tap == 0 ? sum : f32x4.add(sum, v128.load(to + at)));
    }
  }
}

/** The line's four weights as whole numbers; sums are as many times too large. */
@inline
function wholeDownWeights(): v128 {
  const weights = wholeWeights(v128.load(downWeights));
  return i16x8.narrow_i32x4_s(weights, weights);
}

/** Where a row is read: rows that weigh nothing may not exist. */
@inline
function rowOf(from: usize, stride: usize, row: usize): usize {
  return load<f32>(downWeights + (row << 2)) == 0 ? from : from + row * stride;
}

/** Samples of 8 bits, where four weights are enough. */
function weighBytesDown(task: Task, from: usize, to: usize): void {
  const stride = usize(task.width);
  const weights = wholeDownWeights();
  const upper = i32x4.shuffle(weights, weights, 0, 0, 0, 0);
  const lower = i32x4.shuffle(weights, weights, 1, 1, 1, 1);
  const row1 = rowOf(from, stride, 1);
  const row2 = rowOf(from, stride, 2);
  const row3 = rowOf(from, stride, 3);
  const bytes = usize(samplesUntil - samplesFrom);
  for (let at: usize = 0; at < bytes; at += 16) {
    weighSixteen8(from + at, row1 + at, row2 + at, row3 + at, upper, lower, to + (at << 2));
  }
}

/** Samples of 16 bits, where four weights are enough. */
function weighShortsDown(task: Task, from: usize, to: usize): void {
  const stride = usize(task.width) << 1;
  const weights = wholeDownWeights();
  const upper = i32x4.shuffle(weights, weights, 0, 0, 0, 0);
  const lower = i32x4.shuffle(weights, weights, 1, 1, 1, 1);
  const row1 = rowOf(from, stride, 1);
  const row2 = rowOf(from, stride, 2);
  const row3 = rowOf(from, stride, 3);
  const bytes = usize(samplesUntil - samplesFrom) << 1;
  for (let at: usize = 0; at < bytes; at += 16) {
    weighEight16(from + at, row1 + at, row2 + at, row3 + at, upper, lower, upper, lower, to + (at << 1));
  }
}

/** How much of each column's weight lies on data. */
function shareDown(task: Task, from: usize): void {
  const count = usize(samplesUntil - samplesFrom);
  memory.fill(shares, 0, (count << 2) + 16);
  for (let tap = 0; tap < taps; tap++, from += usize(task.width)) {
    const weight = v128.load32_splat(downWeights + (usize(tap) << 2));
    if (!v128.any_true(weight)) continue;
    for (let at: usize = 0; at < count; at += 4) {
      const share = f32x4.mul(f32x4.convert_i32x4_u(bytesAt(from + at)), weight);
      v128.store(shares + (at << 2), f32x4.add(v128.load(shares + (at << 2)), share));
    }
  }
}

/** One pixel's sum of a line of samples weighed down. */
@inline
function sumAcross(line: usize, x: usize): f32 {
  const from = line + (usize(load<i32>(firsts + x)) << 2);
  const weights = acrossWeights + x * usize(taps);
  let lanes = f32x4.mul(v128.load(from), v128.load(weights));
  for (let tap: usize = 16; tap < usize(taps) << 2; tap += 16) {
    lanes = f32x4.add(lanes, f32x4.mul(v128.load(from + tap), v128.load(weights + tap)));
  }
  return sumOf(lanes);
}

function weighAcross(task: Task, from: usize, out: usize): void {
  for (let x: usize = 0; x < usize(task.rectWidth) << 2; x += 4) store<f32>(out + x, sumAcross(from, x));
}

function weighAcrossMasked(task: Task, from: usize, out: usize): void {
  for (let x: usize = 0; x < usize(task.rectWidth) << 2; x += 4) {
    const share = sumAcross(shares, x);
    if (f64(share) > WEIGHT_MIN) store<f32>(out + x, sumAcross(from, x) / share);
  }
}

/** The sums of four pixels at once, in all bands. */
function weighAcrossFour(task: Task, target: usize): void {
  const bytes = usize(task.rectWidth) << 2;
  const bands = usize(task.bands) << 2;
  const out = task.out;
  const places = firsts;
  const allWeights = acrossWeights;
  const lines = sums;
  const stride = lineBytes;
  let x: usize = 0;
  for (; x + 16 <= bytes; x += 16) {
    const weights = allWeights + (x << 2);
    const weightsA = v128.load(weights);
    const weightsB = v128.load(weights, 16);
    const weightsC = v128.load(weights, 32);
    const weightsD = v128.load(weights, 48);
    const placeA = usize(load<i32>(places + x)) << 2;
    const placeB = usize(load<i32>(places + x, 4)) << 2;
    const placeC = usize(load<i32>(places + x, 8)) << 2;
    const placeD = usize(load<i32>(places + x, 12)) << 2;
    let from = lines;
    for (let band: usize = 0; band < bands; band += 4, from += stride) {
      const a = f32x4.mul(v128.load(from + placeA), weightsA);
      const b = f32x4.mul(v128.load(from + placeB), weightsB);
      const c = f32x4.mul(v128.load(from + placeC), weightsC);
      const d = f32x4.mul(v128.load(from + placeD), weightsD);
      v128.store(usize(load<u32>(out + band)) + (target << 2) + x, sumsOf(a, b, c, d));
    }
  }
  for (; x < bytes; x += 4) {
    let from = lines;
    for (let band: usize = 0; band < bands; band += 4, from += stride) {
      store<f32>(usize(load<u32>(out + band)) + (target << 2) + x, sumAcross(from, x));
    }
  }
}

function clearWithoutData(task: Task, opacity: usize, out: usize): void {
  for (let x: usize = 0; x < usize(task.rectWidth); x++) {
    if (load<u8>(opacity + x) == 0) store<f32>(out + (x << 2), 0);
  }
}
