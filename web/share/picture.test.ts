import { expect, test } from "vitest";
import { roundLength } from "./picture.ts";

test.each([
  [1, 1],
  [4.9, 2],
  [73, 50],
  [999, 500],
  [1_000, 1_000],
])("a bar of %d metres at most is %d metres long", (metres, round) => {
  expect(roundLength(metres)).toBe(round);
});
