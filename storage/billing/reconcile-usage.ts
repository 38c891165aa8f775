import { monthStartMs, nextMonth, type Month } from "../../core/billing/month.ts";
import type { Database } from "../database/database.ts";
import { DIFFERENCES_NAMED, type CheckOutcome } from "./reconcile.ts";

/** Stands for all links of a day whose raw events were dropped: only their sums by organization are kept. */
const ALL_LINKS = "00000000-0000-0000-0000-000000000000";

/**
 * Compares, for every day, organization and link of a month, the raw events with the hourly rollups; where the events were dropped, what they
 * summed up to then, by day and organization.
 */
export async function compareEventsWithRollups(database: Database, month: Month): Promise<CheckOutcome> {
  const [from, to] = spanOf(month);
  const [outcome] = await database<Outcome<{ day: string; organization_id: string; link_id: string }>[]>`
    with retired as (
      select day, organization_id, tile_requests, tile_bytes, not_modified, accesses
      from usage_retired_days where day >= ${month}::text::date and day < ${nextMonth(month)}::text::date
    ), events as (
      select (occurred_at at time zone 'UTC')::date as day, organization_id, link_id, item_id,
        count(*) filter (where kind = 'tile' and status = 200) as tiles,
        coalesce(sum(bytes) filter (where kind = 'tile' and status = 200), 0)::bigint as bytes,
        count(*) filter (where kind = 'tile' and status = 304) as not_modified,
        count(*) filter (where kind = 'access') as accesses
      from usage_events where occurred_at >= ${from} and occurred_at < ${to} group by 1, 2, 3, 4
      union all
      select day, organization_id, ${ALL_LINKS}::uuid, ${ALL_LINKS}::uuid, tile_requests, tile_bytes, not_modified, accesses
      from retired
    ), hours as (
      select (hour at time zone 'UTC')::date as day, usage_rollups.* from usage_rollups
      where hour >= ${from} and hour < ${to}
    ), rollups as (
      select day, organization_id,
        case when day in (select day from retired) then ${ALL_LINKS}::uuid else link_id end as link_id,
        case when day in (select day from retired) then ${ALL_LINKS}::uuid else item_id end as item_id,
        sum(tile_requests)::bigint as tiles, sum(tile_bytes)::bigint as bytes,
        sum(not_modified)::bigint as not_modified, sum(accesses)::bigint as accesses
      from hours group by 1, 2, 3, 4
    ), pairs as (
      select day, organization_id, link_id,
        concat_ws(' ', coalesce(events.tiles, 0), 'tiles', coalesce(events.bytes, 0), 'bytes',
          coalesce(events.not_modified, 0), 'not modified', coalesce(events.accesses, 0), 'accesses') as expected,
        concat_ws(' ', coalesce(rollups.tiles, 0), 'tiles', coalesce(rollups.bytes, 0), 'bytes',
          coalesce(rollups.not_modified, 0), 'not modified', coalesce(rollups.accesses, 0), 'accesses') as found
      from events full join rollups using (day, organization_id, link_id, item_id)
    )
    select count(*) as compared, count(*) filter (where expected <> found) as different,
      coalesce((select jsonb_agg(first) from (
        select * from pairs where expected <> found order by day, organization_id, link_id limit ${DIFFERENCES_NAMED}
      ) as first), '[]') as differences
    from pairs`;
  return readOutcome("events = hourly rollups", outcome, ({ day, organization_id, link_id }) =>
    link_id === ALL_LINKS
      ? `${day} organization ${organization_id}`
      : `${day} organization ${organization_id} link ${link_id}`,
  );
}

/** Compares the hourly with the monthly rollups, by organization and link and by the month they are booked in. */
export async function compareRollupsWithMonths(database: Database, month: Month): Promise<CheckOutcome> {
  const [from, to] = spanOf(month);
  const [outcome] = await database<
    Outcome<{ organization_id: string; booked_in: string; link_id: string }>[]
  >`
    with hours as (
      select organization_id, booked_in, link_id, item_id, sum(tile_requests)::bigint as tiles, sum(tile_bytes)::bigint as bytes,
        sum(not_modified)::bigint as not_modified, sum(accesses)::bigint as accesses
      from usage_rollups where hour >= ${from} and hour < ${to} group by 1, 2, 3, 4
    ), months as (
      select organization_id, booked_in, link_id, item_id, tile_requests as tiles, tile_bytes as bytes, not_modified, accesses
      from usage_months where month = ${month}::text::date
    ), pairs as (
      select organization_id, booked_in, link_id,
        concat_ws(' ', coalesce(hours.tiles, 0), 'tiles', coalesce(hours.bytes, 0), 'bytes',
          coalesce(hours.not_modified, 0), 'not modified', coalesce(hours.accesses, 0), 'accesses') as expected,
        concat_ws(' ', coalesce(months.tiles, 0), 'tiles', coalesce(months.bytes, 0), 'bytes',
          coalesce(months.not_modified, 0), 'not modified', coalesce(months.accesses, 0), 'accesses') as found
      from hours full join months using (organization_id, booked_in, link_id, item_id)
    )
    select count(*) as compared, count(*) filter (where expected <> found) as different,
      coalesce((select jsonb_agg(first) from (
        select * from pairs where expected <> found order by organization_id, booked_in, link_id limit ${DIFFERENCES_NAMED}
      ) as first), '[]') as differences
    from pairs`;
  return readOutcome(
    "hourly rollups = monthly rollups",
    outcome,
    ({ organization_id, booked_in, link_id }) =>
      `organization ${organization_id} link ${link_id}, booked in ${booked_in.slice(0, 7)}`,
  );
}

interface Outcome<Where> {
  readonly compared: number;
  readonly different: number;
  readonly differences: readonly (Where & { readonly expected: string; readonly found: string })[];
}

function readOutcome<Where>(
  check: string,
  outcome: Outcome<Where> | undefined,
  placeOf: (where: Where) => string,
): CheckOutcome {
  const { compared, different, differences } = outcome ?? { compared: 0, different: 0, differences: [] };
  return {
    check,
    compared,
    different,
    differences: differences.map((row) => ({
      check,
      place: placeOf(row),
      expected: row.expected,
      found: row.found,
    })),
  };
}

function spanOf(month: Month): [Date, Date] {
  return [new Date(monthStartMs(month)), new Date(monthStartMs(nextMonth(month)))];
}
