import { describe, expect, test } from "vitest";
import {
  boxesOverlap,
  latToMercator,
  MERCATOR_HALF_WIDTH,
  mercatorToLat,
  tileAddressFault,
  tileAt,
  tileLonLatBox,
  tileMercatorBox,
} from "./tile-grid.ts";

describe("a tile address", () => {
  test.each([[{ z: 0, x: 0, y: 0 }], [{ z: 24, x: 2 ** 24 - 1, y: 2 ** 24 - 1 }]])("%o exists", (address) => {
    expect(tileAddressFault(address)).toBeUndefined();
  });

  test.each([
    [{ z: -1, x: 0, y: 0 }, "z"],
    [{ z: 25, x: 0, y: 0 }, "z"],
    [{ z: NaN, x: 0, y: 0 }, "z"],
    [{ z: 2, x: 4, y: 0 }, "x"],
    [{ z: 2, x: 0.5, y: 0 }, "x"],
    [{ z: 2, x: 0, y: -1 }, "y"],
  ])("%o does not, because of %s", (address, field) => {
    expect(tileAddressFault(address)?.field).toBe(field);
  });
});

test("the one tile of zoom 0 is the whole square", () => {
  expect(tileMercatorBox({ z: 0, x: 0, y: 0 })).toEqual([
    -MERCATOR_HALF_WIDTH,
    -MERCATOR_HALF_WIDTH,
    MERCATOR_HALF_WIDTH,
    MERCATOR_HALF_WIDTH,
  ]);
  const [west, south, east, north] = tileLonLatBox({ z: 0, x: 0, y: 0 });
  expect([west, east]).toEqual([-180, 180]);
  expect(south).toBeCloseTo(-85.0511, 4);
  expect(north).toBeCloseTo(85.0511, 4);
});

test("neighbours share their edge to the last bit", () => {
  const left = tileMercatorBox({ z: 13, x: 4400, y: 2800 });
  const right = tileMercatorBox({ z: 13, x: 4401, y: 2800 });
  expect(boxesOverlap(left, right)).toBe(false);
  expect(right[0]).toBe(left[2]);
});

test("a point lies in the tile that is found for it", () => {
  for (const [lon, lat] of [
    [13.4, 52.5],
    [-179.99, -84],
    [179.99, 84],
    [0, 0],
  ] as const) {
    const [west, south, east, north] = tileLonLatBox(tileAt(lon, lat, 11));
    expect(lon).toBeGreaterThanOrEqual(west);
    expect(lon).toBeLessThanOrEqual(east);
    expect(lat).toBeGreaterThanOrEqual(south);
    expect(lat).toBeLessThanOrEqual(north);
  }
});

test("latitudes survive the way to metres and back, and end where the square ends", () => {
  expect(mercatorToLat(latToMercator(51.5))).toBeCloseTo(51.5, 10);
  expect(latToMercator(90)).toBeCloseTo(MERCATOR_HALF_WIDTH, 3);
});
