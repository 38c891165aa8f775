import { expect, test } from "vitest";
import type { UsageEvent } from "./usage-event.ts";
import { decodeUsageEvents, encodeUsageEvents } from "./usage-wire.ts";

const event: UsageEvent = {
  eventId: "0199b8c0-0000-7000-8000-000000000001",
  kind: "tile",
  occurredAtMs: 1_790_000_000_000,
  organizationId: "0199b8c0-0000-7000-8000-000000000002",
  linkId: "0199b8c0-0000-7000-8000-000000000003",
  itemId: "0199b8c0-0000-7000-8000-000000000004",
  bytes: 12_345,
  cacheResult: "memory",
  status: 200,
};

test("events come back as they were written", () => {
  expect(decodeUsageEvents(encodeUsageEvents([event, event]))).toEqual({
    events: [event, event],
    rejects: [],
  });
});

test("what an event shares with the one before it is written once", () => {
  const second = { ...event, eventId: "0199b8c0-0000-7000-8000-000000000009", bytes: 7 };
  const mixed = [event, second, { ...event, status: 304 }, second, { ...second, linkId: event.itemId }];
  expect(decodeUsageEvents(encodeUsageEvents(mixed)).events).toEqual(mixed);
  const [one, hundred] = [1, 100].map(
    (count) => encodeUsageEvents(Array.from({ length: count }, () => event)).length,
  );
  expect(((hundred ?? NaN) - (one ?? NaN)) / 99).toBeLessThan(70);
});

test("a short row with nothing before it is put aside", () => {
  expect(decodeUsageEvents(`[["${event.eventId}",1,1]]`)).toMatchObject({ events: [], rejects: [{}] });
});

test.each(["", "{", "null", "7", '"text"', "{}"])("%j is put aside whole", (text) => {
  expect(decodeUsageEvents(text)).toEqual({
    events: [],
    rejects: [{ text, reason: "not a JSON list of events" }],
  });
});

test.each([
  ["an id that is none", { eventId: "x" }],
  ["a negative size", { bytes: -1 }],
  ["a size beyond the column", { bytes: 2 ** 31 }],
  ["half a byte", { bytes: 0.5 }],
  ["a time that is text", { occurredAtMs: '"now"' as never }],
  ["an unknown kind", { kind: "gift" as never }],
  ["an unknown cache result", { cacheResult: "luck" as never }],
])("%s is put aside, the events around it are kept", (_what, change) => {
  const decoded = decodeUsageEvents(encodeUsageEvents([event, { ...event, ...change }, event]));
  expect(decoded.events).toHaveLength(2);
  expect(decoded.rejects).toHaveLength(1);
  expect(decoded.rejects[0]?.reason).not.toBe("not an event");
});
