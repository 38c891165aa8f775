// Where there is data: nodata values, alpha bands and masks.

/**
 * Sets all bits of each of four values that is data: not NaN, not the missing value and not within tolerance
 * of it.
 */
@inline
function areData(at: usize, missing: v128, tolerance: v128): v128 {
  const values = v128.load(at);
  const near = f32x4.le(f32x4.abs(f32x4.sub(values, missing)), tolerance);
  return v128.andnot(f32x4.eq(values, values), v128.or(near, f32x4.eq(values, missing)));
}

/** Writes 1 or 0 to `valid` for each value: data or missing. Returns whether any is missing. */
export function findMissing32(data: usize, length: i32, missing: f32, tolerance: f32, valid: usize): bool {
  const nodata = f32x4.splat(missing);
  const within = f32x4.splat(tolerance);
  let every = i32x4.splat(-1);
  let at: usize = 0;
  for (; at + 16 <= usize(length); at += 16) {
    const from = data + (at << 2);
    const a = areData(from, nodata, within);
    const b = areData(from + 16, nodata, within);
    const c = areData(from + 32, nodata, within);
    const d = areData(from + 48, nodata, within);
    every = v128.and(every, v128.and(v128.and(a, b), v128.and(c, d)));
    const sixteen = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d));
    v128.store(valid + at, v128.and(sixteen, i8x16.splat(1)));
  }
  let some = !i32x4.all_true(every);
  for (; at < usize(length); at++) {
    const isData = i32x4.extract_lane(areData(data + (at << 2), nodata, within), 0) != 0;
    store<u8>(valid + at, isData ? 1 : 0);
    some = some || !isData;
  }
  return some;
}

/** {@link findMissing32} in double precision. */
export function findMissing64(data: usize, length: i32, missing: f64, tolerance: f64, valid: usize): bool {
  let some = false;
  for (let at: usize = 0; at < usize(length); at++) {
    const value = load<f64>(data + (at << 3));
    const isData = value == value && !(value == missing || abs(value - missing) <= tolerance);
    store<u8>(valid + at, isData ? 1 : 0);
    some = some || !isData;
  }
  return some;
}

/** Writes 255 where any mask is 1, and 0 elsewhere. Returns whether any place is 0. */
export function joinMasks(masks: usize, count: i32, length: i32, opacity: usize): bool {
  let every = i8x16.splat(-1);
  for (let at: usize = 0; at < usize(length); at += 16) {
    let any = i8x16.splat(0);
    for (let mask = 0; mask < count; mask++) any = v128.or(any, v128.load(usize(load<u32>(masks + (usize(mask) << 2))) + at));
    const dense = i8x16.neg(any);
    v128.store(opacity + at, dense);
    every = v128.and(every, v128.or(dense, beyond(at, length)));
  }
  return !i8x16.all_true(every);
}

/** All bits of the bytes that lie at or beyond a length. */
@inline
function beyond(at: usize, length: i32): v128 {
  const left = min(16, length - i32(at));
  return i8x16.ge_u(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(i8(left)));
}

/** Returns whether any opacity is below 255. In a mask, values other than 0 become 255 first. */
export function isClear(opacity: usize, length: i32, isMask: bool): bool {
  let every = i8x16.splat(-1);
  for (let at: usize = 0; at < usize(length); at += 16) {
    let dense = v128.load(opacity + at);
    if (isMask) {
      dense = i8x16.ne(dense, i8x16.splat(0));
      v128.store(opacity + at, dense);
    }
    every = v128.and(every, v128.or(dense, beyond(at, length)));
  }
  return !i8x16.all_true(i8x16.eq(every, i8x16.splat(-1)));
}

/** The lesser of two opacities, over the first. */
export function lesserOpacity(opacity: usize, other: usize, length: i32): void {
  for (let at: usize = 0; at < usize(length); at += 16) {
    v128.store(opacity + at, i8x16.min_u(v128.load(opacity + at), v128.load(other + at)));
  }
}

/**
 * Writes 1 or 0 to `usable`: values may be mixed where opacity is not 0 and the value is data (an address of
 * 0: no mask). Other values, of `wide` bytes each, are set to zero, so that a weight of zero removes them.
 */
export function markUsable(opacity: usize, valid: usize, data: usize, wide: i32, length: i32, usable: usize): void {
  for (let at: usize = 0; at < usize(length); at++) {
    const isUsable = (opacity == 0 || load<u8>(opacity + at) != 0) && (valid == 0 || load<u8>(valid + at) != 0);
    store<u8>(usable + at, isUsable ? 1 : 0);
    if (isUsable) continue;
    if (wide == 4) store<f32>(data + (at << 2), 0);
    else store<f64>(data + (at << 3), 0);
  }
}
