import { expect, test } from "vitest";
import { forecastOf, reachedThresholds } from "./budget-standing.ts";

const budget = { amount: 100n, thresholds: [100, 50, 80], forecast: true };

test("a threshold is reached at its share of the amount, exactly", () => {
  expect(reachedThresholds(budget, 49n, undefined)).toEqual([]);
  expect(reachedThresholds(budget, 50n, undefined)).toEqual(["50"]);
  expect(reachedThresholds(budget, 79n, undefined)).toEqual(["50"]);
  expect(reachedThresholds(budget, 100n, 100n)).toEqual(["50", "80", "100"]);
});

test("a forecast counts when it exceeds the amount, and only where it is wanted", () => {
  expect(reachedThresholds(budget, 10n, 100n)).toEqual([]);
  expect(reachedThresholds(budget, 10n, 101n)).toEqual(["forecast"]);
  expect(reachedThresholds({ ...budget, forecast: false }, 10n, 101n)).toEqual([]);
});

test("a month is forecast from its fourth day on, and is what it is once over", () => {
  const at = (text: string) => forecastOf(100n, "2026-11-01", Date.parse(text));
  expect(at("2026-11-03T23:59:59Z")).toBeUndefined();
  expect(at("2026-11-07T00:00:00Z")).toBe(500n);
  expect(at("2026-12-20T00:00:00Z")).toBe(100n);
});
