import { expect, test } from "vitest";
import type { UsageEvent } from "./usage-event.ts";
import { decodeUsageEvents, encodeUsageEvents } from "./usage-wire.ts";

const event: UsageEvent = {
  eventId: "0199b8c0-0000-7000-8000-000000000001",
  kind: "tile",
  occurredAtMs: 1_790_000_000_000,
  organizationId: "0199b8c0-0000-7000-8000-000000000002",
  linkId: "0199b8c0-0000-7000-8000-000000000003",
  targetId: "0199b8c0-0000-7000-8000-000000000004",
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

/** As the version before wrote it, which called the target an item: into the stream and into journals. */
const WRITTEN_BY_0_1 =
  '[["0199b8c0-0000-7000-8000-000000000001","tile",1790000000000,"0199b8c0-0000-7000-8000-000000000002","0199b8c0-0000-7000-8000-000000000003","0199b8c0-0000-7000-8000-000000000004",12345,"memory",200],["0199b8c0-0000-7000-8000-000000000009",1790000000001,7]]';

test("entries of the previous version are read, and those of this one are the same text", () => {
  const events = [
    event,
    {
      ...event,
      eventId: "0199b8c0-0000-7000-8000-000000000009",
      occurredAtMs: event.occurredAtMs + 1,
      bytes: 7,
    },
  ];
  expect(decodeUsageEvents(WRITTEN_BY_0_1)).toEqual({ events, rejects: [] });
  expect(encodeUsageEvents(events)).toBe(WRITTEN_BY_0_1);
});

test("what an event shares with the one before it is written once", () => {
  const second = { ...event, eventId: "0199b8c0-0000-7000-8000-000000000009", bytes: 7 };
  const mixed = [event, second, { ...event, status: 304 }, second, { ...second, linkId: event.targetId }];
  expect(decodeUsageEvents(encodeUsageEvents(mixed)).events).toEqual(mixed);
  const [one, hundred] = [1, 100].map(
    (count) => encodeUsageEvents(Array.from({ length: count }, () => event)).length,
  );
  expect(((hundred ?? NaN) - (one ?? NaN)) / 99).toBeLessThan(70);
});

test("a short row with nothing before it is rejected", () => {
  expect(decodeUsageEvents(`[["${event.eventId}",1,1]]`)).toMatchObject({ events: [], rejects: [{}] });
});

test.each(["", "{", "null", "7", '"text"', "{}"])("%j is rejected whole", (text) => {
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
])("%s is rejected, the events around it are kept", (_what, change) => {
  const decoded = decodeUsageEvents(encodeUsageEvents([event, { ...event, ...change }, event]));
  expect(decoded.events).toHaveLength(2);
  expect(decoded.rejects).toHaveLength(1);
  expect(decoded.rejects[0]?.reason).not.toBe("not an event");
});
