// Samples of 8 or 16 bits as the file has them. Their weights are whole numbers, so that two samples are
// weighed at once.
import { PLACES, weightsFrom } from "./sixteen";

/** The weights of a kernel add up to so much. */
export const WHOLE: i32 = 16_384;
/** Samples of 16 bits are weighed as signed ones; their sum is off by so much. */
const UINT16_BIAS: i32 = 0x8000 * WHOLE;

/** Four weights as i32, from those that add up to one. */
@inline
export function wholeWeights(weights: v128): v128 {
  const rounded = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(weights, f32x4.splat(f32(WHOLE)))));
  const pairs = i32x4.add(rounded, i32x4.shuffle(rounded, rounded, 2, 3, 0, 1));
  const sum = i32x4.add(pairs, i32x4.shuffle(pairs, pairs, 1, 0, 3, 2));
  // The greatest weight takes what rounding left over; several equal ones each would.
  const left = i32x4.sub(i32x4.splat(WHOLE), sum);
  const greater = i32x4.max_s(rounded, i32x4.shuffle(rounded, rounded, 2, 3, 0, 1));
  const greatest = i32x4.max_s(greater, i32x4.shuffle(greater, greater, 1, 0, 3, 2));
  const first = ctz(i32x4.bitmask(i32x4.eq(rounded, greatest)));
  const isFirst = i32x4.eq(i32x4(0, 1, 2, 3), i32x4.splat(first));
  return i32x4.add(rounded, v128.and(left, isFirst));
}

/** Fills a table: for each place between two samples, the four weights after it, of 16 bits each. */
export function fillIntegerTable(table: usize, scale: f32): void {
  for (let place = 0; place < PLACES; place++) {
    const weights = wholeWeights(weightsFrom(place, scale));
    store<i64>(table + (usize(place) << 3), i64x2.extract_lane(i16x8.narrow_i32x4_s(weights, weights), 0));
  }
}

/** The first halves of two rows of bytes, by turns: a single instruction. */
@inline
function lowPairs8(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

/** {@link lowPairs8} for 16 bits. */
@inline
function lowPairs16(a: v128, b: v128): v128 {
  return i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}

/**
 * Eight columns of four rows of bytes, each row at an address of its own, into `to`. Weights are those of the
 * first two rows and of the other two by turns, for the first and for the last four columns.
 */
@inline
export function weighEight8(
  row0: usize,
  row1: usize,
  row2: usize,
  row3: usize,
  upper0: v128,
  lower0: v128,
  upper1: v128,
  lower1: v128,
  to: usize,
): void {
  const above = lowPairs8(v128.load64_zero(row0), v128.load64_zero(row1));
  const below = lowPairs8(v128.load64_zero(row2), v128.load64_zero(row3));
  v128.store(to, ofBytes(i16x8.extend_low_i8x16_u(above), i16x8.extend_low_i8x16_u(below), upper0, lower0));
  v128.store(to, ofBytes(i16x8.extend_high_i8x16_u(above), i16x8.extend_high_i8x16_u(below), upper1, lower1), 16);
}

@inline
function ofSigned(above: v128, below: v128, upper: v128, lower: v128): v128 {
  const sign = i16x8.splat(-0x8000);
  const sums = i32x4.add(i32x4.dot_i16x8_s(v128.xor(above, sign), upper), i32x4.dot_i16x8_s(v128.xor(below, sign), lower));
  return f32x4.convert_i32x4_s(i32x4.add(sums, i32x4.splat(UINT16_BIAS)));
}

/** Sixteen columns of four rows of bytes, all with the same weights, into `to`. */
@inline
export function weighSixteen8(row0: usize, row1: usize, row2: usize, row3: usize, upper: v128, lower: v128, to: usize): void {
  const a = v128.load(row0);
  const b = v128.load(row1);
  const c = v128.load(row2);
  const d = v128.load(row3);
  const above0 = lowPairs8(a, b);
  const above1 = i8x16.shuffle(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  const below0 = lowPairs8(c, d);
  const below1 = i8x16.shuffle(c, d, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  v128.store(to, ofBytes(i16x8.extend_low_i8x16_u(above0), i16x8.extend_low_i8x16_u(below0), upper, lower));
  v128.store(to, ofBytes(i16x8.extend_high_i8x16_u(above0), i16x8.extend_high_i8x16_u(below0), upper, lower), 16);
  v128.store(to, ofBytes(i16x8.extend_low_i8x16_u(above1), i16x8.extend_low_i8x16_u(below1), upper, lower), 32);
  v128.store(to, ofBytes(i16x8.extend_high_i8x16_u(above1), i16x8.extend_high_i8x16_u(below1), upper, lower), 48);
}

@inline
function ofBytes(above: v128, below: v128, upper: v128, lower: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.add(i32x4.dot_i16x8_s(above, upper), i32x4.dot_i16x8_s(below, lower)));
}

/** {@link weighEight8} for samples of 16 bits. */
@inline
export function weighEight16(
  row0: usize,
  row1: usize,
  row2: usize,
  row3: usize,
  upper0: v128,
  lower0: v128,
  upper1: v128,
  lower1: v128,
  to: usize,
): void {
  const a = v128.load(row0);
  const b = v128.load(row1);
  const c = v128.load(row2);
  const d = v128.load(row3);
  const above0 = lowPairs16(a, b);
  const above1 = i16x8.shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
  const below0 = lowPairs16(c, d);
  const below1 = i16x8.shuffle(c, d, 4, 12, 5, 13, 6, 14, 7, 15);
  v128.store(to, ofSigned(above0, below0, upper0, lower0));
  v128.store(to, ofSigned(above1, below1, upper1, lower1), 16);
}

/** Samples of 8 bits as f32. */
export function widenBytes(from: usize, length: i32, to: usize): void {
  let at: usize = 0;
  for (; at + 16 <= usize(length); at += 16) {
    const sixteen = v128.load(from + at);
    widenEight(i16x8.extend_low_i8x16_u(sixteen), to + (at << 2));
    widenEight(i16x8.extend_high_i8x16_u(sixteen), to + (at << 2) + 32);
  }
  for (; at < usize(length); at++) store<f32>(to + (at << 2), f32(load<u8>(from + at)));
}

/** Samples of 16 bits as f32. */
export function widenShorts(from: usize, length: i32, to: usize): void {
  let at: usize = 0;
  for (; at + 8 <= usize(length); at += 8) widenEight(v128.load(from + (at << 1)), to + (at << 2));
  for (; at < usize(length); at++) store<f32>(to + (at << 2), f32(load<u16>(from + (at << 1))));
}

@inline
function widenEight(eight: v128, to: usize): void {
  v128.store(to, f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(eight)));
  v128.store(to, f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(eight)), 16);
}

/** Whether any sample of 8 bits is this one. */
export function hasByte(from: usize, length: i32, value: u8): bool {
  const end = from + usize(length);
  for (; from + 16 <= end; from += 16) if (v128.any_true(i8x16.eq(v128.load(from), i8x16.splat(value)))) return true;
  for (; from < end; from++) if (load<u8>(from) == value) return true;
  return false;
}

/** Whether any sample of 16 bits is this one. */
export function hasShort(from: usize, length: i32, value: u16): bool {
  const end = from + (usize(length) << 1);
  for (; from + 16 <= end; from += 16) if (v128.any_true(i16x8.eq(v128.load(from), i16x8.splat(value)))) return true;
  for (; from < end; from += 2) if (load<u16>(from) == value) return true;
  return false;
}
