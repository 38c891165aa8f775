import { expect, test } from "vitest";
import { newId } from "./ids.ts";
import {
  decodeUsageEvents,
  encodeUsageEvents,
  utcDayStart,
  utcMonthStart,
  type UsageEvent,
} from "./usage.ts";

test("events survive the stream and the journal, one line a batch", () => {
  const event: UsageEvent = {
    eventId: newId(),
    kind: "tile",
    occurredAtMs: 1_795_470_762_276,
    organizationId: newId(),
    linkId: newId(),
    itemId: newId(),
    bytes: 12_345,
    cacheResult: "store",
    status: 200,
  };
  const text = encodeUsageEvents([event, { ...event, kind: "access", cacheResult: "none" }]);
  expect(text).not.toContain("\n");
  expect(decodeUsageEvents(text)).toEqual([event, { ...event, kind: "access", cacheResult: "none" }]);
  expect(() => decodeUsageEvents("{broken")).toThrow();
});

test("days and months are those of UTC, over the ends of years too", () => {
  const lastSecond = Date.parse("2026-12-31T23:59:59.999Z");
  expect(new Date(utcDayStart(lastSecond)).toISOString()).toBe("2026-12-31T00:00:00.000Z");
  expect(utcMonthStart(lastSecond).toISOString()).toBe("2026-12-01T00:00:00.000Z");
  expect(utcMonthStart(lastSecond, 1).toISOString()).toBe("2027-01-01T00:00:00.000Z");
  expect(utcMonthStart(lastSecond, -12).toISOString()).toBe("2025-12-01T00:00:00.000Z");
});
