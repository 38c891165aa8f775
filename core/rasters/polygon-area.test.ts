import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillRings } from "./fill-rings.ts";
import {
  AreaFault,
  boundsOfPolygons,
  clipPolygons,
  inPieces,
  polygonsOf,
  type Position,
} from "./polygon-area.ts";

const SQUARE = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
];

describe("a geometry", () => {
  test("is read from a Polygon, a MultiPolygon and a Feature", () => {
    const polygon = { type: "Polygon", coordinates: [SQUARE] };
    const read = polygonsOf(polygon, 10);
    expect(read).toEqual([[SQUARE]]);
    expect(polygonsOf({ type: "Feature", geometry: polygon }, 10)).toEqual(read);
    expect(polygonsOf({ type: "MultiPolygon", coordinates: [[SQUARE]] }, 10)).toEqual(read);
    expect(boundsOfPolygons(read)).toEqual([0, 0, 10, 10]);
  });

  test.each([
    [null],
    [{ type: "Point", coordinates: [0, 0] }],
    [{ type: "Polygon", coordinates: [] }],
    [{ type: "Polygon", coordinates: [[[0, 0]]] }],
    [{ type: "Polygon", coordinates: [[...SQUARE, [200, 0]]] }],
    [{ type: "Polygon", coordinates: [[...SQUARE, ["1", 0]]] }],
    [{ type: "Polygon", coordinates: [[...SQUARE, ...SQUARE, ...SQUARE]] }],
    [{ type: "Polygon", coordinates: "no" }],
  ])("%j is refused", (value) => {
    expect(() => polygonsOf(value, 10)).toThrow(AreaFault);
  });
});

/** Whether a place lies in an odd number of rings, one edge after the other. */
function isWithin(rings: readonly (readonly Position[])[], [x, y]: Position): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([fromX, fromY], index) => {
      const [toX, toY] = ring[(index + 1) % ring.length]!;
      if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX))
        inside = !inside;
    });
  }
  return inside;
}

// Places that no pixel's centre and no edge of the box meets.
const place = fc.tuple(
  fc.integer({ min: -20, max: 20 }).map((x) => x + 0.2371),
  fc.integer({ min: -20, max: 20 }).map((y) => y + 0.3187),
);
const ring = fc.array(place, { minLength: 3, maxLength: 8 });
const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });

test("pixels are marked where their centres lie within", () => {
  fc.assert(
    fc.property(polygon, (rings) => {
      const size = { width: 16, height: 12 };
      const marks = new Uint8Array(size.width * size.height);
      const columns = (each: readonly Position[]) => each.map(([x]) => x);
      const rows = (each: readonly Position[]) => each.map(([, y]) => y);
      fillRings(
        marks,
        size,
        rings.map((each) => ({ columns: columns(each), rows: rows(each) })),
      );
      const expected = marks.map((_, pixel) =>
        isWithin(rings, [(pixel % size.width) + 0.5, Math.floor(pixel / size.width) + 0.5]) ? 1 : 0,
      );
      expect(marks).toEqual(expected);
    }),
  );
});

test("what is cut off by a box lies outside it, and pieces of edges change nothing", () => {
  fc.assert(
    fc.property(polygon, (rings) => {
      const clipped = clipPolygons([rings], [-5, -5, 6, 7]);
      const again = inPieces(clipped);
      for (let x = -4.5; x < 6; x++) {
        for (let y = -4.5; y < 7; y++) {
          const expected = isWithin(rings, [x, y]);
          expect(isWithin(clipped[0] ?? [], [x, y])).toBe(expected);
          expect(isWithin(again[0] ?? [], [x, y])).toBe(expected);
        }
      }
    }),
    { numRuns: 10 },
  );
});
