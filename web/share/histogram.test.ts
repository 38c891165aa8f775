import { expect, test } from "vitest";
import { shareBelow } from "./histogram.ts";

test.each([
  [0, 0],
  [5, 0.375],
  [10, 0.75],
  [15, 0.875],
  [99, 1],
  [-1, 0],
])("of values in two bins, %d has a share of %d below it", (value, share) => {
  expect(shareBelow({ range: [0, 20], counts: [30, 10] }, value)).toBeCloseTo(share);
});

test("a band of one value lies in the middle", () => {
  expect(shareBelow({ range: [7, 7], counts: [12] }, 7)).toBe(0.5);
});
