import { expect, test } from "vitest";
import { coverWithWindows, windowEnd, windowStart } from "./usage-window.ts";

const at = (text: string) => Date.parse(text);

test("windows begin and end at whole hours, days and months of UTC", () => {
  const time = at("2024-02-29T23:59:59.999Z");
  expect(windowStart("hour", time)).toBe(at("2024-02-29T23:00Z"));
  expect(windowEnd("hour", at("2024-02-29T23:00Z"))).toBe(at("2024-03-01T00:00Z"));
  expect(windowEnd("day", windowStart("day", time))).toBe(at("2024-03-01T00:00Z"));
  expect(windowStart("month", time)).toBe(at("2024-02-01T00:00Z"));
  expect(windowEnd("month", at("2024-12-01T00:00Z"))).toBe(at("2025-01-01T00:00Z"));
});

test("a span is widened to whole windows, and an exact one stays", () => {
  const cover = coverWithWindows("day", at("2026-03-01T10:00Z"), at("2026-03-03T00:00Z"));
  expect(cover).toEqual({ fromMs: at("2026-03-01T00:00Z"), toMs: at("2026-03-03T00:00Z") });
  const month = coverWithWindows("month", at("2026-03-15T00:00Z"), at("2026-03-15T00:01Z"));
  expect(month).toEqual({ fromMs: at("2026-03-01T00:00Z"), toMs: at("2026-04-01T00:00Z") });
});

test("a span that is empty, reversed or longer than the most windows is named", () => {
  const from = at("2026-01-01T00:00Z");
  expect(coverWithWindows("day", from, from)).toEqual({ fault: "must lie after from" });
  expect(coverWithWindows("day", from, from + 366 * 86_400_000)).not.toHaveProperty("fault");
  expect(coverWithWindows("day", from, from + 366 * 86_400_000 + 1)).toHaveProperty("fault");
  expect(coverWithWindows("hour", from, from + 744 * 3_600_000 + 1)).toHaveProperty("fault");
  expect(coverWithWindows("month", from, at("2036-01-01T00:00Z"))).not.toHaveProperty("fault");
  expect(coverWithWindows("month", from, at("2036-01-01T00:00:01Z"))).toHaveProperty("fault");
});
