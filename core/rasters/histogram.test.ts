import { expect, test } from "vitest";
import { countInBins, mergeBins } from "./histogram.ts";

test("a histogram counts each value once, in its bin or beside the range", () => {
  const values = [0, 1, 2.5, 5, 7.5, 10, -3, 11];
  const { counts, below, above } = countInBins(values, { bins: 4, range: [0, 10] }, { min: -3, max: 11 });
  expect([counts, below, above]).toEqual([[2, 1, 1, 2], 1, 1]);
});

test("a constant has one bin with everything", () => {
  const { counts, range } = countInBins([7, 7], { bins: 3, range: null }, { min: 7, max: 7 });
  expect([counts, range]).toEqual([
    [2, 0, 0],
    [7, 7],
  ]);
});

test("bins are merged where none is cut", () => {
  expect(mergeBins([1, 2, 3, 4], 2)).toEqual([3, 7]);
  expect(mergeBins([1, 2, 3, 4], 3)).toBeUndefined();
});
