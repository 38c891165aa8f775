// The resampling kernels of ../assembly in plain TypeScript: each pixel by itself, in double precision.

/** How pixels are made of samples; widened kernels grow where the tile is coarser than the source. */
export type Kind = "nearest" | "bilinear" | "cubic" | "wide-bilinear" | "wide-cubic";

/** One band of a window. Values without data are zero. */
export interface Band {
  readonly values: readonly number[];
  /** 1 where there is data; null: everywhere. */
  readonly usable: readonly number[] | null;
}

/** What is resampled. */
export interface Sampling {
  readonly kind: Kind;
  /** Tile pixels per sample, at most 1. */
  readonly scaleX: number;
  readonly scaleY: number;
  readonly levelWidth: number;
  readonly levelHeight: number;
  readonly window: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly bands: readonly Band[];
  /** The window's opacity; null: opaque. */
  readonly opacity: readonly number[] | null;
}

/** One pixel. */
export interface Resampled {
  /** 0: it has no data, and no values. */
  readonly opacity: number;
  readonly bands: readonly Mixture[];
}

/** A mixture of samples. */
export interface Mixture {
  readonly value: number;
  /** The size of what was added up, to judge differences by. */
  readonly magnitude: number;
  /** The share of the kernel's weight that lies on data. */
  readonly share: number;
}

const EDGE_EPSILON = 1e-10;
const WEIGHT_MIN = 1e-5;

/** The pixel at a place of the level. */
export function pixelAt(sampling: Sampling, column: number, row: number): Resampled {
  const { window, levelWidth, levelHeight } = sampling;
  const underX = sampleUnder(column, levelWidth, window.left, window.width);
  const underY = sampleUnder(row, levelHeight, window.top, window.height);
  const under = underY * window.width + underX;
  const opacity = underX < 0 || underY < 0 ? 0 : (sampling.opacity?.[under] ?? 255);
  if (opacity === 0) return { opacity: 0, bands: sampling.bands.map(() => NOTHING) };
  const [x, y] = [column - window.left - 0.5, row - window.top - 0.5];
  return { opacity, bands: sampling.bands.map((band) => mixtureOf(sampling, band, x, y, under)) };
}

const NOTHING: Mixture = { value: 0, magnitude: 0, share: 0 };

function sampleUnder(place: number, levelLength: number, start: number, length: number): number {
  if (!(place >= 0 && place <= levelLength)) return -1;
  return Math.min(length - 1, Math.floor(place + EDGE_EPSILON) - start);
}

function mixtureOf(sampling: Sampling, band: Band, x: number, y: number, under: number): Mixture {
  const { kind, scaleX, scaleY, window } = sampling;
  switch (kind) {
    case "nearest": {
      const value = band.values[under] ?? NaN;
      return { value, magnitude: Math.abs(value), share: 1 };
    }
    case "bilinear":
      return bilinearOf(sampling, band, x, y);
    case "cubic": {
      const [left, top] = [Math.floor(x) - 1, Math.floor(y) - 1];
      const [across, down] = [sixteenFrom(left, x), sixteenFrom(top, y)];
      const isInside = left >= 0 && top >= 0 && left + 3 < window.width && top + 3 < window.height;
      const isComplete =
        isInside &&
        down.every(([line]) => across.every(([at]) => band.usable?.[line * window.width + at] !== 0));
      return isComplete ? mix(band, window.width, across, down) : bilinearOf(sampling, band, x, y);
    }
    case "wide-bilinear":
    case "wide-cubic": {
      const [weigh, radius] =
        kind === "wide-cubic" ? ([cubicWeight, 2] as const) : ([linearWeight, 1] as const);
      const across = samplesWithin(x, radius / scaleX, window.width, (distance) => weigh(distance * scaleX));
      const down = samplesWithin(y, radius / scaleY, window.height, (distance) => weigh(distance * scaleY));
      return mix(band, window.width, across, down);
    }
  }
}

type Weighted = readonly [sample: number, weight: number];

/** The four samples around a place; those beyond the window's edge are the edge's. */
function bilinearOf({ window }: Sampling, band: Band, x: number, y: number): Mixture {
  const pair = (place: number, length: number): Weighted[] => {
    const first = Math.floor(place);
    return [
      [Math.max(0, Math.min(length - 1, first)), 1 - (place - first)],
      [Math.min(length - 1, first + 1), place - first],
    ];
  };
  return mix(band, window.width, pair(x, window.width), pair(y, window.height));
}

function sixteenFrom(first: number, place: number): Weighted[] {
  return [0, 1, 2, 3].map((at) => [first + at, cubicWeight(first + at - place)]);
}

function samplesWithin(
  place: number,
  reach: number,
  length: number,
  weightAt: (distance: number) => number,
): Weighted[] {
  const first = Math.max(0, Math.ceil(place - reach));
  const last = Math.min(length - 1, Math.floor(place + reach));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => [
    first + at,
    weightAt(first + at - place),
  ]);
}

/** The samples of some columns and rows by the product of their weights, of those with data. */
function mix(
  { values, usable }: Band,
  width: number,
  across: readonly Weighted[],
  down: readonly Weighted[],
): Mixture {
  let [sum, magnitude, weights, all] = [0, 0, 0, 0];
  for (const [line, weightY] of down) {
    for (const [at, weightX] of across) {
      const weight = weightX * weightY;
      all += weight;
      if (usable?.[line * width + at] === 0) continue;
      const value = (values[line * width + at] ?? NaN) * weight;
      sum += value;
      magnitude += Math.abs(value);
      weights += weight;
    }
  }
  if (!(weights > WEIGHT_MIN)) return { ...NOTHING, share: all === 0 ? 0 : weights / all };
  return { value: sum / weights, magnitude: magnitude / weights, share: weights / all };
}

function linearWeight(distance: number): number {
  return Math.max(0, 1 - Math.abs(distance));
}

/** The cubic convolution with a = -0.5 (Keys 1981). */
function cubicWeight(distance: number): number {
  const t = Math.abs(distance);
  if (t <= 1) return (1.5 * t - 2.5) * t * t + 1;
  return t <= 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
}
