import { expect, test } from "vitest";
import { spectrumPoints } from "./spectrum.ts";

const band = (value: number | null, unit: string | null = null) => ({ name: "b", value, unit });

test("a spectrum runs from the lowest to the highest value, over the order of the bands", () => {
  expect(spectrumPoints([band(10), band(30), band(20)])).toEqual([
    [0, 56],
    [120, 0],
    [240, 28],
  ]);
});

test.each([
  [[band(1), band(2)]],
  [[band(1), band(null), band(3)]],
  [[band(1, "m"), band(2, "degrees"), band(3, "m")]],
])("values that cannot be compared have none", (values) => {
  expect(spectrumPoints(values)).toBeUndefined();
});
