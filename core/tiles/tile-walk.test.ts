import fc from "fast-check";
import { expect, test } from "vitest";
import { boxesOverlap, tileLonLatBox, type Box } from "./tile-grid.ts";
import { countTiles, walkTiles } from "./tile-walk.ts";

const box = fc
  .record({
    west: fc.double({ min: -180, max: 179, noNaN: true }),
    south: fc.double({ min: -89, max: 88, noNaN: true }),
    width: fc.double({ min: 0.01, max: 120, noNaN: true }),
    height: fc.double({ min: 0.01, max: 60, noNaN: true }),
  })
  .map(({ west, south, width, height }): Box => [
    west,
    south,
    Math.min(180, west + width),
    Math.min(90, south + height),
  ]);

/** Each tile of a level, looked at one by one. */
function tilesByHand(boxes: readonly Box[], z: number): string[] {
  const names: string[] = [];
  for (let x = 0; x < 2 ** z; x += 1) {
    for (let y = 0; y < 2 ** z; y += 1) {
      const tile = tileLonLatBox({ z, x, y });
      if (boxes.some((each) => boxesOverlap(each, tile))) names.push(`${x}/${y}`);
    }
  }
  return names;
}

function counted(boxes: readonly Box[], zoomMax: number, countMax: number): number[] {
  const counting = countTiles(boxes, zoomMax, countMax);
  for (;;) {
    const { done, value } = counting.next();
    if (done === true) return value;
  }
}

test("a walk visits every tile that touches the boxes, once, and counting finds as many", () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 4 }), fc.integer({ min: 0, max: 5 }), (boxes, z) => {
      const walked = [...walkTiles(boxes, z)].flatMap(({ tiles }) => tiles.map(({ x, y }) => `${x}/${y}`));
      expect(walked.toSorted()).toEqual(tilesByHand(boxes, z).toSorted());
      expect(counted(boxes, z, Infinity).at(-1)).toBe(walked.length);
    }),
    { numRuns: 60 },
  );
});

test("a walk that goes on from a group visits what was left, also when the boxes have changed", () => {
  fc.assert(
    fc.property(box, box, fc.integer({ min: 0, max: 6 }), fc.nat(), (before, after, z, at) => {
      const groups = [...walkTiles([before], z)];
      const from = groups.length === 0 ? 0 : groups[at % groups.length]!.index;
      const expected = [...walkTiles([after], z)].filter(({ index }) => index >= from);
      expect([...walkTiles([after], z, from)]).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test("counting the deepest level of the whole world takes no look at each tile", () => {
  expect(counted([[-180, -90, 180, 90]], 24, Infinity).at(-1)).toBe(4 ** 24);
  const many = counted([[10.1, 20.1, 60.3, 70.7]], 24, 1_000);
  expect(many.at(-1)).toBeGreaterThan(1_000);
  expect(many.at(-2)).toBeLessThanOrEqual(1_000);
});
