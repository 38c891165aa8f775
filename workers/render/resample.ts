import type { Resampling } from "../../core/render-style.ts";
import type { BandPixels, SourcePixels, TilePixels } from "./pixels.ts";
import type { TilePart, TilePlan } from "./plan.ts";
import type { TileGeometry, WarpField } from "./tile-geometry.ts";

/** At least this many tile pixels per source pixel use the four nearest samples; below, the kernel is widened (gdalwarp's threshold). */
const FOUR_SAMPLE_SCALE_MIN = 0.95;

/** Rounding of coordinates on a pixel's edge, as gdalwarp does it. */
const EDGE_EPSILON = 1e-10;

/** Puts source pixels onto the tile's grid. A tile pixel has data when the source pixel under its middle has. */
export function resample(
  source: SourcePixels,
  geometry: Pick<TileGeometry, "fieldOf">,
  plan: TilePlan,
  size: number,
  resampling: Resampling,
): TilePixels {
  const bands = source.bands.map(() => new Float64Array(size * size));
  const opacity = new Uint8Array(size * size);
  for (const part of plan.parts) {
    const field = geometry.fieldOf(part.rect, plan.factorX, plan.factorY);
    const samples = locateSamples(source, field, plan, part, size);
    const widened = part.scaleX < FOUR_SAMPLE_SCALE_MIN || part.scaleY < FOUR_SAMPLE_SCALE_MIN;
    for (const [index, band] of source.bands.entries()) {
      const values = bands[index]!;
      if (resampling === "nearest") sampleNearest(band, samples, values);
      else if (widened) sampleKernel(source, band, samples, part, resampling, values);
      else {
        sampleBilinear(source, band, samples, values);
        if (resampling === "cubic") sampleCubic(source, band, samples, values);
      }
    }
    for (let sample = 0; sample < samples.count; sample++)
      opacity[samples.targets[sample]!] = samples.opacity[sample]!;
  }
  if (resampling !== "nearest") {
    for (const [index, band] of source.bands.entries())
      if (band.integerRange) roundTo(bands[index]!, band.integerRange);
  }
  return { bands, opacity };
}

/** The tile pixels of a part that have data, and where they lie in the window. */
interface Samples {
  readonly count: number;
  /** Index of the tile pixel. */
  readonly targets: Int32Array;
  /** Continuous coordinates within the window, and the index of the source pixel they lie in. */
  readonly columns: Float64Array;
  readonly rows: Float64Array;
  readonly nearest: Int32Array;
  readonly opacity: Uint8Array;
}

function locateSamples(
  source: SourcePixels,
  field: WarpField,
  { levelWidth, levelHeight }: TilePlan,
  { rect }: TilePart,
  size: number,
): Samples {
  const { left, top, width, height } = source.window;
  const most = rect.width * rect.height;
  const targets = new Int32Array(most);
  const columns = new Float64Array(most);
  const rows = new Float64Array(most);
  const nearest = new Int32Array(most);
  const opacity = new Uint8Array(most);
  let count = 0;
  for (let y = 0, pixel = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++, pixel++) {
      const column = field.columns[field.separable ? x : pixel]!;
      const row = field.rows[field.separable ? y : pixel]!;
      const inside = column >= 0 && row >= 0 && column <= levelWidth && row <= levelHeight;
      if (!inside) continue;
      const sampleX = Math.min(width - 1, Math.floor(column + EDGE_EPSILON) - left);
      const sampleY = Math.min(height - 1, Math.floor(row + EDGE_EPSILON) - top);
      if (sampleX < 0 || sampleY < 0) continue;
      const index = sampleY * width + sampleX;
      const dense = source.opacity === null ? 255 : source.opacity[index]!;
      if (dense === 0) continue;
      targets[count] = (rect.y + y) * size + rect.x + x;
      columns[count] = column - left;
      rows[count] = row - top;
      nearest[count] = index;
      opacity[count] = dense;
      count++;
    }
  }
  return { count, targets, columns, rows, nearest, opacity };
}

function sampleNearest(band: BandPixels, samples: Samples, values: Float64Array): void {
  for (let sample = 0; sample < samples.count; sample++) {
    const index = samples.nearest[sample]!;
    if (band.valid === null || band.valid[index] === 1) values[samples.targets[sample]!] = band.data[index]!;
  }
}

function sampleBilinear(
  source: SourcePixels,
  { data, valid }: BandPixels,
  samples: Samples,
  values: Float64Array,
): void {
  const { width, height } = source.window;
  const { opacity } = source;
  const usable = (index: number) =>
    (opacity === null || opacity[index]! > 0) && (valid === null || valid[index] === 1);
  const masked = opacity !== null || valid !== null;
  for (let sample = 0; sample < samples.count; sample++) {
    const pixel = samples.targets[sample]!;
    const x = samples.columns[sample]! - 0.5;
    const y = samples.rows[sample]! - 0.5;
    const column = Math.floor(x);
    const row = Math.floor(y);
    const right = x - column;
    const lower = y - row;
    const x0 = column < 0 ? 0 : column >= width ? width - 1 : column;
    const x1 = column + 1 >= width ? width - 1 : column + 1;
    const y0 = (row < 0 ? 0 : row >= height ? height - 1 : row) * width;
    const y1 = (row + 1 >= height ? height - 1 : row + 1) * width;
    if (!masked) {
      const above = data[y0 + x0]! + (data[y0 + x1]! - data[y0 + x0]!) * right;
      const below = data[y1 + x0]! + (data[y1 + x1]! - data[y1 + x0]!) * right;
      values[pixel] = above + (below - above) * lower;
      continue;
    }
    let sum = 0;
    let weights = 0;
    if (usable(y0 + x0)) {
      const weight = (1 - right) * (1 - lower);
      sum += data[y0 + x0]! * weight;
      weights += weight;
    }
    if (usable(y0 + x1)) {
      const weight = right * (1 - lower);
      sum += data[y0 + x1]! * weight;
      weights += weight;
    }
    if (usable(y1 + x0)) {
      const weight = (1 - right) * lower;
      sum += data[y1 + x0]! * weight;
      weights += weight;
    }
    if (usable(y1 + x1)) {
      const weight = right * lower;
      sum += data[y1 + x1]! * weight;
      weights += weight;
    }
    if (weights > WEIGHT_MIN) values[pixel] = sum / weights;
  }
}

/** Less than this much of a kernel on data is no value. */
const WEIGHT_MIN = 1e-5;

function triangle(distance: number): number {
  return Math.max(0, 1 - Math.abs(distance));
}

/** The cubic convolution with a = -0.5 (Keys 1981), as gdalwarp's. */
function cubic(distance: number): number {
  const t = Math.abs(distance);
  if (t <= 1) return (1.5 * t - 2.5) * t * t + 1;
  return t <= 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
}

/** The sixteen nearest samples, where all of them have data; elsewhere the bilinear value stays, as with gdalwarp. */
function sampleCubic(
  source: SourcePixels,
  { data, valid }: BandPixels,
  samples: Samples,
  values: Float64Array,
): void {
  const { width, height } = source.window;
  const { opacity } = source;
  const masked = opacity !== null || valid !== null;
  const weights = new Float64Array(4);
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
        if (masked && ((opacity !== null && opacity[index] === 0) || (valid !== null && valid[index] === 0)))
          complete = false;
        lineSum += data[index]! * weights[at]!;
      }
      sum += lineSum * cubic(row + line - y);
    }
    if (complete) values[samples.targets[sample]!] = sum;
  }
}

/** Any kernel, any width: widened by the scale of each axis where the tile is coarser than the source. */
function sampleKernel(
  source: SourcePixels,
  { data, valid }: BandPixels,
  samples: Samples,
  part: TilePart,
  resampling: Resampling,
  values: Float64Array,
): void {
  const { width, height } = source.window;
  const { opacity } = source;
  const masked = opacity !== null || valid !== null;
  const kernel = resampling === "cubic" ? cubic : triangle;
  const radius = resampling === "cubic" ? 2 : 1;
  const scaleX = Math.min(1, part.scaleX);
  const scaleY = Math.min(1, part.scaleY);
  const radiusX = Math.ceil(radius / scaleX);
  const radiusY = Math.ceil(radius / scaleY);
  const weightsX = new Float64Array(2 * radiusX + 2);
  for (let sample = 0; sample < samples.count; sample++) {
    const pixel = samples.targets[sample]!;
    const x = samples.columns[sample]! - 0.5;
    const y = samples.rows[sample]! - 0.5;
    const column = Math.floor(x);
    const row = Math.floor(y);
    const startX = Math.max(0, column + 1 - radiusX);
    const endX = Math.min(width - 1, column + radiusX);
    const startY = Math.max(0, row + 1 - radiusY);
    const endY = Math.min(height - 1, row + radiusY);
    for (let at = startX; at <= endX; at++) weightsX[at - startX] = kernel((at - x) * scaleX);
    let sum = 0;
    let weights = 0;
    for (let line = startY; line <= endY; line++) {
      const weightY = kernel((line - y) * scaleY);
      let lineSum = 0;
      let lineWeights = 0;
      for (let at = startX; at <= endX; at++) {
        const index = line * width + at;
        if (masked && ((opacity !== null && opacity[index] === 0) || (valid !== null && valid[index] === 0)))
          continue;
        const weight = weightsX[at - startX]!;
        lineSum += data[index]! * weight;
        lineWeights += weight;
      }
      sum += lineSum * weightY;
      weights += lineWeights * weightY;
    }
    if (weights > WEIGHT_MIN) values[pixel] = sum / weights;
  }
}

function roundTo(values: Float64Array, [low, high]: readonly [number, number]): void {
  for (let index = 0; index < values.length; index++) {
    values[index] = Math.max(low, Math.min(high, Math.floor(values[index]! + 0.5)));
  }
}
