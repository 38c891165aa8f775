import { exactSum, NO_USAGE, type ExactUsageSum, type UsageCounter } from "../../core/billing/billable.ts";
import { DAY_MS, utcDayStart, type UsageEvent } from "../../core/usage/usage-event.ts";
import { timingOf } from "../../core/usage/usage-timing.ts";
import { linkDataSql } from "../events/publish-event.ts";
import { shareBooks } from "../billing/billing-books.ts";
import type { Database, Queryable } from "../database/database.ts";
import {
  ADD_EXCLUDED,
  COUNTER_COLUMNS,
  SUMS_OF_EVENTS,
  TEXT_SUMS_OF_ROLLUPS,
  whereCounted,
} from "./usage-counters.ts";
import { insertIntoPartitions } from "./usage-partitions.ts";

/** What became of a batch of events. */
export interface RecordingOutcome {
  /** Events that were not recorded before. */
  readonly recorded: number;
  /** Events that claim a time too far ahead: they count at the time of their arrival. */
  readonly reclocked: number;
  /** Events that came too late to be counted, see core/usage/usage-timing.ts. */
  readonly expired: readonly UsageEvent[];
}

/**
 * Records events and adds the new ones to the rollups and the links' access counters, in one transaction.
 * Idempotent: events that are already recorded change nothing. Events of a sealed month are booked in the
 * first open one.
 */
export async function recordUsage(
  database: Database,
  events: readonly UsageEvent[],
  nowMs: number,
): Promise<RecordingOutcome> {
  const expired = events.filter((event) => timingOf(event, nowMs) === "expired");
  const accepted = events.filter((event) => timingOf(event, nowMs) !== "expired");
  if (accepted.length === 0) return { recorded: 0, reclocked: 0, expired };
  const ahead = accepted.filter((event) => timingOf(event, nowMs) === "ahead");
  const insert = (transaction: Queryable) => insertUsage(transaction, accepted, ahead, nowMs);
  const recorded = await insertIntoPartitions(database, daysOf(accepted, nowMs), () =>
    database.begin(insert),
  );
  return { recorded, reclocked: ahead.length, expired };
}

async function insertUsage(
  transaction: Queryable,
  accepted: readonly UsageEvent[],
  ahead: readonly UsageEvent[],
  nowMs: number,
): Promise<number> {
  const firstOpenMonth = await shareBooks(transaction);
  await keepArrivalTimes(transaction, ahead, nowMs);
  const times = await findArrivalTimes(transaction, accepted);
  return await insertEvents(transaction, accepted, times, firstOpenMonth);
}

/** The days that may receive rows; a clock ahead counts today. */
function daysOf(events: readonly UsageEvent[], nowMs: number): number[] {
  const isAhead = (event: UsageEvent) => timingOf(event, nowMs) === "ahead";
  return [...new Set(events.map((event) => utcDayStart(isAhead(event) ? nowMs : event.occurredAtMs)))];
}

/** The first arrival decides, whichever worker it comes to. */
async function keepArrivalTimes(
  transaction: Queryable,
  ahead: readonly UsageEvent[],
  nowMs: number,
): Promise<void> {
  if (ahead.length === 0) return;
  await transaction`
    insert into usage_reclocked (event_id, claimed_at, occurred_at)
    select event_id, claimed_at, ${new Date(nowMs).toISOString()}::text::timestamptz from unnest(
      ${ahead.map((event) => event.eventId)}::uuid[],
      ${ahead.map((event) => new Date(event.occurredAtMs).toISOString())}::timestamptz[]) as claimed (event_id, claimed_at)
    order by event_id
    on conflict do nothing`;
}

/** Also for events that no longer look ahead: an earlier copy may have arrived when they did. */
async function findArrivalTimes(
  transaction: Queryable,
  events: readonly UsageEvent[],
): Promise<ReadonlyMap<string, string>> {
  let [first, last] = [Infinity, -Infinity];
  for (const { occurredAtMs } of events) {
    first = Math.min(first, occurredAtMs);
    last = Math.max(last, occurredAtMs);
  }
  const rows = await transaction<{ event_id: string; occurred_at: Date }[]>`
    select event_id, occurred_at from usage_reclocked
    where claimed_at between ${new Date(first)} and ${new Date(last)}`;
  return new Map(rows.map((row) => [row.event_id, row.occurred_at.toISOString()]));
}

/**
 * Rows are touched in the order of their keys everywhere: workers wait for each other instead of locking each
 * other out. The database adds hours to their days.
 */
async function insertEvents(
  transaction: Queryable,
  events: readonly UsageEvent[],
  arrivalTimes: ReadonlyMap<string, string>,
  firstOpenMonth: string,
): Promise<number> {
  const columns = transaction.unsafe(COUNTER_COLUMNS);
  const sums = transaction.unsafe(SUMS_OF_EVENTS);
  const added = transaction.unsafe(ADD_EXCLUDED);
  const isAccess = transaction.unsafe(whereCounted("accesses"));
  const firstOpened = transaction.unsafe(linkDataSql("link"));
  const [counted] = await transaction<{ recorded: number }[]>`
    with recorded as (
      insert into usage_events
        (event_id, occurred_at, kind, organization_id, link_id, target_id, bytes, cache_result, status, booked_in)
      select event.*, greatest(date_trunc('month', event.occurred_at)::date, ${firstOpenMonth}::text::date) from unnest(
        ${events.map((event) => event.eventId)}::uuid[],
        ${events.map((event) => arrivalTimes.get(event.eventId) ?? new Date(event.occurredAtMs).toISOString())}::timestamptz[],
        ${events.map((event) => event.kind)}::text[],
        ${events.map((event) => event.organizationId)}::uuid[],
        ${events.map((event) => event.linkId)}::uuid[],
        ${events.map((event) => event.targetId)}::uuid[],
        ${events.map((event) => event.bytes)}::integer[],
        ${events.map((event) => event.cacheResult)}::text[],
        ${events.map((event) => event.status)}::smallint[])
        as event (event_id, occurred_at, kind, organization_id, link_id, target_id, bytes, cache_result, status)
      order by event_id
      on conflict do nothing
      returning occurred_at, kind, organization_id, link_id, target_id, bytes, status, booked_in
    ), dated as (
      select *, date_trunc('hour', occurred_at) as hour, date_trunc('month', occurred_at)::date as month from recorded
    ), hours as (
      insert into usage_rollups as rollups
        (booked_in, organization_id, hour, link_id, target_id, ${columns})
      select booked_in, organization_id, hour, link_id, target_id, ${sums}
      from dated group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (booked_in, organization_id, hour, link_id, target_id) do update set ${added}
    ), months as (
      insert into usage_months as rollups
        (booked_in, organization_id, month, link_id, target_id, ${columns})
      select booked_in, organization_id, month, link_id, target_id, ${sums}
      from dated group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (booked_in, organization_id, month, link_id, target_id) do update set ${added}
    ), accesses as (
      select link_id, count(*) as accesses, max(occurred_at) as last from recorded where ${isAccess} group by link_id
    ), locked as materialized (
      select share_links.id, accesses.accesses, accesses.last from share_links join accesses on accesses.link_id = share_links.id
      order by share_links.id for update of share_links
    ), accessed as (
      update share_links set
        access_count = access_count + locked.accesses,
        last_accessed_at = greatest(last_accessed_at, locked.last)
      from locked where share_links.id = locked.id
    ), opened as (
      insert into events (organization_id, type, fact, data)
      select link.organization_id, 'link.opened', link.id::text, ${firstOpened}
      from locked join share_links as link on link.id = locked.id where link.access_count = 0
      on conflict do nothing
    )
    select count(*) as recorded from recorded`;
  return counted?.recorded ?? 0;
}

/**
 * Sums what an organization used in each of these months (first instants), in their order, whenever it was
 * booked.
 */
export async function sumUsageByMonth(
  database: Queryable,
  organizationId: string,
  months: readonly Date[],
): Promise<ExactUsageSum[]> {
  const names = months.map((month) => month.toISOString().slice(0, 10));
  const rows = await database<(Record<UsageCounter, string> & { month: string })[]>`
    select month::text as month, ${database.unsafe(TEXT_SUMS_OF_ROLLUPS)} from usage_months
    where organization_id = ${organizationId} and month = any(${names}::text[]::date[])
    group by month`;
  const found = new Map(rows.map(({ month, ...sum }) => [month, exactSum(sum)]));
  return names.map((name) => found.get(name) ?? NO_USAGE);
}

/** The UTC days of a span for which partitions are to be made ahead. */
export function daysAhead(nowMs: number, days: number): number[] {
  return Array.from({ length: days + 1 }, (_, index) => utcDayStart(nowMs) + index * DAY_MS);
}
