import { describe, expect, test } from "vitest";
import { boxesOfBounds, intersectBoxes, pixelsWithin } from "./tile-area.ts";

test("bounds over the antimeridian are two boxes", () => {
  expect(boxesOfBounds([10, -5, 20, 5])).toEqual([[10, -5, 20, 5]]);
  expect(boxesOfBounds([170, -5, -170, 5])).toEqual([
    [170, -5, 180, 5],
    [-180, -5, -170, 5],
  ]);
});

test("boxes are cut to an area; an edge in common is nothing", () => {
  const area = boxesOfBounds([170, -5, -170, 5]);
  expect(intersectBoxes([[160, 0, 175, 10]], area)).toEqual([[170, 0, 175, 5]]);
  expect(intersectBoxes([[160, 0, 170, 10]], area)).toEqual([]);
});

describe("pixels within an area", () => {
  const world = { z: 0, x: 0, y: 0 };

  test("are all of a tile that it covers", () => {
    expect(pixelsWithin([[-180, -90, 180, 90]], world, 256)).toBeUndefined();
  });

  test("are those whose centres lie in it", () => {
    const east = pixelsWithin([[0, -90, 180, 90]], world, 256);
    expect([east?.(127, 0), east?.(128, 0), east?.(255, 255)]).toEqual([false, true, true]);
    const north = pixelsWithin([[-180, 0, 180, 90]], world, 256);
    expect([north?.(0, 127), north?.(0, 128)]).toEqual([true, false]);
  });

  test("are none where it does not reach", () => {
    const inside = pixelsWithin([[100, 10, 110, 20]], { z: 1, x: 0, y: 0 }, 256);
    expect([inside?.(0, 0), inside?.(255, 255)]).toEqual([false, false]);
  });
});
