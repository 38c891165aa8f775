import { expect, test } from "vitest";
import { mapInSlices } from "./map-in-slices.ts";

test("results keep the order", async () => {
  expect(await mapInSlices([1, 2, 3], (value) => value * 2)).toEqual([2, 4, 6]);
  expect(await mapInSlices([], String)).toEqual([]);
});

test("others are served between slices of long work", async () => {
  let served = 0;
  const timer = setInterval(() => (served += 1), 0);
  const slow = () => {
    const end = performance.now() + 10;
    while (performance.now() < end);
  };
  await mapInSlices([1, 2, 3, 4, 5], slow);
  clearInterval(timer);
  expect(served).toBeGreaterThan(0);
});
