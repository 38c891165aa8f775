import type { RasterInfo } from "../../core/raster-info.ts";
import { readPixels } from "./reader.ts";
import type { RasterFile } from "./raster-file.ts";

type Statistics = NonNullable<RasterInfo["bands"][number]["statistics"]>;

/** Statistics come from at most about this many pixels a side. */
const SAMPLE_SIDE_PIXELS = 1024;

/** Statistics of a band's valid values, from the smallest overview or, where there is none, from every so-manieth pixel. */
export function bandStatistics(file: RasterFile, band: number): Statistics | null {
  const level = file.levels.length - 1;
  const { width, height } = file.levels[level]!;
  const decimation = Math.max(1, Math.ceil(Math.max(width, height) / SAMPLE_SIDE_PIXELS));
  const { bands, opacity } = readPixels(file, {
    level,
    decimation,
    window: {
      left: 0,
      top: 0,
      width: Math.max(1, Math.floor(width / decimation)),
      height: Math.max(1, Math.floor(height / decimation)),
    },
    bands: [band],
    nodata: null,
    categorical: true,
  });
  const { data, valid } = bands[0]!;
  const values = new Float64Array(data.length);
  let count = 0;
  for (let index = 0; index < data.length; index++) {
    const has = (valid === null || valid[index] === 1) && (opacity === null || opacity[index] !== 0);
    if (has && Number.isFinite(data[index])) values[count++] = data[index]!;
  }
  return summarize(values.subarray(0, count));
}

/** Minimum, maximum and percentiles; null without values. Sorts its input. */
export function summarize(values: Float64Array): Statistics | null {
  if (values.length === 0) return null;
  values.sort();
  return {
    min: values[0]!,
    max: values.at(-1)!,
    p2: percentile(values, 0.02),
    p98: percentile(values, 0.98),
  };
}

/** Linear between the two nearest ranks, of sorted values. */
function percentile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (above - below) * (position - Math.floor(position));
}
