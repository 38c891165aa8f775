import { expect, test } from "vitest";
import { parseRange } from "./byte-range.ts";

test.each([
  ["bytes=0-0", { kind: "part", first: 0, last: 0 }],
  ["bytes=10-", { kind: "part", first: 10, last: 99 }],
  ["bytes=-10", { kind: "part", first: 90, last: 99 }],
  ["bytes=-1000", { kind: "part", first: 0, last: 99 }],
  ["bytes=50-1000", { kind: "part", first: 50, last: 99 }],
  ["bytes=100-", { kind: "unsatisfiable" }],
  ["bytes=-0", { kind: "unsatisfiable" }],
  ["bytes=20-10", { kind: "whole" }],
  ["bytes=0-1,5-6", { kind: "whole" }],
  ["lines=1-2", { kind: "whole" }],
  ["bytes=-", { kind: "whole" }],
  [undefined, { kind: "whole" }],
])("of 100 bytes, %s means %o", (header, expected) => {
  expect(parseRange(header, 100)).toEqual(expected);
});
