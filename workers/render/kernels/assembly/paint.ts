// Values to colours.
import { bytesAt } from "./lanes";

/** Adding 2 ** 23 leaves a number, rounded half to even, in the low bits of the sum. */
const WHOLE_NUMBERS: f32 = 8_388_608;

/** Bytes of (value - low) * factor, rounded half to even and clamped as in a Uint8ClampedArray; NaN is 0. */
@inline
function stretched(plane: usize, low: v128, factor: v128): v128 {
  const value = f32x4.mul(f32x4.sub(v128.load(plane), low), factor);
  // Of an unordered pair, the first is taken.
  const clamped = f32x4.pmin(f32x4.splat(255), f32x4.pmax(f32x4.splat(0), value));
  return v128.and(f32x4.add(clamped, f32x4.splat(WHOLE_NUMBERS)), i32x4.splat(255));
}

/**
 * Paints three f32 planes as red, green and blue; all bytes are 0 where opacity is. `pixels` is a multiple of
 * four.
 */
export function paintBands(
  red: usize,
  green: usize,
  blue: usize,
  opacity: usize,
  rgba: usize,
  pixels: i32,
  lowRed: f32,
  factorRed: f32,
  lowGreen: f32,
  factorGreen: f32,
  lowBlue: f32,
  factorBlue: f32,
): void {
  const isAlike = lowRed == lowGreen && lowRed == lowBlue && factorRed == factorGreen && factorRed == factorBlue;
  const isGrey = red == green && red == blue && isAlike;
  for (let pixel: usize = 0; pixel < usize(pixels); pixel += 4) {
    const at = pixel << 2;
    const dense = bytesAt(opacity + pixel);
    const r = stretched(red + at, f32x4.splat(lowRed), f32x4.splat(factorRed));
    if (isGrey) {
      const grey = v128.or(v128.or(r, i32x4.shl(r, 8)), v128.or(i32x4.shl(r, 16), i32x4.shl(dense, 24)));
      v128.store(rgba + at, v128.and(grey, i32x4.ne(dense, i32x4.splat(0))));
      continue;
    }
    const g = stretched(green + at, f32x4.splat(lowGreen), f32x4.splat(factorGreen));
    const b = stretched(blue + at, f32x4.splat(lowBlue), f32x4.splat(factorBlue));
    const color = v128.or(v128.or(r, i32x4.shl(g, 8)), v128.or(i32x4.shl(b, 16), i32x4.shl(dense, 24)));
    v128.store(rgba + at, v128.and(color, i32x4.ne(dense, i32x4.splat(0))));
  }
}

/** Red, green and blue of opaque pixels, three bytes each; sixteen more bytes are written than that. */
export function dropOpacity(rgba: usize, pixels: i32, out: usize): void {
  for (let pixel: usize = 0; pixel < usize(pixels); pixel += 4) {
    const four = v128.load(rgba + (pixel << 2));
    v128.store(out + 3 * pixel, i8x16.shuffle(four, four, 0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 7, 11, 15));
  }
}

/** Pixels over an opaque background, three bytes each. */
export function flatten(rgba: usize, pixels: i32, red: u32, green: u32, blue: u32, out: usize): void {
  for (let pixel = 0; pixel < pixels; pixel++, rgba += 4, out += 3) {
    const dense = u32(load<u8>(rgba, 3));
    const clear = 255 - dense;
    store<u8>(out, u8((u32(load<u8>(rgba)) * dense + red * clear + 127) / 255));
    store<u8>(out, u8((u32(load<u8>(rgba, 1)) * dense + green * clear + 127) / 255), 1);
    store<u8>(out, u8((u32(load<u8>(rgba, 2)) * dense + blue * clear + 127) / 255), 2);
  }
}
