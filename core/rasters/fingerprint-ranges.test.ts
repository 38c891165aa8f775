import { expect, test } from "vitest";
import { fingerprintRanges } from "./fingerprint-ranges.ts";

test("a small file is its whole content, and an empty one has no parts", () => {
  expect(fingerprintRanges(0)).toEqual([]);
  expect(fingerprintRanges(1)).toEqual([{ first: 0, last: 0 }]);
  expect(fingerprintRanges(1024 * 1024)).toEqual([{ first: 0, last: 1024 * 1024 - 1 }]);
});

test.each([1024 * 1024 + 1, 5_000_000, 8 * 1024 ** 3])(
  "of %i bytes, the parts are in order, apart, and within the file, and hold both ends",
  (bytes) => {
    const ranges = fingerprintRanges(bytes);
    expect(ranges[0]?.first).toBe(0);
    expect(ranges.at(-1)?.last).toBe(bytes - 1);
    for (const [at, { first, last }] of ranges.entries()) {
      expect(last).toBeGreaterThanOrEqual(first);
      if (at > 0) expect(first).toBeGreaterThan(ranges[at - 1]!.last);
    }
    expect(ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)).toBeLessThan(1024 * 1024);
  },
);
