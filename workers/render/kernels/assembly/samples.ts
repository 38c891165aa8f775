// Where the pixels of a tile lie in the window that was read.

/** Rounding of coordinates on a pixel's edge, as gdalwarp does it. */
const EDGE_EPSILON: f64 = 1e-10;

/** Coordinates where the column depends on x alone and the row on y alone. */
export function spread(across: usize, down: usize, width: i32, height: i32, columns: usize, rows: usize): void {
  for (let y = 0; y < height; y++) {
    const row = load<f64>(down + (usize(y) << 3));
    memory.copy(columns, across, usize(width) << 3);
    for (let x = 0; x < width; x++) store<f64>(rows + (usize(x) << 3), row);
    columns += usize(width) << 3;
    rows += usize(width) << 3;
  }
}

/**
 * Keeps the pixels of a rectangle that have data: their index in the tile, and their coordinates within the window, over the ones that came
 * in. Notes their opacity. `dense` is the window's opacity, 0: all opaque. Returns how many there are.
 */
export function locate(
  columns: usize,
  rows: usize,
  targets: usize,
  opacity: usize,
  dense: usize,
  size: i32,
  rectX: i32,
  rectY: i32,
  rectWidth: i32,
  rectHeight: i32,
  left: i32,
  top: i32,
  width: i32,
  height: i32,
  levelWidth: f64,
  levelHeight: f64,
): i32 {
  let count: usize = 0;
  let pixel: usize = 0;
  for (let y = 0; y < rectHeight; y++) {
    const line = (rectY + y) * size + rectX;
    for (let x = 0; x < rectWidth; x++, pixel += 8) {
      const column = load<f64>(columns + pixel);
      const row = load<f64>(rows + pixel);
      // Written so that NaN, no place at all, is outside.
      if (!(column >= 0 && row >= 0 && column <= levelWidth && row <= levelHeight)) continue;
      const sampleX = min(width - 1, i32(floor(column + EDGE_EPSILON)) - left);
      const sampleY = min(height - 1, i32(floor(row + EDGE_EPSILON)) - top);
      if (sampleX < 0 || sampleY < 0) continue;
      const here = dense == 0 ? <u8>255 : load<u8>(dense + usize(sampleY * width + sampleX));
      if (here == 0) continue;
      const target = line + x;
      store<u8>(opacity + usize(target), here);
      store<i32>(targets + (count << 2), target);
      store<f64>(columns + (count << 3), column - f64(left));
      store<f64>(rows + (count << 3), row - f64(top));
      count++;
    }
  }
  return i32(count);
}

/** The sample under each pixel. */
@inline
export function pickNearest<T>(
  data: usize,
  out: usize,
  width: i32,
  height: i32,
  count: i32,
  targets: usize,
  columns: usize,
  rows: usize,
): void {
  const size = alignof<T>();
  for (let sample = 0; sample < count; sample++) {
    const column = min(width - 1, i32(floor(load<f64>(columns + (usize(sample) << 3)) + EDGE_EPSILON)));
    const row = min(height - 1, i32(floor(load<f64>(rows + (usize(sample) << 3)) + EDGE_EPSILON)));
    const target = load<i32>(targets + (usize(sample) << 2));
    store<T>(out + (usize(target) << size), load<T>(data + (usize(row * width + column) << size)));
  }
}
