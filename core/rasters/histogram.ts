import { z } from "zod";

/** More bins than that tell no more than a screen can show. */
export const BINS_MAX = 512;

/** Which histogram is requested: bins of equal width over a range, or over all values. */
export const histogramRequestSchema = z.object({
  bins: z.int().min(1).max(BINS_MAX),
  range: z.tuple([z.number(), z.number()]).nullable(),
});

/** See {@link histogramRequestSchema}. */
export type HistogramRequest = z.infer<typeof histogramRequestSchema>;

/** Counts in bins of equal width: each holds its lower end, the last one also the upper end. */
export const histogramSchema = z.object({
  range: z.tuple([z.number(), z.number()]),
  counts: z.array(z.int()),
  /** Values that lie outside the range. */
  below: z.int(),
  above: z.int(),
});

/** See {@link histogramSchema}. */
export type Histogram = z.infer<typeof histogramSchema>;

/** Counts values, of which the smallest and the largest are known. */
export function countInBins(
  values: Iterable<number>,
  { bins, range }: HistogramRequest,
  found: { readonly min: number; readonly max: number },
): Histogram {
  const [low, high] = range ?? [found.min, found.max];
  const counts = Array<number>(bins).fill(0);
  const perBin = (high - low) / bins;
  let [below, above] = [0, 0];
  for (const value of values) {
    if (value < low) below += 1;
    else if (value > high) above += 1;
    else counts[perBin > 0 ? Math.min(bins - 1, Math.floor((value - low) / perBin)) : 0]! += 1;
  }
  return { range: [low, high], counts, below, above };
}

/** A histogram of fewer bins from one of more; undefined where the new bins would cut the old ones. */
export function mergeBins(counts: readonly number[], bins: number): number[] | undefined {
  const each = counts.length / bins;
  if (!Number.isInteger(each)) return undefined;
  return Array.from({ length: bins }, (_, bin) =>
    counts.slice(bin * each, (bin + 1) * each).reduce((sum, count) => sum + count, 0),
  );
}
