import { expect, test } from "vitest";
import { boxesOf, footprintOf, type LonLat } from "./footprint.ts";

test("a footprint within the world is one box", () => {
  const ring: LonLat[] = [
    [10, 50],
    [12, 50],
    [12, 48],
    [10, 48],
  ];
  expect(footprintOf(ring, [])).toEqual([[10, 48, 12, 50]]);
});

test("a footprint over the antimeridian is two boxes, whichever way its longitudes are written", () => {
  const expected = [
    [178, -20, 180, -10],
    [-180, -20, -176, -10],
  ];
  expect(
    footprintOf(
      [
        [178, -10],
        [-176, -10],
        [-176, -20],
        [178, -20],
      ],
      [],
    ),
  ).toEqual(expected);
  expect(
    footprintOf(
      [
        [178, -10],
        [184, -10],
        [184, -20],
        [178, -20],
      ],
      [],
    ),
  ).toEqual(expected);
});

test("longitudes of 0 to 360 become the whole world", () => {
  expect(boxesOf(0, 360, -90, 90)).toEqual([[-180, -90, 180, 90]]);
  expect(boxesOf(-180.0000000001, 180.0000000001, -90, 90)).toEqual([[-180, -90, 180, 90]]);
});

test("longitudes beyond 180 come back to the west", () => {
  expect(boxesOf(200, 250, 0, 10)).toEqual([[-160, 0, -110, 10]]);
});

test("a ring around a pole covers all longitudes up to the pole", () => {
  const around = (lat: number): LonLat[] => [0, 90, 180, -90].map((lon) => [lon, lat]);
  expect(footprintOf(around(70), [])).toEqual([[-180, 70, 180, 90]]);
  expect(footprintOf(around(-65), [])).toEqual([[-180, -90, 180, -65]]);
});

test("points inside raise the latitude beyond that of the edge", () => {
  expect(
    footprintOf(
      [
        [0, 60],
        [10, 60],
        [10, 50],
        [0, 50],
      ],
      [[5, 61]],
    ),
  ).toEqual([[0, 50, 10, 61]]);
});
