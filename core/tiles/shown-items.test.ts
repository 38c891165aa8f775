import { describe, expect, test } from "vitest";
import { isNarrow, isShown, parseInterval } from "./shown-items.ts";

const item = (itemId: string, time?: string) => ({
  itemId,
  datetime: time === undefined ? null : new Date(time),
});

describe("a choice among the items of a collection", () => {
  test("shows only the items that it names, and none that it hides", () => {
    expect(isShown({ items: ["a"] }, item("a"))).toBe(true);
    expect(isShown({ items: ["a"] }, item("b"))).toBe(false);
    expect(isShown({ hidden: ["a"] }, item("a"))).toBe(false);
    expect(isShown({ items: ["a"], hidden: ["a"] }, item("a"))).toBe(false);
    expect(isShown({}, item("a"))).toBe(true);
    expect([isNarrow({}), isNarrow({ hidden: [] }), isNarrow({ items: [] })]).toEqual([false, false, true]);
  });

  test("of a time shows items within it, its ends included, and none without a time", () => {
    const interval = parseInterval("2026-05-01T00:00:00Z/2026-05-31T00:00:00Z");
    expect(isShown({ interval }, item("a", "2026-05-01T00:00:00Z"))).toBe(true);
    expect(isShown({ interval }, item("a", "2026-05-31T00:00:00.001Z"))).toBe(false);
    expect(isShown({ interval }, item("a"))).toBe(false);
    expect(isShown({ interval: parseInterval("../2026-05-01T00:00:00Z") }, item("a", "2020-01-01"))).toBe(
      true,
    );
  });
});

test.each([
  "",
  "..",
  "../..",
  "2026-05-01",
  "2026-13-01T00:00:00Z",
  "2026-05-02T00:00:00Z/2026-05-01T00:00:00Z",
])("%j is no interval", (text) => {
  expect(parseInterval(text)).toBeUndefined();
});
