import type { Resampling } from "../../../core/styles/render-style.ts";

/** Kernel radius in source pixels at scale 1, as gdalwarp has it. */
const KERNEL_RADIUS: Readonly<Record<Resampling, number>> = {
  nearest: 0,
  bilinear: 1,
  cubic: 2,
  mode: 0,
};

/** What to read along one axis of a level, and how wide to filter it. */
export interface AxisPlan {
  readonly start: number;
  readonly length: number;
  readonly scale: number;
  /** Share of the window the tile needs that lies in the raster. */
  readonly fill: number;
}

/** Below this scale kernels are widened. */
const WIDEN_BELOW = 0.95;

/** How many pixels of the level a kernel reaches beyond a place, when it is widened for a scale. */
export function kernelReach(resampling: Resampling, scale: number): number {
  const radius = KERNEL_RADIUS[resampling];
  return scale < WIDEN_BELOW ? Math.ceil(radius / scale) : radius;
}

/** gdalwarp's window and kernel scale along one axis of a level. */
export function planAxis(
  low: number,
  high: number,
  pixels: number,
  size: number,
  resampling: Resampling,
): AxisPlan {
  if (low > pixels || high < 0) return { start: 0, length: 0, scale: 1, fill: 0 };
  const clampedLow = Math.max(0, Math.floor(low));
  const clampedHigh = Math.min(Math.ceil(high), pixels);
  const wanted = high - low;
  const raw = Math.max(0, Math.min(pixels - clampedLow, wanted));
  const scale = Math.max(1e-3, size / wanted);
  const radius = kernelReach(resampling, scale);
  const all = clampedHigh - clampedLow > 0.9 * pixels;
  const start = all ? 0 : Math.max(0, Math.min(clampedLow - radius, pixels));
  const length = all ? pixels : Math.max(0, Math.min(pixels - start, clampedHigh - start + radius));
  return {
    start,
    length,
    scale: kernelScale(size, length, length - raw),
    fill: length / (wanted + 2 * radius),
  };
}

/** gdalwarp takes the same size as scale 1, and nearly whole reductions as whole. */
function kernelScale(size: number, length: number, extra: number): number {
  if (length >= size && length <= size + extra) return 1;
  const scale = size / (length - extra);
  if (!(scale < 1)) return scale;
  const reduction = 1 / scale;
  return Math.abs(reduction - Math.floor(reduction + 0.5)) < 0.05 ? 1 / Math.floor(reduction + 0.5) : scale;
}
