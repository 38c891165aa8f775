import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../infra/new-id.ts";
import { DAY_MS, type UsageEvent } from "../../core/usage/usage-event.ts";
import { CLOCK_SKEW_MAX_MS, RAW_DROP_AGE_MS, RAW_RETENTION_MS } from "../../core/usage/usage-timing.ts";
import { encodeUsageEvents } from "../../core/usage/usage-wire.ts";
import { createLogger } from "../../infra/logger.ts";
import { createMetrics } from "../../infra/metrics.ts";
import { openPatientConnection, type RedisConnection } from "../../queue/connection.ts";
import { UsageStream } from "../../queue/usage-stream.ts";
import { openDatabase } from "../../storage/database/database.ts";
import { recordUsage } from "../../storage/usage/usage-ledger.ts";
import { ensureUsagePartitions, retireUsagePartitions } from "../../storage/usage/usage-partitions.ts";
import { MeteringDrain } from "../../workers/metering/metering-drain.ts";
import { maintainLedger } from "../../workers/metering/maintain-ledger.ts";
import { startCuttableProxy } from "../faults/cuttable-proxy.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const NOW = Date.parse("2026-11-02T12:00:00Z");

let system: TestSystem;
let connection: RedisConnection;
let stream: UsageStream;

beforeAll(async () => {
  system = await startSystem({ pools: ["metering"], settings: { LOG_LEVEL: "silent" } });
  connection = openPatientConnection(system.config, createLogger(system.config, "test"));
  stream = new UsageStream(connection, system.config.REDIS_PREFIX);
});
afterAll(async () => {
  connection.disconnect();
  await system.stop();
});

function eventAt(occurredAtMs: number, fields: Partial<UsageEvent> = {}): UsageEvent {
  return {
    eventId: newId(),
    kind: "tile",
    occurredAtMs,
    organizationId: newId(),
    linkId: newId(),
    targetId: newId(),
    bytes: 100,
    cacheResult: "memory",
    status: 200,
    ...fields,
  };
}

async function hoursOf({ organizationId }: UsageEvent) {
  return await system.deps.database<{ hour: Date; booked_in: string; tile_requests: number }[]>`
    select hour, booked_in::text, tile_requests from usage_rollups where organization_id = ${organizationId}`;
}

async function tilesOf({ organizationId }: UsageEvent): Promise<number> {
  return (await hoursOf({ organizationId } as UsageEvent)).reduce((sum, row) => sum + row.tile_requests, 0);
}

test("what is no usage becomes a dead letter and does not hold up what comes after it", async () => {
  const event = eventAt(Date.now());
  await stream.append("this is no usage");
  await stream.append(JSON.stringify([["not", "an", "event"]]));
  await connection.xadd(`${system.config.REDIS_PREFIX}:usage`, "*", "something", "else");
  await stream.append(encodeUsageEvents([{ ...event, eventId: "none" }, event]));
  await expect.poll(() => tilesOf(event)).toBe(1);
  await expect.poll(() => stream.length()).toBe(0);
  const reasons = (await stream.listDeadLetters(10)).map((letter) => letter.reason);
  expect(reasons).toHaveLength(4);
  expect(reasons).toContain("not a JSON list of events");
  expect(reasons).toContain('no field "events"');
});

test("an event counts in its own hour, however late it arrives", async () => {
  const event = eventAt(NOW - 5 * DAY_MS - 1);
  expect(await recordUsage(system.deps.database, [event], NOW)).toMatchObject({ recorded: 1, expired: [] });
  expect(await hoursOf(event)).toMatchObject([
    { hour: new Date("2026-10-28T11:00:00Z"), booked_in: "2026-10-01" },
  ]);
});

test("an event days late, over the end of a month that is sealed by now, keeps its hour and is booked in the open month", async () => {
  const { database } = system.deps;
  const [inTime, late] = [0, 1].map(() => eventAt(Date.parse("2026-10-31T23:59:59.999Z")));
  await recordUsage(database, [inTime as UsageEvent], NOW);
  await database`update billing_books set sealed_through = '2026-10-01'`;
  await recordUsage(database, [inTime as UsageEvent, late as UsageEvent], NOW + 4 * DAY_MS);
  await database`update billing_books set sealed_through = null`;
  const hour = new Date("2026-10-31T23:00:00Z");
  expect(await hoursOf(inTime as UsageEvent)).toMatchObject([
    { hour, booked_in: "2026-10-01", tile_requests: 1 },
  ]);
  expect(await hoursOf(late as UsageEvent)).toMatchObject([
    { hour, booked_in: "2026-11-01", tile_requests: 1 },
  ]);
});

test("processes whose clocks differ around a month's end each count by their own time, and nothing twice", async () => {
  const { database } = system.deps;
  const monthsEnd = Date.parse("2026-11-01T00:00:00Z");
  const organizationId = newId();
  const skews = [-CLOCK_SKEW_MAX_MS, -1, 0, CLOCK_SKEW_MAX_MS];
  const events = skews.map((skew) => eventAt(monthsEnd + skew, { organizationId }));
  for (const workersSkew of [-5_000, 0, 5_000])
    await recordUsage(database, events, monthsEnd + workersSkew + 5_000);
  const months = await database`
    select month::text as month, sum(tile_requests)::bigint as tiles from usage_months
    where organization_id = ${organizationId} group by month order by month`;
  expect(months).toEqual([
    { month: "2026-10-01", tiles: 2 },
    { month: "2026-11-01", tiles: 2 },
  ]);
});

test("a clock that runs a little ahead is believed", async () => {
  const event = eventAt(NOW + CLOCK_SKEW_MAX_MS);
  expect(await recordUsage(system.deps.database, [event], NOW)).toMatchObject({ recorded: 1, reclocked: 0 });
});

test("an event too far ahead counts once, at the time of its first arrival, whenever it is sent again", async () => {
  const { database } = system.deps;
  const event = eventAt(NOW + 40 * DAY_MS);
  expect(await recordUsage(database, [event], NOW)).toMatchObject({ recorded: 1, reclocked: 1 });
  for (const later of [0, DAY_MS, 40 * DAY_MS, 45 * DAY_MS]) {
    expect(await recordUsage(database, [event], NOW + later)).toMatchObject({ recorded: 0 });
  }
  expect(await hoursOf(event)).toMatchObject([{ hour: new Date(NOW), tile_requests: 1 }]);
});

test("an event older than the raw events it would be compared with is refused, one just inside is not", async () => {
  const { database } = system.deps;
  const tooOld = eventAt(NOW - RAW_RETENTION_MS - 1);
  const inside = eventAt(NOW - RAW_RETENTION_MS);
  const outcome = await recordUsage(database, [tooOld, inside], NOW);
  expect(outcome).toEqual({ recorded: 1, reclocked: 0, expired: [tooOld] });
  expect([await tilesOf(tooOld), await tilesOf(inside)]).toEqual([0, 1]);
});

test("an expired event that comes through the stream becomes a dead letter", async () => {
  const tooOld = eventAt(Date.now() - RAW_RETENTION_MS - DAY_MS);
  await stream.append(encodeUsageEvents([tooOld]));
  await expect.poll(async () => (await stream.listDeadLetters(1))[0]?.text).toBe(encodeUsageEvents([tooOld]));
});

test("many workers that record overlapping batches again and again count everything once", async () => {
  const organizationId = newId();
  const links = Array.from({ length: 20 }, () => newId());
  const events = Array.from({ length: 2_000 }, (_, index) =>
    eventAt(NOW + (index % 7) * 3_600_000 - DAY_MS, { organizationId, linkId: links[index % 20] ?? "" }),
  );
  const shuffled = (by: number) =>
    events.toSorted((a, b) => (a.eventId.at(-by) ?? "").localeCompare(b.eventId.at(-by) ?? ""));
  const recorded = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((by) => recordUsage(system.deps.database, shuffled(by), NOW)),
  );
  expect(recorded.reduce((sum, outcome) => sum + outcome.recorded, 0)).toBe(2_000);
  expect(await tilesOf({ organizationId } as UsageEvent)).toBe(2_000);
});

test("raw days are dropped only when their month is sealed and their rollups are right; rollups stay", async () => {
  const { database } = system.deps;
  const then = NOW - 95 * DAY_MS;
  const event = eventAt(then);
  const wrong = eventAt(then - DAY_MS);
  for (const each of [event, wrong]) await recordUsage(database, [each], each.occurredAtMs);
  await database`update usage_rollups set tile_requests = 2 where organization_id = ${wrong.organizationId}`;
  await ensureUsagePartitions(database, [NOW]);
  const retire = () => retireUsagePartitions(database, NOW - RAW_DROP_AGE_MS);
  expect((await retire()).map(({ outcome }) => outcome)).toEqual(["open", "open"]);
  await database`update billing_books set sealed_through = '2026-07-01'`;
  const retired = await retire();
  await database`update billing_books set sealed_through = null`;
  expect(retired).toEqual([
    { day: "2026-07-29", outcome: "different" },
    { day: "2026-07-30", outcome: "retired" },
  ]);
  expect(await tilesOf(event)).toBe(1);
  expect(await database`select events from usage_retired_days where day = '2026-07-30'`).toMatchObject([
    { events: 1 },
  ]);
});

test("a backup that reads the ledger holds neither usage nor new days up; an old day stays until it has ended", async () => {
  const { database } = system.deps;
  const old = eventAt(NOW - 98 * DAY_MS);
  await recordUsage(database, [old], old.occurredAtMs);
  await database`update billing_books set sealed_through = '2026-07-01'`;
  const today = eventAt(NOW + 30 * DAY_MS);
  const day = new Date(old.occurredAtMs).toISOString().slice(0, 10);
  const retire = () => retireUsagePartitions(database, old.occurredAtMs + DAY_MS);
  const during = await openDatabase(system.ownerUrl, 1).begin(async (backup) => {
    await backup`select count(*) from usage_events`;
    await ensureUsagePartitions(database, [today.occurredAtMs - 12 * 3_600_000]);
    await recordUsage(database, [today], today.occurredAtMs);
    return await retire();
  });
  expect(during).toContainEqual({ day, outcome: "read" });
  expect(await tilesOf(today)).toBe(1);
  expect(await retire()).toContainEqual({ day, outcome: "retired" });
  await database`update billing_books set sealed_through = null`;
});

test("the days to come have their partitions a week ahead, over a year's end; days past their retention lose theirs", async () => {
  const { database } = system.deps;
  const now = Date.parse("2026-12-29T10:00:00Z");
  const old = eventAt(now - RAW_DROP_AGE_MS - 2 * DAY_MS);
  await recordUsage(database, [old], old.occurredAtMs);
  await database`update billing_books set sealed_through = '2026-12-01'`;
  await maintainLedger(database, now, createLogger(system.config, "test"));
  await database`update billing_books set sealed_through = null`;
  const days = await database<{ day: string }[]>`
    select right(relname, 8) as day from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'usage_events'::regclass order by 1`;
  const names = days.map(({ day }) => day);
  for (const day of ["20261229", "20261231", "20270101", "20270105"]) expect(names).toContain(day);
  expect(names).not.toContain(new Date(old.occurredAtMs).toISOString().slice(0, 10).replaceAll("-", ""));
  expect(await tilesOf(old)).toBe(1);
});

test("a connection that answers nothing any more is given up, and its events are counted once on another", async () => {
  const url = new URL(system.config.DATABASE_URL);
  const proxy = await startCuttableProxy(Number(url.port));
  url.port = String(proxy.port);
  const database = openDatabase(url.href, 1, { queryMs: 300, waitMs: 10_000 });
  await database`select 1`;
  proxy.silence();
  const prefix = `{t-${newId()}}`;
  const own = openPatientConnection(system.config, createLogger(system.config, "test"));
  const drain = new MeteringDrain(
    {
      partition: prefix,
      reading: new UsageStream(own, prefix),
      acknowledging: new UsageStream(connection, prefix),
      database,
      logger: createLogger({ ...system.config, LOG_LEVEL: "silent" }, "test"),
      metrics: createMetrics(),
      clock: Date.now,
    },
    "test",
  );
  const event = eventAt(Date.now());
  await new UsageStream(connection, prefix).append(encodeUsageEvents([event]));
  drain.start();
  await expect.poll(() => tilesOf(event), { timeout: 15_000 }).toBe(1);
  await drain.close();
  await database.end({ timeout: 0 });
  own.disconnect();
  await proxy.close();
});
