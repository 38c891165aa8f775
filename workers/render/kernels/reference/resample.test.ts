import fc from "fast-check";
import { expect, test } from "vitest";
import { resample } from "../../engine/resample.ts";
import { createScratchMemory, type Scratch } from "../scratch.ts";
import { pixelAt, type Kind, type Sampling } from "./resample.ts";
import type { WarpField } from "../../engine/warp-field.ts";

const memory = createScratchMemory({ strict: true });

/** Where a tile's pixels lie along one axis of the level: straight, with some in no place at all. */
interface Axis {
  readonly start: number;
  readonly step: number;
  readonly nowhere: number | undefined;
}

interface Case {
  readonly how: WarpField["kind"];
  readonly type: "Float32" | "Float64" | "Uint8" | "Uint16";
  readonly resampling: "nearest" | "bilinear" | "cubic";
  readonly scale: readonly [x: number, y: number];
  readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly across: Axis;
  readonly down: Axis;
  /** Rows lean by so much for each pixel of a line; lines only. */
  readonly lean: number;
  /** A line is divided into pieces of so many pixels; lines only. */
  readonly pieceLength: number;
  readonly sampling: Sampling;
}

const SIZE = 24;
const VALUE_MAX = 1000;

/** Lists of numbers from a seed: arrays of arbitraries would make each case slow. */
function listOf(seed: number, length: number, valueOf: (random: number) => number): number[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return valueOf(state / 2 ** 32);
  });
}

/** A mask with data in this share of a window; null: everywhere, and none is kept. */
const density = fc.constantFrom(null, 0, 0.3, 0.9, 1);

function maskOf(
  seed: number,
  length: number,
  share: number | null,
  values: readonly number[],
): number[] | null {
  if (share === null) return null;
  return listOf(seed, length, (random) =>
    random < share ? (values[Math.floor(random * 97) % values.length] ?? 1) : 0,
  );
}

const axis = (length: number, scale: number): fc.Arbitrary<Axis> =>
  fc.record({
    // Before the window, within it, on samples' edges and middles.
    start: fc.oneof(
      fc.double({ min: -3, max: length, noNaN: true }),
      fc.integer({ min: -2, max: length }).map((place) => place + 0.5),
      fc.integer({ min: -2, max: length }),
    ),
    step: fc.constantFrom(1 / scale, -1 / scale, 1.01 / scale),
    nowhere: fc.option(fc.nat(11), { nil: undefined }),
  });

/** Tile pixels per sample. Kernels are widened when that is less than 0.95 along either axis. */
const NARROW_SCALES = [1.7, 1, 0.95];
const WIDE_SCALES = [0.94, 0.7, 0.5, 0.49, 0.3, 0.11];

function scalesOf(kind: Kind): fc.Arbitrary<readonly [x: number, y: number]> {
  const narrow = fc.constantFrom(...NARROW_SCALES);
  const wide = fc.constantFrom(...WIDE_SCALES);
  const any = fc.oneof(narrow, wide);
  if (kind === "nearest") return fc.tuple(any, any);
  return kind.startsWith("wide")
    ? fc.oneof(fc.tuple(wide, any), fc.tuple(any, wide))
    : fc.tuple(narrow, narrow);
}

const RESAMPLING_OF = {
  nearest: "nearest",
  bilinear: "bilinear",
  cubic: "cubic",
  "wide-bilinear": "bilinear",
  "wide-cubic": "cubic",
} as const satisfies Record<Kind, Case["resampling"]>;

const casesOf = (kind: Kind): fc.Arbitrary<Case> =>
  fc
    .record({
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 30 }),
      scales: scalesOf(kind),
    })
    .chain(({ width, height, scales: [scaleX, scaleY] }) =>
      fc
        .record({
          seed: fc.integer(),
          how: fc.constantFrom("separable" as const, "lines" as const),
          type: fc.constantFrom("Float32" as const, "Float64" as const),
          x: fc.integer({ min: 0, max: 4 }),
          y: fc.integer({ min: 0, max: 4 }),
          wide: fc.integer({ min: 1, max: 20 }),
          high: fc.integer({ min: 1, max: 12 }),
          across: axis(width, scaleX),
          down: axis(height, scaleY),
          lean: fc.constantFrom(0, 0.1, -0.3),
          pieceLength: fc.integer({ min: 1, max: 20 }),
          left: fc.integer({ min: 0, max: 3 }),
          top: fc.integer({ min: 0, max: 3 }),
          densities: fc.array(density, { minLength: 1, maxLength: 4 }),
          dense: density,
        })
        .map((given): Case => {
          const { seed, left, top } = given;
          const length = width * height;
          const bands = given.densities.map((share, index) => {
            const usable = maskOf(seed + 31 * index, length, share, [1]);
            const values = listOf(seed + index, length, (random) =>
              Math.fround((2 * random - 1) * VALUE_MAX),
            );
            return { usable, values: values.map((value, at) => (usable?.[at] === 0 ? 0 : value)) };
          });
          const sampling: Sampling = {
            kind,
            scaleX: Math.min(1, scaleX),
            scaleY: Math.min(1, scaleY),
            levelWidth: left + width,
            levelHeight: top + height,
            window: { left, top, width, height },
            bands,
            opacity: maskOf(seed - 7, length, given.dense, [1, 128, 255]),
          };
          const rect = { x: given.x, y: given.y, width: given.wide, height: given.high };
          const shifted = (by: number, along: Axis): Axis => ({ ...along, start: along.start + by });
          return {
            ...given,
            resampling: RESAMPLING_OF[kind],
            scale: [scaleX, scaleY],
            rect,
            across: shifted(left, given.across),
            down: shifted(top, given.down),
            sampling,
          };
        }),
    );

function placesAlong({ start, step, nowhere }: Axis, length: number): number[] {
  return Array.from({ length }, (_, index) => (index === nowhere ? NaN : start + step * index));
}

/** The pieces of a case's lines: count, first column and its step, first row and its step. */
function piecesOf({
  rect,
  across,
  down,
  lean,
  pieceLength,
}: Case): (readonly [number, number, number, number, number])[] {
  return placesAlong(down, rect.height).flatMap((row) =>
    Array.from({ length: Math.ceil(rect.width / pieceLength) }, (_, piece) => {
      const first = piece * pieceLength;
      const count = Math.min(pieceLength, rect.width - first);
      const column = piece === across.nowhere ? NaN : across.start + across.step * first;
      return [count, column, across.step, row + lean * first, lean] as const;
    }),
  );
}

function fieldOf(scratch: Scratch, given: Case): WarpField {
  const { how, rect, across, down } = given;
  if (how === "lines") {
    const pieces = piecesOf(given);
    return { kind: how, pieces: scratch.copy("Float64", pieces.flat()), count: pieces.length };
  }
  const length = Math.max(rect.width, rect.height);
  return {
    kind: how,
    columns: scratch.copy("Float64", placesAlong(across, length)),
    rows: scratch.copy("Float64", placesAlong(down, length)),
  };
}

/** Column and row of each pixel of the rectangle. */
function placesOf(given: Case): (readonly [column: number, row: number])[] {
  const { how, rect, across, down } = given;
  if (how === "lines") {
    return piecesOf(given).flatMap(([count, column, stepColumn, row, stepRow]) =>
      Array.from(
        { length: count },
        (_, index) => [column + stepColumn * index, row + stepRow * index] as const,
      ),
    );
  }
  const columns = placesAlong(across, rect.width);
  return placesAlong(down, rect.height).flatMap((row) => columns.map((column) => [column, row] as const));
}

/** What the kernels make of a case: the whole tile. */
function byKernel(given: Case): { readonly bands: number[][]; readonly opacity: number[] } {
  const { type, sampling, resampling, rect, scale } = given;
  return memory.within((scratch) => {
    const bands = sampling.bands.map(({ values, usable }) => ({
      plane: type === "Float64" ? scratch.copy("Float64", values) : scratch.copy("Float32", values),
      ...(type === "Uint8" ? { integers: scratch.copy("Uint8", values) } : {}),
      ...(type === "Uint16" ? { integers: scratch.copy("Uint16", values) } : {}),
      usable: usable && scratch.copy("Uint8", usable),
      integerRange: null,
    }));
    const { window, levelWidth, levelHeight } = sampling;
    const opacity = sampling.opacity && scratch.copy("Uint8", sampling.opacity);
    const level = {
      level: 0,
      decimation: 1,
      isTorn: false,
      factorX: 1,
      factorY: 1,
      levelWidth,
      levelHeight,
      window,
    };
    const plan = {
      ...level,
      parts: [{ rect, scaleX: scale[0], scaleY: scale[1] }],
    };
    const geometry = { fieldOf: (inner: Scratch) => fieldOf(inner, given) };
    const drawn = resample(scratch, { window, bands, opacity }, geometry, plan, SIZE, resampling);
    return { bands: drawn.bands.map((band) => [...band]), opacity: [...drawn.opacity] };
  });
}

/** Less of a kernel on data makes values too large to compare. */
const SHARE_MIN = 0.05;

/** See assembly/leaning.ts; here for each pixel. */
const LEAN_MAX = 1 / 16 / 0.5;

/** How far a value may be from the reference's. */
function toleranceOf({ how, type, sampling, scale, lean }: Case, magnitude: number, share: number): number {
  if (sampling.kind === "nearest") return 0;
  if (type === "Float64") return 1e-9 * (1 + magnitude);
  const isComplete = sampling.bands.every(({ usable }) => usable === null);
  const isLookedUp =
    how === "lines" && sampling.kind.endsWith("bilinear") && isComplete && Math.min(...scale) >= 0.5;
  // Weights that are looked up at 1024 places between two samples are off by a two thousandth along each
  // axis.
  const lookedUp = isLookedUp ? (2 * VALUE_MAX) / 1024 : 0;
  // Samples beside a pixel are weighed down where the line crosses their columns: half a kernel away on
  // average.
  const isCrossed = isLookedUp && sampling.opacity === null && Math.abs(lean) <= LEAN_MAX;
  const crossed = isCrossed ? 2 * VALUE_MAX * Math.abs(lean) : 0;
  // Weights of integers are rounded to a whole number of 2 ** 14.
  const rounded = type === "Float32" ? 0 : (4 * VALUE_MAX) / 2 ** 14;
  return lookedUp + crossed + rounded + (1e-5 * (VALUE_MAX + magnitude)) / share;
}

function expectAsReference(given: Case): void {
  const drawn = byKernel(given);
  const places = placesOf(given);
  const { rect, sampling } = given;
  const compared = new Set<number>();
  for (const [index, [column, row]] of places.entries()) {
    const target = (rect.y + Math.floor(index / rect.width)) * SIZE + rect.x + (index % rect.width);
    compared.add(target);
    const expected = pixelAt(sampling, column, row);
    if (drawn.opacity[target] !== expected.opacity) expect.fail(`opacity at ${column}, ${row}`);
    for (const [band, { value, magnitude, share }] of expected.bands.entries()) {
      if (share !== 0 && Math.abs(share) < SHARE_MIN) continue;
      const found = drawn.bands[band]?.[target] ?? NaN;
      const off = Math.abs(found - value);
      const tolerance = share === 0 ? 0 : toleranceOf(given, magnitude, Math.abs(share));
      if (!(off <= tolerance)) expect.fail(`band ${band} at ${column}, ${row}: ${found} instead of ${value}`);
    }
  }
  for (const [target, opacity] of drawn.opacity.entries()) {
    if (compared.has(target)) continue;
    if (opacity !== 0 || drawn.bands.some((band) => band[target] !== 0))
      expect.fail(`pixel ${target} is touched`);
  }
}

const KINDS: readonly Kind[] = ["nearest", "bilinear", "cubic", "wide-bilinear", "wide-cubic"];

test.each(KINDS)(
  "every pixel is the reference's, and nothing beside the rectangle is touched: %s",
  (kind) => {
    fc.assert(fc.property(casesOf(kind), expectAsReference), { numRuns: 150 });
  },
);

test.each([
  ["wide-bilinear", "separable"],
  ["wide-bilinear", "lines"],
  ["wide-cubic", "separable"],
  ["bilinear", "separable"],
] as const)("without a mask, where there are faster loops, too: %s, %s", (kind, how) => {
  const complete = casesOf(kind).map((given): Case => {
    const bands = given.sampling.bands.map(({ values }) => ({ values, usable: null }));
    return { ...given, how, type: "Float32", sampling: { ...given.sampling, bands } };
  });
  fc.assert(fc.property(complete, expectAsReference), { numRuns: 150 });
});

/** Complete bands of samples as the file has them. */
function asIntegers(given: Case, type: Case["type"]): Case {
  const highest = type === "Uint8" ? 255 : type === "Uint16" ? VALUE_MAX : undefined;
  const bands = given.sampling.bands.map(({ values }) => ({
    values: values.map((value) =>
      highest === undefined ? value : Math.round(Math.abs(value)) % (highest + 1),
    ),
    usable: null,
  }));
  return { ...given, type, sampling: { ...given.sampling, bands, opacity: null } };
}

const samples = fc.constantFrom("Float32", "Uint8", "Uint16");

test.each(["bilinear", "wide-bilinear", "wide-cubic"] as const)(
  "integers are weighed as the file has them, and widened where that is not possible: %s",
  (kind) => {
    const cases = fc.tuple(casesOf(kind), samples).map(([given, type]) => asIntegers(given, type));
    fc.assert(fc.property(cases, expectAsReference), { numRuns: 150 });
  },
);

test.each(["bilinear", "wide-bilinear"] as const)("lines that lean a little within a window: %s", (kind) => {
  const [width, height] = [60, 50];
  const axes = fc.record({
    start: fc.double({ min: 2.5, max: 5, noNaN: true }),
    stretch: fc.constantFrom(0.98, 1, 1.02),
  });
  const cases = fc
    .record({
      given: casesOf(kind),
      type: samples,
      scaleX: fc.constantFrom(...(kind === "bilinear" ? NARROW_SCALES : [0.94, 0.7, 0.5])),
      scaleY: fc.constantFrom(...(kind === "bilinear" ? NARROW_SCALES : [0.94, 0.7, 0.5])),
      across: axes,
      down: axes,
      lean: fc.constantFrom(0, 0.001, -0.02, 0.05, -0.06),
      seed: fc.integer(),
    })
    .map(({ given, type, scaleX, scaleY, across, down, lean, seed }): Case => {
      const values = listOf(seed, width * height, (random) => Math.fround(random * VALUE_MAX));
      const sampling: Sampling = {
        ...given.sampling,
        scaleX: Math.min(1, scaleX),
        scaleY: Math.min(1, scaleY),
        levelWidth: width,
        levelHeight: height,
        window: { left: 0, top: 0, width, height },
        bands: given.sampling.bands.map(() => ({ values, usable: null })),
      };
      const leaning: Case = {
        ...given,
        how: "lines",
        scale: [scaleX, scaleY],
        sampling,
        across: { start: across.start, step: across.stretch / scaleX, nowhere: undefined },
        down: { start: down.start + 2, step: down.stretch / scaleY, nowhere: undefined },
        lean,
        // A piece of one pixel has no step.
        pieceLength: Math.max(2, given.pieceLength),
      };
      return asIntegers(leaning, type);
    });
  fc.assert(fc.property(cases, expectAsReference), { numRuns: 200 });
});
