// What a PNG is made of before it is compressed (PNG third edition, 9.2: filter type 2, Up).

const FILTER_UP: u8 = 2;

/**
 * Writes rows of 1 to 4 channels (grey, grey and opacity, RGB, RGBA) minus the row above, each after its
 * filter byte.
 */
export function filterUp(rgba: usize, size: i32, channels: i32, out: usize): void {
  const stride = usize(size) << 2;
  for (let row = 0; row < size; row++) {
    store<u8>(out++, FILTER_UP);
    for (let pixel: usize = 0; pixel < stride; pixel += 4) {
      const here = load<u32>(rgba + pixel);
      const above = row == 0 ? 0 : load<u32>(rgba + pixel - stride);
      // Four subtractions at once: a borrow never crosses a byte.
      const difference = ((here | 0x80808080) - (above & 0x7f7f7f7f)) ^ ((here ^ ~above) & 0x80808080);
      if (channels == 4) {
        store<u32>(out, difference);
      } else if (channels == 3) {
        store<u16>(out, u16(difference));
        store<u8>(out, u8(difference >> 16), 2);
      } else {
        store<u8>(out, u8(difference));
        if (channels == 2) store<u8>(out, u8(difference >> 24), 1);
      }
      out += usize(channels);
    }
    rgba += stride;
  }
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
