import { bandsOf, parseExpression, type Expression } from "../../../core/styles/expression.ts";
import { countInBins, type Histogram, type HistogramRequest } from "../../../core/rasters/histogram.ts";
import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import { evaluate } from "../drawing/evaluate.ts";
import type { Scratch, ScratchMemory } from "../kernels/scratch.ts";
import { valuesAt, type SourcePixels } from "./pixels.ts";
import { readPixels } from "./read-pixels.ts";
import type { RasterFile } from "./raster-file.ts";

type Statistics = NonNullable<RasterInfo["bands"][number]["statistics"]>;

/** Statistics come from at most about this many pixels a side. */
const SAMPLE_SIDE_PIXELS = 1024;

/**
 * A smaller overview than that would mislead: means of thousands of pixels have lost their dark and bright
 * ends. A larger one would make registrations wait for the store.
 */
const SAMPLED_OVERVIEW_SIDE_MIN = 512;

/**
 * Statistics of a band's valid values: a regular sample of the coarsest overview that has
 * {@link SAMPLED_OVERVIEW_SIDE_MIN} on its longer side, or of the raster itself.
 */
export function bandStatistics(memory: ScratchMemory, file: RasterFile, band: number): Statistics | null {
  return memory.within((scratch) => summarize(sampledValues(scratch, file, band)));
}

/** Statistics of a calculation's values over a raster. */
export interface ExpressionStatistics extends Statistics {
  readonly mean: number;
  readonly standardDeviation: number;
  readonly median: number;
  /** Number of values. */
  readonly count: number;
  /** Where one was requested. */
  readonly histogram?: Histogram;
}

/**
 * Statistics of an expression in bands by index, where all of its bands have data; null without any value.
 */
export function expressionStatistics(
  memory: ScratchMemory,
  file: RasterFile,
  text: string,
  histogram?: HistogramRequest,
): ExpressionStatistics | null {
  const expression = parseExpression(text, Array<null>(file.bands.length).fill(null));
  const values = memory.within((scratch) =>
    calculatedValues(expression, (bands) => readSample(scratch, file, bands)),
  );
  return describeValues(values, histogram);
}

/** Statistics of values, which are sorted in place; null without any. */
export function describeValues(
  values: Float64Array,
  histogram: HistogramRequest | undefined,
): ExpressionStatistics | null {
  const statistics = summarize(values);
  if (!statistics) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return {
    ...statistics,
    mean,
    standardDeviation: Math.sqrt(variance),
    median: percentile(values, 0.5),
    count: values.length,
    ...(histogram === undefined ? {} : { histogram: countInBins(values, histogram, statistics) }),
  };
}

/** How the values of a band are spread, as far as its sample tells. */
export interface BandDistribution extends Omit<ExpressionStatistics, "histogram"> {
  /** Counts in bins of equal width from `min` to `max`. */
  readonly histogram: readonly number[];
}

const HISTOGRAM_BINS = 256;

/** Statistics and histogram of a band's valid values; null without any value. */
export function bandDistribution(
  memory: ScratchMemory,
  file: RasterFile,
  band: number,
): BandDistribution | null {
  const whole = { bins: HISTOGRAM_BINS, range: null };
  const statistics = expressionStatistics(memory, file, `b${band}`, whole);
  if (statistics?.histogram === undefined) return null;
  return { ...statistics, histogram: statistics.histogram.counts };
}

/** The values of a calculation where all of its bands have data, and only of pixels that are chosen. */
export function calculatedValues(
  expression: Expression,
  read: (bands: readonly number[]) => SourcePixels,
  chosen?: Uint8Array,
): Float64Array {
  const indices = bandsOf(expression);
  const { bands } = read(indices.length > 0 ? indices : [1]);
  const length = bands[0]?.plane.length ?? 0;
  const calculated = evaluate(expression, (band) => valuesAt(bands, indices.indexOf(band)), length);
  const usable = bands.flatMap((band) => (band.usable === null ? [] : [band.usable.values]));
  return validValues(calculated, (index) => chosen?.[index] !== 0 && usable.every((has) => has[index] === 1));
}

function validValues(data: ArrayLike<number>, has: (index: number) => boolean): Float64Array {
  const values = new Float64Array(data.length);
  let count = 0;
  for (let index = 0; index < data.length; index++) {
    if (has(index) && Number.isFinite(data[index])) values[count++] = data[index]!;
  }
  return values.subarray(0, count);
}

/** The valid values of a band's sample, in no order. */
export function sampledValues(scratch: Scratch, file: RasterFile, band: number): Float64Array {
  const [only] = readSample(scratch, file, [band]).bands;
  const has = only?.usable?.values;
  return validValues(only?.plane.values ?? [], (index) => has === undefined || has[index] === 1);
}

/** The coarsest level that is large enough for a sample; the raster itself where none is. */
function sampledLevel({ levels }: RasterFile): number {
  const isLarge = ({ width, height }: RasterFile["levels"][number]) =>
    Math.max(width, height) >= SAMPLED_OVERVIEW_SIDE_MIN;
  return Math.max(0, levels.findLastIndex(isLarge));
}

/** Of a damaged level, the smallest one takes the place: damage is found when the file is read to its end. */
function readSample(scratch: Scratch, file: RasterFile, bands: readonly number[]): SourcePixels {
  const [level, smallest] = [sampledLevel(file), file.levels.length - 1];
  try {
    return readLevel(scratch, file, bands, level);
  } catch (error) {
    if (level === smallest) throw error;
    return readLevel(scratch, file, bands, smallest);
  }
}

function readLevel(
  scratch: Scratch,
  file: RasterFile,
  bands: readonly number[],
  level: number,
): SourcePixels {
  const { width, height } = file.levels[level] ?? file.levels[0];
  const decimation = Math.max(1, Math.ceil(Math.max(width, height) / SAMPLE_SIDE_PIXELS));
  return readPixels(scratch, file, {
    level,
    decimation,
    window: {
      left: 0,
      top: 0,
      width: Math.max(1, Math.floor(width / decimation)),
      height: Math.max(1, Math.floor(height / decimation)),
    },
    bands,
    nodata: null,
    categorical: true,
  });
}

/** Minimum, maximum and percentiles; null without values. Sorts its input. */
export function summarize(values: Float64Array): Statistics | null {
  if (values.length === 0) return null;
  values.sort();
  return {
    min: values[0]!,
    max: values[values.length - 1]!,
    p2: percentile(values, 0.02),
    p98: percentile(values, 0.98),
  };
}

/** Linear between the two nearest ranks, of sorted values. */
export function percentile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (above - below) * (position - Math.floor(position));
}
