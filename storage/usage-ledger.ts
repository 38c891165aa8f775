import { DAY_MS, utcDayStart, type UsageEvent } from "../core/usage.ts";
import type { Database, Queryable } from "./postgres.ts";

/**
 * Records events and adds the new ones to the hourly rollups and the links' access counters, in one transaction. Events that are
 * already recorded change nothing, so any batch may be recorded again by anybody. Resolves to the number of new events.
 */
export async function recordUsage(database: Database, events: readonly UsageEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  await ensureUsagePartitions(database, daysOf(events));
  return await database.begin(async (transaction) => {
    const [counted] = await transaction<{ recorded: number }[]>`
      with recorded as (
        insert into usage_events
          (event_id, occurred_at, kind, organization_id, link_id, item_id, bytes, cache_result, status)
        select * from unnest(
          ${events.map((event) => event.eventId)}::uuid[],
          ${events.map((event) => new Date(event.occurredAtMs).toISOString())}::timestamptz[],
          ${events.map((event) => event.kind)}::text[],
          ${events.map((event) => event.organizationId)}::uuid[],
          ${events.map((event) => event.linkId)}::uuid[],
          ${events.map((event) => event.itemId)}::uuid[],
          ${events.map((event) => event.bytes)}::integer[],
          ${events.map((event) => event.cacheResult)}::text[],
          ${events.map((event) => event.status)}::smallint[])
        on conflict do nothing
        returning *
      ), summed as (
        insert into usage_rollups as rollups
          (organization_id, hour, link_id, item_id, tile_requests, tile_bytes, not_modified, accesses)
        select organization_id, date_trunc('hour', occurred_at), link_id, item_id,
          count(*) filter (where kind = 'tile' and status = 200),
          coalesce(sum(bytes) filter (where kind = 'tile' and status = 200), 0),
          count(*) filter (where kind = 'tile' and status = 304),
          count(*) filter (where kind = 'access')
        from recorded group by 1, 2, 3, 4
        order by 1, 2, 3, 4
        on conflict (organization_id, hour, link_id, item_id) do update set
          tile_requests = rollups.tile_requests + excluded.tile_requests,
          tile_bytes = rollups.tile_bytes + excluded.tile_bytes,
          not_modified = rollups.not_modified + excluded.not_modified,
          accesses = rollups.accesses + excluded.accesses
      ), accessed as (
        update share_links set
          access_count = access_count + sums.accesses,
          last_accessed_at = greatest(last_accessed_at, sums.last)
        from (
          select link_id, count(*) as accesses, max(occurred_at) as last
          from recorded where kind = 'access' group by link_id
        ) as sums
        where share_links.id = sums.link_id
      )
      select count(*) as recorded from recorded`;
    return counted?.recorded ?? 0;
  });
}

function daysOf(events: readonly UsageEvent[]): number[] {
  return [...new Set(events.map((event) => utcDayStart(event.occurredAtMs)))];
}

const knownPartitions = new WeakMap<Database, Set<number>>();

/** Makes the partitions of these UTC days (start of day in milliseconds) where they are missing. */
export async function ensureUsagePartitions(
  database: Database,
  dayStartsMs: readonly number[],
): Promise<void> {
  const known = knownPartitions.get(database) ?? new Set<number>();
  knownPartitions.set(database, known);
  for (const dayStartMs of dayStartsMs) {
    if (known.has(dayStartMs)) continue;
    await createPartition(database, dayStartMs);
    known.add(dayStartMs);
  }
}

/** One number for all processes: two that create the same partition at once would collide in the catalog. */
const PARTITION_LOCK = 7_406_732;

async function createPartition(database: Database, dayStartMs: number): Promise<void> {
  const from = new Date(dayStartMs).toISOString();
  const to = new Date(dayStartMs + DAY_MS).toISOString();
  const name = `usage_events_${from.slice(0, 10).replaceAll("-", "")}`;
  await database.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${PARTITION_LOCK})`;
    await transaction.unsafe(
      `create table if not exists ${name} partition of usage_events for values from ('${from}') to ('${to}')`,
    );
  });
}

/** What an organization used in a span of time, from the rollups. */
export interface UsageSum {
  readonly tile_requests: number;
  readonly tile_bytes: number;
  readonly not_modified: number;
  readonly accesses: number;
}

/** Sums an organization's rollups from one hour to before another. */
export async function sumUsage(
  database: Queryable,
  organizationId: string,
  from: Date,
  to: Date,
): Promise<UsageSum> {
  const [row] = await database<UsageSum[]>`
    select coalesce(sum(tile_requests), 0)::bigint as tile_requests, coalesce(sum(tile_bytes), 0)::bigint as tile_bytes,
      coalesce(sum(not_modified), 0)::bigint as not_modified, coalesce(sum(accesses), 0)::bigint as accesses
    from usage_rollups where organization_id = ${organizationId} and hour >= ${from} and hour < ${to}`;
  return row ?? { tile_requests: 0, tile_bytes: 0, not_modified: 0, accesses: 0 };
}
