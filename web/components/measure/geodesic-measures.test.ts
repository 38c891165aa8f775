import { describe, expect, test } from "vitest";
import { pathLength, ringArea, shortestLines, type Position } from "./geodesic-measures.ts";

/** WGS84: half axes in metres, and the square of the first eccentricity. */
const A = 6_378_137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);

/** The length of a meridian from the equator to a latitude: Snyder 1987, formula 3-21. */
function meridianArc(degrees: number): number {
  const phi = (degrees * Math.PI) / 180;
  const [e4, e6] = [E2 ** 2, E2 ** 3];
  return (
    A *
    ((1 - E2 / 4 - (3 * e4) / 64 - (5 * e6) / 256) * phi -
      ((3 * E2) / 8 + (3 * e4) / 32 + (45 * e6) / 1024) * Math.sin(2 * phi) +
      ((15 * e4) / 256 + (45 * e6) / 1024) * Math.sin(4 * phi) -
      ((35 * e6) / 3072) * Math.sin(6 * phi))
  );
}

/** The area between the equator and a latitude for a span of longitude: Snyder 1987, formula 3-12. */
function zoneArea(degrees: number, spanDegrees: number): number {
  const [sine, e] = [Math.sin((degrees * Math.PI) / 180), Math.sqrt(E2)];
  const q = (1 - E2) * (sine / (1 - E2 * sine ** 2) - Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e));
  return (((A ** 2 * q) / 2) * spanDegrees * Math.PI) / 180;
}

describe("a length", () => {
  test("along a meridian and along the equator is that of the formulas, to a millimetre in 10,000 km", () => {
    expect(
      pathLength([
        [11, 0],
        [11, 48],
      ]),
    ).toBeCloseTo(meridianArc(48), 2);
    expect(
      pathLength([
        [10, 0],
        [70, 0],
      ]),
    ).toBeCloseTo((A * 60 * Math.PI) / 180, 3);
    expect(
      pathLength([
        [0, 0],
        [0, 90],
        [180, 0],
      ]),
    ).toBeCloseTo(2 * meridianArc(90), 2);
  });

  test("from Kennedy to Heathrow is what GeographicLib documents", () => {
    expect(
      pathLength([
        [-73.8, 40.6],
        [-0.5, 51.6],
      ]),
    ).toBeCloseTo(5_551_759.4, 1);
  });

  test("of one place is nothing", () => {
    expect([
      pathLength([]),
      pathLength([[11, 48]]),
      ringArea([
        [11, 48],
        [12, 48],
      ]),
    ]).toEqual([0, 0, 0]);
  });
});

describe("an area", () => {
  test("of an octant is that of the formula, whichever way round", () => {
    const octant: Position[] = [
      [0, 0],
      [90, 0],
      [90, 90],
    ];
    expect(ringArea(octant) / zoneArea(90, 90)).toBeCloseTo(1, 9);
    expect(ringArea([...octant].reverse())).toBeCloseTo(ringArea(octant), 0);
  });

  test("over the antimeridian is as large as elsewhere", () => {
    const square = (west: number): Position[] => [
      [west, 10],
      [west + 2, 10],
      [west + 2, 12],
      [west, 12],
    ];
    expect(ringArea(square(179))).toBeCloseTo(ringArea(square(20)), 0);
  });
});

test("a drawn line bends to the north, and goes on beyond the antimeridian", () => {
  const line = shortestLines([
    [-73.8, 40.6],
    [-0.5, 51.6],
  ]);
  expect(line.length).toBeGreaterThan(100);
  expect(Math.max(...line.map(([, lat]) => lat))).toBeGreaterThan(53);
  const [, end] = shortestLines([
    [179, 0],
    [-179, 0],
  ]).slice(-2);
  expect(end?.[0]).toBeCloseTo(181, 6);
});
