import { describe, expect, test } from "vitest";
import { countTiles, coverTiles, type Area, type Box } from "./tile-cover.ts";

const area = (box: Box, zoomMin: number, zoomMax = zoomMin): Area => ({ box, zoomMin, zoomMax });
const names = (of: Area) => [...coverTiles(of)].map(({ z, x, y }) => `${z}/${x}/${y}`);

describe("the tiles of an area", () => {
  test("are all tiles for the whole world", () => {
    expect(countTiles(area([-180, -90, 180, 90], 0, 2))).toBe(1 + 4 + 16);
  });

  test("are where slippy maps have them", () => {
    expect(names(area([13.3, 52.4, 13.5, 52.6], 10))).toEqual([
      "10/549/335",
      "10/549/336",
      "10/550/335",
      "10/550/336",
    ]);
  });

  test("end where the area ends exactly on an edge", () => {
    expect(names(area([0, 0, 90, 66.51326044311186], 2))).toEqual(["2/2/1"]);
  });

  test("are one tile for a point", () => {
    expect(names(area([15, 45, 15, 45], 6))).toEqual(["6/34/23"]);
    expect(names(area([180, -90, 180, -90], 3))).toEqual(["3/7/7"]);
  });

  test("go on behind the antimeridian, each once", () => {
    expect(names(area([170, -10, -170, 10], 3))).toEqual(["3/7/3", "3/7/4", "3/0/3", "3/0/4"]);
    const nearlyAll = area([1, -1, -1, 1], 2);
    expect(new Set(names(nearlyAll)).size).toBe(countTiles(nearlyAll));
  });

  test("are as many as they are counted, at every level", () => {
    for (const box of [
      [-10, -10, 10, 10],
      [100, 60, 120, 89],
      [-179, -89, 179, 89],
    ] as const) {
      const of = area(box, 0, 6);
      const all = names(of);
      expect(all).toHaveLength(countTiles(of));
      expect(new Set(all).size).toBe(all.length);
    }
  });
});
