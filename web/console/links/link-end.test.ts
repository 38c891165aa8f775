import { expect, test } from "vitest";
import { defaultEnd, endOfDay } from "./link-end.ts";

const now = new Date("2026-11-28T12:00:00").getTime();

test.each([
  [{ link_lifetime_default_days: null, link_lifetime_max_days: null }, "2026-12-28"],
  [{ link_lifetime_default_days: 7, link_lifetime_max_days: null }, "2026-12-05"],
  // The end of the last day would be beyond the longest lifetime.
  [{ link_lifetime_default_days: null, link_lifetime_max_days: 7 }, "2026-12-04"],
])("a form under %j starts with %s", (rules, end) => {
  expect(defaultEnd(rules, now)).toBe(end);
});

test("a link is open to the end of its last day, as its maker's clock counts days", () => {
  expect(new Date(endOfDay("2026-12-28")).getHours()).toBe(23);
  expect(endOfDay("")).toBe("");
});
