import { expect, test } from "vitest";
import { findFootprint, type EarthPlaces } from "./find-footprint.ts";
import type { LonLat } from "./footprint.ts";

const NOWHERE: LonLat = [Number.NaN, Number.NaN];

/** The half of a globe that is seen from far above the equator; a pixel is a hundredth of its radius. */
function hemisphere(middle: number): EarthPlaces {
  const radians = Math.PI / 180;
  return {
    toDegrees: (pixels) =>
      pixels.map(([column, row]) => {
        const [x, y] = [(column - 100) / 100, (100 - row) / 100];
        if (Math.hypot(x, y) > 1) return NOWHERE;
        const lat = Math.asin(y);
        return [middle + Math.asin(x / Math.cos(lat)) / radians, lat / radians];
      }),
    toPixels: (places) =>
      places.map(([lon, lat]) => {
        const turned = (lon - middle) * radians;
        if (Math.cos(turned) < 0) return NOWHERE;
        return [100 + 100 * Math.cos(lat * radians) * Math.sin(turned), 100 - 100 * Math.sin(lat * radians)];
      }),
  };
}

const DISC = { width: 200, height: 200 };

test("a disc whose corners lie off the earth is found by what lies inside", () => {
  const [[west, south, east, north]] = findFootprint(hemisphere(-75), DISC) as [
    [number, number, number, number],
  ];
  expect([west, east].map(Math.round)).toEqual([-165, 15]);
  expect(south).toBeLessThan(-88);
  expect(north).toBeGreaterThan(88);
});

test("a disc over the antimeridian is two boxes", () => {
  const boxes = findFootprint(hemisphere(140), DISC);
  expect(boxes).toHaveLength(2);
  expect(boxes[0]![2]).toBe(180);
  expect(Math.round(boxes[1]![2])).toBe(-130);
});

test("a raster of moderate size is measured to a fraction of its pixels", () => {
  const flat: EarthPlaces = {
    toDegrees: (pixels) => pixels.map(([column, row]) => [179 + column / 100, 10 - row / 100]),
    toPixels: (places) =>
      places.map(([lon, lat]) => [((lon < 0 ? lon + 360 : lon) - 179) * 100, (10 - lat) * 100]),
  };
  const [first, second] = findFootprint(flat, DISC);
  expect(first![0]).toBeCloseTo(179, 2);
  expect(first![1]).toBeCloseTo(8, 2);
  expect(second![2]).toBeCloseTo(-179, 2);
});

test("a raster without a place is nowhere", () => {
  const nowhere: EarthPlaces = {
    toDegrees: (pixels) => pixels.map(() => NOWHERE),
    toPixels: (places) => places.map(() => NOWHERE),
  };
  expect(findFootprint(nowhere, DISC)).toEqual([]);
});
