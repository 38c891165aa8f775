// What a PNG is made of before it is compressed (PNG third edition, 9.2: filter type 2, Up).

const FILTER_UP: u8 = 2;

/**
 * Writes rows of 1 to 4 channels (grey, grey and opacity, RGB, RGBA) minus the row above, each after its
 * filter byte.
 */
export function filterUp(rgba: usize, size: i32, channels: i32, out: usize): void {
  // Compiled once for each number of channels.
  if (channels == 1) filterRows(rgba, size, 1, out);
  else if (channels == 2) filterRows(rgba, size, 2, out);
  else if (channels == 3) filterRows(rgba, size, 3, out);
  else filterRows(rgba, size, 4, out);
}

@inline
function filterRows(rgba: usize, size: i32, channels: usize, out: usize): void {
  const stride = usize(size) << 2;
  const end = out + usize(size) * (usize(size) * channels + 1);
  for (let row = 0; row < size; row++, rgba += stride) {
    store<u8>(out++, FILTER_UP);
    // The first row has nothing above it: all of it is kept.
    const above = row == 0 ? rgba : rgba - stride;
    const kept = i8x16.splat(row == 0 ? 0 : -1);
    let pixel: usize = 0;
    // Three channels write a vector for four pixels: the next ones overwrite its last bytes.
    for (; pixel + (channels == 1 ? 64 : 16) <= stride && out + 16 <= end; pixel += channels == 1 ? 64 : 16) {
      const a = differenceAt(rgba + pixel, above + pixel, kept);
      if (channels == 1) {
        const low = i32x4.splat(255);
        const b = v128.and(differenceAt(rgba + pixel + 16, above + pixel + 16, kept), low);
        const c = v128.and(differenceAt(rgba + pixel + 32, above + pixel + 32, kept), low);
        const d = v128.and(differenceAt(rgba + pixel + 48, above + pixel + 48, kept), low);
        v128.store(out, i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_u(v128.and(a, low), b), i16x8.narrow_i32x4_u(c, d)));
        out += 16;
      } else if (channels == 2) {
        store<u64>(out, i64x2.extract_lane(i8x16.shuffle(a, a, 0, 3, 4, 7, 8, 11, 12, 15, 0, 0, 0, 0, 0, 0, 0, 0), 0));
        out += 8;
      } else if (channels == 3) {
        v128.store(out, i8x16.shuffle(a, a, 0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 0, 0, 0, 0));
        out += 12;
      } else {
        v128.store(out, a);
        out += 16;
      }
    }
    for (; pixel < stride; pixel += 4, out += channels) {
      const here = v128.load32_zero(rgba + pixel);
      const difference = i32x4.extract_lane(i8x16.sub(here, v128.and(v128.load32_zero(above + pixel), kept)), 0);
      if (channels == 4) {
        store<u32>(out, difference);
        continue;
      }
      store<u8>(out, u8(difference));
      if (channels == 2) store<u8>(out, u8(difference >> 24), 1);
      if (channels == 3) store<u16>(out, u16(difference >> 8), 1);
    }
  }
}

@inline
function differenceAt(here: usize, above: usize, kept: v128): v128 {
  return i8x16.sub(v128.load(here), v128.and(v128.load(above), kept));
}

/**
 * Traits of an image as bits. 1: some pixel is not opaque; 2: some is not transparent; 4: some is not grey.
 */
export function traitsOf(rgba: usize, pixels: i32): i32 {
  let every = i32x4.splat(-1);
  let some = i32x4.splat(0);
  let colored = i32x4.splat(0);
  for (let pixel: usize = 0; pixel < usize(pixels); pixel += 4) {
    const four = v128.load(rgba + (pixel << 2));
    every = v128.and(every, four);
    some = v128.or(some, four);
    // Red against green, and green against blue.
    colored = v128.or(colored, v128.xor(four, i32x4.shr_u(four, 8)));
  }
  const opaque = i32x4.all_true(i32x4.eq(i32x4.shr_u(every, 24), i32x4.splat(255)));
  const present = v128.any_true(i32x4.shr_u(some, 24));
  const isColored = v128.any_true(v128.and(colored, i32x4.splat(0xffff)));
  return (opaque ? 0 : 1) | (present ? 2 : 0) | (isColored ? 4 : 0);
}

/** Entries of the table that finds a colour: a power of two well above the colours of an indexed image. */
const SLOTS: u32 = 1024;

/**
 * Writes each pixel as the index of its colour, in order of appearance. Returns the number of colours, -1 if
 * above 256. `table` has room for 1024 colours and 1024 indices of 32 bits, `colors` for 256 colours.
 */
export function indexColors(rgba: usize, pixels: i32, indices: usize, colors: usize, table: usize): i32 {
  const places = table + SLOTS * 4;
  memory.fill(places, 0xff, SLOTS * 4);
  let count = 0;
  let last: u32 = 0;
  let lastIndex = -1;
  for (let pixel: usize = 0; pixel < usize(pixels); pixel++) {
    const color = load<u32>(rgba + (pixel << 2));
    if (lastIndex < 0 || color != last) {
      let slot = (color * 0x9e3779b1) >> 22;
      let index = load<i32>(places + (slot << 2));
      while (index >= 0 && load<u32>(table + (slot << 2)) != color) {
        slot = (slot + 1) & (SLOTS - 1);
        index = load<i32>(places + (slot << 2));
      }
      if (index < 0) {
        if (count == 256) return -1;
        index = count++;
        store<u32>(table + (slot << 2), color);
        store<i32>(places + (slot << 2), index);
        store<u32>(colors + (usize(index) << 2), color);
      }
      last = color;
      lastIndex = index;
    }
    store<u8>(indices + pixel, u8(lastIndex));
  }
  return count;
}
