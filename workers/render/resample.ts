import type { Resampling } from "../../core/render-style.ts";
import type { PixelArray, SourcePixels, TilePixels } from "./pixels.ts";
import type { PixelWindow, TilePart, TilePlan } from "./plan.ts";
import type { TileGeometry, WarpField } from "./tile-geometry.ts";

/** At least this many tile pixels per source pixel use the nearest samples alone; below, the kernel is widened (gdalwarp's threshold). */
const NARROW_SCALE_MIN = 0.95;

/** Rounding of coordinates on a pixel's edge, as gdalwarp does it. */
const EDGE_EPSILON = 1e-10;

/** Less than this much of a kernel on data is no value. */
const WEIGHT_MIN = 1e-5;

/** Puts source pixels onto the tile's grid. A tile pixel has data when the source pixel under its middle has. */
export function resample(
  source: SourcePixels,
  geometry: Pick<TileGeometry, "fieldOf">,
  plan: TilePlan,
  size: number,
  resampling: Resampling,
): TilePixels {
  const bands = source.bands.map(({ data }) => createLike(data, size * size));
  const opacity = new Uint8Array(size * size);
  const usable = source.bands.map((band) => band.usable);
  const masked = usable.some((mask) => mask !== null);
  for (const part of plan.parts) {
    const samples = locateSamples(source, geometry, plan, part, size, opacity);
    const task: Task = { source, usable, samples, part, bands };
    const widened = part.scaleX < NARROW_SCALE_MIN || part.scaleY < NARROW_SCALE_MIN;
    if (resampling === "nearest") pickNearest(task);
    else if (widened && masked) weighMaskedKernel(task, resampling);
    else if (widened) weighKernel(task, resampling);
    else {
      if (masked) weighMaskedFour(task);
      else weighFour(task);
      if (resampling === "cubic") weighSixteen(task);
    }
  }
  return { bands, opacity };
}

interface Task {
  readonly source: SourcePixels;
  /** For each band 1 where it has data; null: everywhere. Pixels without data are zero. */
  readonly usable: readonly (Uint8Array | null)[];
  readonly samples: Samples;
  readonly part: TilePart;
  readonly bands: readonly PixelArray[];
}

/** The tile pixels of a part that have data, and where they lie in the window. */
interface Samples {
  readonly count: number;
  /** Index of the tile pixel. */
  readonly targets: Int32Array;
  /** Continuous coordinates within the window. */
  readonly columns: Float64Array;
  readonly rows: Float64Array;
}

function createLike(data: PixelArray, length: number): PixelArray {
  return data instanceof Float64Array ? new Float64Array(length) : new Float32Array(length);
}

/** Finds the pixels of a part that have data and notes their opacity. */
function locateSamples(
  source: SourcePixels,
  geometry: Pick<TileGeometry, "fieldOf">,
  { levelWidth, levelHeight, factorX, factorY }: TilePlan,
  { rect }: TilePart,
  size: number,
  opacity: Uint8Array,
): Samples {
  const { left, top, width, height } = source.window;
  const dense = source.opacity;
  const field = geometry.fieldOf(rect, factorX, factorY);
  const { separable } = field;
  const targets = new Int32Array(rect.width * rect.height);
  const columns = separable ? new Float64Array(targets.length) : field.columns;
  const rows = separable ? new Float64Array(targets.length) : field.rows;
  if (!separable && dense === null && liesInside(field, source.window)) {
    for (let pixel = 0; pixel < targets.length; pixel++) {
      columns[pixel]! -= left;
      rows[pixel]! -= top;
      targets[pixel] = (rect.y + Math.floor(pixel / rect.width)) * size + rect.x + (pixel % rect.width);
    }
    if (targets.length === opacity.length) opacity.fill(255);
    else for (const target of targets) opacity[target] = 255;
    return { count: targets.length, targets, columns, rows };
  }
  let count = 0;
  for (let y = 0, pixel = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++, pixel++) {
      const column = field.columns[separable ? x : pixel]!;
      const row = field.rows[separable ? y : pixel]!;
      // Written so that NaN, no place at all, is outside.
      if (!(column >= 0 && row >= 0 && column <= levelWidth && row <= levelHeight)) continue;
      const sampleX = Math.min(width - 1, Math.floor(column + EDGE_EPSILON) - left);
      const sampleY = Math.min(height - 1, Math.floor(row + EDGE_EPSILON) - top);
      if (sampleX < 0 || sampleY < 0) continue;
      const here = dense === null ? 255 : dense[sampleY * width + sampleX]!;
      if (here === 0) continue;
      const target = (rect.y + y) * size + rect.x + x;
      opacity[target] = here;
      targets[count] = target;
      // The field's own arrays are overwritten behind the pixel that is read.
      columns[count] = column - left;
      rows[count] = row - top;
      count++;
    }
  }
  return { count, targets, columns, rows };
}

/** Every place lies in the window, and clear of its last row and column. */
function liesInside({ columns, rows }: WarpField, { left, top, width, height }: PixelWindow): boolean {
  const [right, bottom] = [left + width - 1, top + height - 1];
  for (let pixel = 0; pixel < columns.length; pixel++) {
    const column = columns[pixel]!;
    const row = rows[pixel]!;
    if (!(column >= left && row >= top && column < right && row < bottom)) return false;
  }
  return true;
}

function pickNearest({ source, samples, bands }: Task): void {
  const { width, height } = source.window;
  const { count, targets, columns, rows } = samples;
  for (let sample = 0; sample < count; sample++) {
    const column = Math.min(width - 1, Math.floor(columns[sample]! + EDGE_EPSILON));
    const row = Math.min(height - 1, Math.floor(rows[sample]! + EDGE_EPSILON));
    const index = row * width + column;
    for (let band = 0; band < bands.length; band++) {
      bands[band]![targets[sample]!] = source.bands[band]!.data[index]!;
    }
  }
}

/** Bilinear from the four samples around, all of which have data. */
function weighFour({ source, samples, bands }: Task): void {
  const { width, height } = source.window;
  const { count, targets, columns, rows } = samples;
  const data = source.bands.map((band) => band.data);
  for (let sample = 0; sample < count; sample++) {
    const x = columns[sample]! - 0.5;
    const y = rows[sample]! - 0.5;
    const column = Math.floor(x);
    const row = Math.floor(y);
    const right = x - column;
    const lower = y - row;
    const x0 = column < 0 ? 0 : column >= width ? width - 1 : column;
    const x1 = column + 1 >= width ? width - 1 : column + 1;
    const y0 = (row < 0 ? 0 : row >= height ? height - 1 : row) * width;
    const y1 = (row + 1 >= height ? height - 1 : row + 1) * width;
    const target = targets[sample]!;
    for (let band = 0; band < bands.length; band++) {
      const values = data[band]!;
      const above = values[y0 + x0]! * (1 - right) + values[y0 + x1]! * right;
      const below = values[y1 + x0]! * (1 - right) + values[y1 + x1]! * right;
      bands[band]![target] = above * (1 - lower) + below * lower;
    }
  }
}

/** Bilinear from those of the four samples that have data. */
function weighMaskedFour({ source, usable, samples, bands }: Task): void {
  const { width, height } = source.window;
  const { count, targets, columns, rows } = samples;
  for (let band = 0; band < bands.length; band++) {
    const { data } = source.bands[band]!;
    const values = bands[band]!;
    const mask = usable[band] ?? new Uint8Array(data.length).fill(1);
    for (let sample = 0; sample < count; sample++) {
      const x = columns[sample]! - 0.5;
      const y = rows[sample]! - 0.5;
      const column = Math.floor(x);
      const row = Math.floor(y);
      const right = x - column;
      const lower = y - row;
      const x0 = column < 0 ? 0 : column >= width ? width - 1 : column;
      const x1 = column + 1 >= width ? width - 1 : column + 1;
      const y0 = (row < 0 ? 0 : row >= height ? height - 1 : row) * width;
      const y1 = (row + 1 >= height ? height - 1 : row + 1) * width;
      const w00 = (1 - right) * (1 - lower) * mask[y0 + x0]!;
      const w10 = right * (1 - lower) * mask[y0 + x1]!;
      const w01 = (1 - right) * lower * mask[y1 + x0]!;
      const w11 = right * lower * mask[y1 + x1]!;
      const weight = w00 + w10 + w01 + w11;
      if (weight <= WEIGHT_MIN) continue;
      const above = data[y0 + x0]! * w00 + data[y0 + x1]! * w10;
      const below = data[y1 + x0]! * w01 + data[y1 + x1]! * w11;
      values[targets[sample]!] = (above + below) / weight;
    }
  }
}

/** Cubic where all of the sixteen nearest samples have data; elsewhere the bilinear value stays, as with gdalwarp. */
function weighSixteen({ source, usable, samples, bands }: Task): void {
  const { width, height } = source.window;
  const weights = new Float64Array(4);
  for (let band = 0; band < bands.length; band++) {
    const { data } = source.bands[band]!;
    const mask = usable[band] ?? null;
    for (let sample = 0; sample < samples.count; sample++) {
      const x = samples.columns[sample]! - 0.5;
      const y = samples.rows[sample]! - 0.5;
      const column = Math.floor(x) - 1;
      const row = Math.floor(y) - 1;
      if (column < 0 || row < 0 || column + 3 >= width || row + 3 >= height) continue;
      for (let at = 0; at < 4; at++) weights[at] = cubic(column + at - x);
      let sum = 0;
      let complete = true;
      for (let line = 0; line < 4 && complete; line++) {
        let lineSum = 0;
        for (let at = 0; at < 4; at++) {
          const index = (row + line) * width + column + at;
          if (mask !== null && mask[index] === 0) complete = false;
          lineSum += data[index]! * weights[at]!;
        }
        sum += lineSum * cubic(row + line - y);
      }
      if (complete) bands[band]![samples.targets[sample]!] = sum;
    }
  }
}

function triangle(distance: number): number {
  return distance < 0 ? (distance > -1 ? 1 + distance : 0) : distance < 1 ? 1 - distance : 0;
}

/** The cubic convolution with a = -0.5 (Keys 1981), as gdalwarp's. */
function cubic(distance: number): number {
  const t = Math.abs(distance);
  if (t <= 1) return (1.5 * t - 2.5) * t * t + 1;
  return t <= 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
}

/** Reach and weights of a kernel that is widened by the scale of each axis, where the tile is coarser than the source. */
function kernelOf({ scaleX, scaleY }: TilePart, resampling: Resampling) {
  const radius = resampling === "cubic" ? 2 : 1;
  const scales = { x: Math.min(1, scaleX), y: Math.min(1, scaleY) };
  const radii = { x: Math.ceil(radius / scales.x), y: Math.ceil(radius / scales.y) };
  // Samples farther than this weigh nothing.
  const reach = { x: radius / scales.x, y: radius / scales.y };
  return { weigh: resampling === "cubic" ? cubic : triangle, scales, radii, reach };
}

/** A widened kernel over samples all of which have data. */
function weighKernel({ source, samples, part, bands }: Task, resampling: Resampling): void {
  const { width, height } = source.window;
  const { count, targets, columns, rows } = samples;
  const { scales, radii, reach } = kernelOf(part, resampling);
  const across = new Float64Array(2 * radii.x + 2);
  const down = new Float64Array(2 * radii.y + 2);
  const isCubic = resampling === "cubic";
  const data = source.bands.map((band) => band.data);
  const [red, green, blue] = data;
  const isColor = data.length === 3 && red && green && blue;
  for (let sample = 0; sample < count; sample++) {
    const x = columns[sample]! - 0.5;
    const y = rows[sample]! - 0.5;
    const startX = Math.max(0, Math.ceil(x - reach.x));
    const wide = Math.min(width - 1, Math.floor(x + reach.x)) - startX + 1;
    const startY = Math.max(0, Math.ceil(y - reach.y));
    const high = Math.min(height - 1, Math.floor(y + reach.y)) - startY + 1;
    let sumX = 0;
    let sumY = 0;
    for (let at = 0; at < wide; at++) {
      const distance = Math.abs(startX + at - x) * scales.x;
      sumX += across[at] = isCubic ? cubic(distance) : 1 - distance;
    }
    for (let at = 0; at < high; at++) {
      const distance = Math.abs(startY + at - y) * scales.y;
      sumY += down[at] = isCubic ? cubic(distance) : 1 - distance;
    }
    const weights = sumX * sumY;
    if (weights <= WEIGHT_MIN) continue;
    const target = targets[sample]!;
    const first = startY * width + startX;
    if (isColor) {
      let [sumRed, sumGreen, sumBlue] = [0, 0, 0];
      for (let line = 0; line < high; line++) {
        const weightY = down[line]!;
        const start = first + line * width;
        for (let at = 0; at < wide; at++) {
          const weight = across[at]! * weightY;
          sumRed += red[start + at]! * weight;
          sumGreen += green[start + at]! * weight;
          sumBlue += blue[start + at]! * weight;
        }
      }
      bands[0]![target] = sumRed / weights;
      bands[1]![target] = sumGreen / weights;
      bands[2]![target] = sumBlue / weights;
      continue;
    }
    for (let band = 0; band < data.length; band++) {
      const values = data[band]!;
      let sum = 0;
      for (let line = 0; line < high; line++) {
        const start = first + line * width;
        let lineSum = 0;
        for (let at = 0; at < wide; at++) lineSum += values[start + at]! * across[at]!;
        sum += lineSum * down[line]!;
      }
      bands[band]![target] = sum / weights;
    }
  }
}

/** A widened kernel over those samples that have data. */
function weighMaskedKernel({ source, usable, samples, part, bands }: Task, resampling: Resampling): void {
  const { width, height } = source.window;
  const { count, targets, columns, rows } = samples;
  const { weigh, scales, radii, reach } = kernelOf(part, resampling);
  const across = new Float64Array(2 * radii.x + 2);
  for (let band = 0; band < bands.length; band++) {
    const { data } = source.bands[band]!;
    const mask = usable[band] ?? new Uint8Array(data.length).fill(1);
    for (let sample = 0; sample < count; sample++) {
      const x = columns[sample]! - 0.5;
      const y = rows[sample]! - 0.5;
      const startX = Math.max(0, Math.ceil(x - reach.x));
      const endX = Math.min(width - 1, Math.floor(x + reach.x));
      const startY = Math.max(0, Math.ceil(y - reach.y));
      const endY = Math.min(height - 1, Math.floor(y + reach.y));
      for (let at = startX; at <= endX; at++) across[at - startX] = weigh((at - x) * scales.x);
      let sum = 0;
      let weights = 0;
      for (let line = startY; line <= endY; line++) {
        const weightY = weigh((line - y) * scales.y);
        let lineSum = 0;
        let lineWeights = 0;
        for (let at = startX; at <= endX; at++) {
          const index = line * width + at;
          const weight = across[at - startX]! * mask[index]!;
          lineSum += data[index]! * weight;
          lineWeights += weight;
        }
        sum += lineSum * weightY;
        weights += lineWeights * weightY;
      }
      if (weights > WEIGHT_MIN) bands[band]![targets[sample]!] = sum / weights;
    }
  }
}

/** Rounds the values of whole-number bands and keeps them in range, as GDAL stores them. */
export function roundWholeNumbers(values: PixelArray, range: readonly [number, number] | null): void {
  if (!range) return;
  const [low, high] = range;
  for (let index = 0; index < values.length; index++) {
    const value = Math.floor(values[index]! + 0.5);
    values[index] = value < low ? low : value > high ? high : value;
  }
}
