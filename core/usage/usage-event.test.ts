import { expect, test } from "vitest";
import { utcDayStart, utcMonthStart } from "./usage-event.ts";

test("days and months are those of UTC, over the ends of years too", () => {
  const lastSecond = Date.parse("2026-12-31T23:59:59.999Z");
  expect(new Date(utcDayStart(lastSecond)).toISOString()).toBe("2026-12-31T00:00:00.000Z");
  expect(utcMonthStart(lastSecond).toISOString()).toBe("2026-12-01T00:00:00.000Z");
  expect(utcMonthStart(lastSecond, 1).toISOString()).toBe("2027-01-01T00:00:00.000Z");
  expect(utcMonthStart(lastSecond, -12).toISOString()).toBe("2025-12-01T00:00:00.000Z");
});
