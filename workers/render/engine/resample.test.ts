import { expect, test } from "vitest";
import { createScratchMemory, type Scratch } from "../kernels/scratch.ts";
import type { SourcePixels } from "./pixels.ts";
import { resample } from "./resample.ts";
import type { WarpField } from "./warp-field.ts";

const memory = createScratchMemory({ strict: true });

const WIDTH = 90;
const HEIGHT = 70;
const SIZE = 32;

/** Values that no two neighbours share. */
const texture = Float32Array.from({ length: WIDTH * HEIGHT }, (_, index) => (index * 7919) % 1009);

interface Case {
  readonly how: WarpField["kind"];
  readonly type?: "Float32" | "Float64";
  readonly resampling: "bilinear" | "cubic";
  readonly scale: readonly [number, number];
  readonly usable: Uint8Array | null;
  readonly values?: Float32Array;
}

/** Every pixel of a tile whose first one lies at the window's very edge. */
function resampled({ how, type = "Float32", resampling, scale, usable, values = texture }: Case): number[] {
  return memory.within((scratch) => {
    const plane = type === "Float32" ? scratch.copy("Float32", values) : scratch.copy("Float64", values);
    const mask = usable && scratch.copy("Uint8", usable);
    const window = { left: 0, top: 0, width: WIDTH, height: HEIGHT };
    const band = { plane, usable: mask, integerRange: null };
    const source: SourcePixels = { window, bands: [band], opacity: null };
    const rect = { x: 0, y: 0, width: SIZE, height: SIZE };
    const plan = {
      factorX: 1,
      factorY: 1,
      levelWidth: WIDTH,
      levelHeight: HEIGHT,
      level: 0,
      decimation: 1,
      isTorn: false,
      window,
    };
    const parts = [{ rect, scaleX: scale[0], scaleY: scale[1] }];
    const geometry = { fieldOf: (inner: Scratch) => fieldOf(inner, how, 1 / scale[0], 1 / scale[1]) };
    return [...resample(scratch, source, geometry, { ...plan, parts }, SIZE, resampling).bands[0]!];
  });
}

function fieldOf(scratch: Scratch, how: WarpField["kind"], stepX: number, stepY: number): WarpField {
  const columns = Float64Array.from({ length: SIZE }, (_, index) => (index + 0.01) * stepX);
  const rows = Float64Array.from({ length: SIZE }, (_, index) => (index + 0.01) * stepY);
  if (how === "separable") {
    return { kind: how, columns: scratch.copy("Float64", columns), rows: scratch.copy("Float64", rows) };
  }
  const pieces = scratch.array("Float64", 5 * SIZE);
  for (let line = 0; line < SIZE; line++)
    pieces.values.set([SIZE, columns[0]!, stepX, rows[line]!, 0], 5 * line);
  return { kind: how, pieces, count: SIZE };
}

const everywhere = new Uint8Array(WIDTH * HEIGHT).fill(1);

/** Each pixel weighed on its own, in double precision. */
function general(given: Omit<Case, "how" | "type" | "usable">): number[] {
  return resampled({ ...given, how: "lines", type: "Float64", usable: everywhere });
}

const SCALES: readonly (readonly [number, number])[] = [
  [0.5, 0.5],
  [0.51, 0.73],
  [0.6, 0.94],
  [0.4, 0.9],
  [0.94, 0.35],
  [1.3, 0.7],
];

test.each(SCALES)("kernels widened by %d and %d weigh alike, however they are computed", (...scale) => {
  for (const resampling of ["bilinear", "cubic"] as const) {
    const expected = general({ resampling, scale });
    for (const how of ["lines", "separable"] as const) {
      for (const usable of [null, everywhere]) {
        const values = resampled({ how, resampling, scale, usable });
        // Weights are looked up at 1024 places between two samples: an error of 1/2000 of their difference.
        for (const [pixel, value] of values.entries())
          expect(Math.abs(value - expected[pixel]!)).toBeLessThan(0.6);
      }
    }
  }
});

test.each(["lines", "separable"] as const)("the four nearest samples at full scale, by %s", (how) => {
  const scale = [1.7, 2.3] as const;
  const expected = general({ resampling: "bilinear", scale });
  const values = resampled({ how, resampling: "bilinear", scale, usable: null });
  for (const [pixel, value] of values.entries()) expect(value).toBeCloseTo(expected[pixel]!, 2);
});

test.each(["lines", "separable"] as const)("samples without data weigh nothing, by %s", (how) => {
  const usable = Uint8Array.from(texture, (_, index) => (index % 3 === 0 ? 0 : 1));
  // Masked samples are zero, as the reader leaves them. A constant elsewhere must stay that constant.
  const values = Float32Array.from(usable, (has) => has * 100);
  for (const resampling of ["bilinear", "cubic"] as const) {
    for (const scale of [
      [0.5, 0.5],
      [0.6, 0.55],
    ] as const) {
      for (const value of resampled({ how, resampling, scale, usable, values }))
        expect(value).toBeCloseTo(100, 3);
    }
  }
});
