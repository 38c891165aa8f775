import { expect, test } from "vitest";
import { extentFeatures, viewBounds } from "./extents.ts";

test("a view over the antimeridian is searched from its west to its east, the whole world once", () => {
  expect(viewBounds([170, -20, 190, -10])).toEqual([170, -20, -170, -10]);
  expect(viewBounds([-200, -95, 200, 95])).toEqual([-180, -90, 180, 90]);
  expect(viewBounds([10, 40, 12, 42])).toEqual([10, 40, 12, 42]);
});

test("an extent within another is drawn over it, whichever is highlighted", () => {
  const extents = [
    { id: "small", bounds: [172, -18, 174, -16] },
    { id: "large", bounds: [170, -20, -170, -10] },
  ] as const;
  const { features } = extentFeatures(extents, "large");
  expect(features.map(({ properties }) => properties)).toEqual([
    { id: "large", isLit: true },
    { id: "large", isLit: true },
    { id: "small", isLit: false },
    { id: "small", isLit: false },
  ]);
  expect(features[1]?.geometry).toEqual({ type: "Point", coordinates: [180, -15] });
});
