import fc from "fast-check";
import { expect, test } from "vitest";
import { createScratchMemory } from "../scratch.ts";
import { interpolate, NODES, traceLines, type Trace } from "./lines.ts";

const memory = createScratchMemory({ strict: true });

/** A smooth grid: a plane that bends, as projections do. */
const grids = fc
  .record({
    start: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    across: fc.double({ min: -60, max: 60, noNaN: true }),
    down: fc.double({ min: -60, max: 60, noNaN: true }),
    bend: fc.double({ min: -1, max: 1, noNaN: true }),
  })
  .map(({ start, across, down, bend }) =>
    Array.from({ length: NODES * NODES }, (_, node) => {
      const [column, row] = [node % NODES, Math.floor(node / NODES)];
      return start + across * column + down * row + bend * column * row + (bend * column ** 3) / 40;
    }),
  );
const shares = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: -0.1, max: 1.1, noNaN: true }));

test("values between a grid's nodes, and beyond its edges, are the reference's", () => {
  fc.assert(
    fc.property(grids, shares, shares, (grid, u, v) =>
      memory.within((scratch) => {
        const { address } = scratch.copy("Float64", grid);
        expect(scratch.kernels.interpolate(address, u, v)).toBeCloseTo(interpolate(grid, u, v), 8);
      }),
    ),
  );
});

const traces: fc.Arbitrary<Trace> = fc.record({
  columns: grids,
  rows: grids,
  rect: fc.record({
    x: fc.nat(100),
    y: fc.nat(100),
    width: fc.integer({ min: 1, max: 160 }),
    height: fc.integer({ min: 1, max: 5 }),
  }),
  size: fc.constantFrom(256, 258, 512),
  within: fc.constantFrom(0, 0.5),
  factorX: fc.constantFrom(1, 0.5, 0.03),
  factorY: fc.constantFrom(1, 0.5, 0.03),
});

function expectAsReference(trace: Trace): void {
  memory.within((scratch) => {
    const { rect, size, within, factorX, factorY } = trace;
    const grids = [scratch.copy("Float64", trace.columns), scratch.copy("Float64", trace.rows)] as const;
    const out = scratch.array("Float64", 5 * rect.width * rect.height);
    const work = scratch.array("Float64", 2 * NODES);
    const count = scratch.kernels.traceLines(
      grids[0].address,
      grids[1].address,
      rect.x,
      rect.y,
      rect.width,
      rect.height,
      size,
      within,
      factorX,
      factorY,
      out.address,
      work.address,
    );
    const expected = traceLines(trace);
    expect(count).toBe(expected.length);
    const found = out.values.subarray(0, 5 * count);
    for (const [at, number] of expected.flat().entries()) {
      expect(Math.abs((found[at] ?? NaN) - number)).toBeLessThanOrEqual(1e-8 * (1 + Math.abs(number)));
    }
  });
}

test("lines are divided where the reference divides them, with the same places", () => {
  fc.assert(fc.property(traces, expectAsReference));
});

test("a line is divided when its middle is more than an eighth of a pixel off", () => {
  const rows = Array.from({ length: NODES * NODES }, () => 0);
  // A parabola, whose middle is off by 127 x 128 / 256 pixels.
  const columns = rows.map((_, node) => (node % NODES) ** 2);
  const rect = { x: 0, y: 0, width: 256, height: 1 };
  for (const [off, pieces] of [
    [0.1249, 1],
    [0.1251, 2],
  ] as const) {
    const trace = { columns, rows, rect, size: 256, within: 0.5, factorX: off / 63.5, factorY: 1 };
    expect(traceLines(trace)).toHaveLength(pieces);
    expectAsReference(trace);
  }
});

test("the pieces of a line are all of its pixels, and a straight line is one piece", () => {
  fc.assert(
    fc.property(traces, ({ rect, ...rest }) => {
      const pieces = traceLines({ ...rest, rect });
      expect(pieces.reduce((sum, [count]) => sum + count, 0)).toBe(rect.width * rect.height);
    }),
  );
  const plane = Array.from({ length: NODES * NODES }, (_, node) => (node % NODES) * 16);
  const straight = { columns: plane, rows: plane, size: 256, within: 0.5, factorX: 1, factorY: 1 };
  expect(traceLines({ ...straight, rect: { x: 0, y: 0, width: 256, height: 1 } })).toEqual([
    [256, 0.5, 1, 0.5, 1],
  ]);
});
