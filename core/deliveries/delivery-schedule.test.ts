import { expect, test } from "vitest";
import { dueMonths, nextRunMs } from "./delivery-schedule.ts";

const at = (text: string) => Date.parse(text);

test("a delivery runs at its hour, today if that is still to come", () => {
  expect(nextRunMs(3, at("2026-11-28T02:59:59Z"))).toBe(at("2026-11-28T03:00:00Z"));
  expect(nextRunMs(3, at("2026-11-28T03:00:00Z"))).toBe(at("2026-11-29T03:00:00Z"));
});

test("open months come every day, a closed one once more, and then no more", () => {
  const due = (closed: string[], delivered: string[], bringsOpen = true) =>
    dueMonths(at("2026-10-20T00:00:00Z"), at("2026-11-02T00:00:00Z"), {
      closed: new Set(closed),
      delivered: new Set(delivered),
      bringsOpen,
    });
  const november = { month: "2026-11-01", isFinal: false };
  expect(due([], [])).toEqual([{ month: "2026-10-01", isFinal: false }, november]);
  expect(due(["2026-10-01"], [])).toEqual([{ month: "2026-10-01", isFinal: true }, november]);
  expect(due(["2026-10-01"], ["2026-10-01"])).toEqual([november]);
  expect(due(["2026-10-01"], [], false)).toEqual([{ month: "2026-10-01", isFinal: true }]);
});

test("a delivery goes back thirteen months at most", () => {
  const rules = { closed: new Set<string>(), delivered: new Set<string>(), bringsOpen: true };
  expect(dueMonths(at("2024-01-01T00:00:00Z"), at("2026-11-02T00:00:00Z"), rules)).toHaveLength(13);
});
