import { expect, test } from "vitest";
import { addressEnd, outlives } from "./address-life.ts";

const NOW_MS = Date.parse("2026-12-01T00:00:00.500Z");

test("addresses end after an hour or a day, or only with their link", () => {
  const at = (seconds: number) => new Date(seconds * 1000).toISOString();
  expect(at(addressEnd("hour", NOW_MS))).toBe("2026-12-01T01:00:00.000Z");
  expect(at(addressEnd("day", NOW_MS))).toBe("2026-12-02T00:00:00.000Z");
  expect(addressEnd("link", NOW_MS)).toBeGreaterThan(Date.parse("2100-01-01") / 1000);
});

test("only a shorter choice leaves addresses that live too long", () => {
  expect(outlives("link", "day")).toBe(true);
  expect(outlives("day", "hour")).toBe(true);
  expect(outlives("day", "day")).toBe(false);
  expect(outlives("hour", "link")).toBe(false);
});
