import { COUNTER_NAMES, type UsageCounter } from "../../core/billing/billable.ts";
import { monthStartMs, nextMonth, type Month } from "../../core/billing/month.ts";
import type { Queryable } from "../database/database.ts";
import { COUNTER_COLUMNS, SUMS_OF_EVENTS, SUMS_OF_ROLLUPS } from "../usage/usage-counters.ts";
import { DIFFERENCES_NAMED, type CheckOutcome } from "./reconcile.ts";

/** Stands for all links of a day whose raw events were dropped: only their sums by organization are kept. */
const ALL_LINKS = "00000000-0000-0000-0000-000000000000";

/** What the counters are called in a difference. */
const WORDS: Readonly<Record<UsageCounter, string>> = {
  tile_requests: "tiles",
  tile_bytes: "bytes",
  not_modified: "not modified",
  accesses: "accesses",
};

/** `123 tiles 456 bytes …`: the counters of a row, which may be missing, as one text. */
function inWords(row: string): string {
  const parts = COUNTER_NAMES.map((name) => `coalesce(${row}.${name}, 0), '${WORDS[name]}'`);
  return `concat_ws(' ', ${parts.join(", ")})`;
}

/** Where two rows, each of which may be missing, have other counters. */
function differ(one: string, other: string): string {
  return COUNTER_NAMES.map((name) => `coalesce(${one}.${name}, 0) <> coalesce(${other}.${name}, 0)`).join(
    " or ",
  );
}

/** What two rows of a full join say where they differ; most do not, and texts are dear. */
function compared(expected: string, found: string): string {
  const isDifferent = `(${differ(expected, found)})`;
  return `case when ${isDifferent} then ${inWords(expected)} end as expected,
        case when ${isDifferent} then ${inWords(found)} end as found`;
}

/**
 * Compares, for every day, organization and link of a month, the raw events with the hourly rollups; where
 * the events were dropped, what they summed up to then, by day and organization.
 */
export async function compareEventsWithRollups(database: Queryable, month: Month): Promise<CheckOutcome> {
  const [from, to] = spanOf(month);
  const columns = database.unsafe(COUNTER_COLUMNS);
  // PostgreSQL cannot know how many groups there are, and would sort all events to find them one by one.
  await database`set local enable_sort = off`;
  const [outcome] = await database<Outcome<{ day: string; organization_id: string; link_id: string }>[]>`
    with retired as (
      select day, organization_id, ${columns} from usage_retired_days
      where day >= ${month}::text::date and day < ${nextMonth(month)}::text::date
    ), events as (
      select (occurred_at at time zone 'UTC')::date as day, organization_id, link_id, target_id, ${database.unsafe(SUMS_OF_EVENTS)}
      from usage_events where occurred_at >= ${from} and occurred_at < ${to} group by 1, 2, 3, 4
      union all
      select day, organization_id, ${ALL_LINKS}::uuid, ${ALL_LINKS}::uuid, ${columns} from retired
    ), days as (
      select (hour at time zone 'UTC')::date as day, organization_id, link_id, target_id, ${database.unsafe(SUMS_OF_ROLLUPS)}
      from usage_rollups where hour >= ${from} and hour < ${to} group by 1, 2, 3, 4
    ), rollups as (
      select * from days where day not in (select day from retired)
      union all
      select day, organization_id, ${ALL_LINKS}::uuid, ${ALL_LINKS}::uuid, ${database.unsafe(SUMS_OF_ROLLUPS)}
      from days where day in (select day from retired) group by 1, 2
    ), pairs as (
      select day, organization_id, link_id,
        ${database.unsafe(compared("events", "rollups"))}
      from events full join rollups using (day, organization_id, link_id, target_id)
    )
    select count(*) as compared, count(expected) as different,
      coalesce((select jsonb_agg(first) from (
        select * from pairs where expected is not null order by day, organization_id, link_id limit ${DIFFERENCES_NAMED}
      ) as first), '[]') as differences
    from pairs`;
  return readOutcome("events = hourly rollups", outcome, ({ day, organization_id, link_id }) =>
    link_id === ALL_LINKS
      ? `${day} organization ${organization_id}`
      : `${day} organization ${organization_id} link ${link_id}`,
  );
}

/**
 * Compares the hourly with the daily rollups of a month and those that are booked in it, by day, organization
 * and link.
 */
export async function compareRollupsWithDays(database: Queryable, month: Month): Promise<CheckOutcome> {
  const [from, to] = spanOf(month);
  const [outcome] = await database<
    Outcome<{ day: string; organization_id: string; booked_in: string; link_id: string }>[]
  >`
    with hours as (
      select (hour at time zone 'UTC')::date as day, organization_id, booked_in, link_id, target_id, ${database.unsafe(SUMS_OF_ROLLUPS)}
      from usage_rollups where (hour >= ${from} and hour < ${to}) or booked_in = ${month}::text::date group by 1, 2, 3, 4, 5
    ), days as (
      select day, organization_id, booked_in, link_id, target_id, ${database.unsafe(COUNTER_COLUMNS)}
      from usage_days where (day >= ${month}::text::date and day < ${nextMonth(month)}::text::date) or booked_in = ${month}::text::date
    ), pairs as (
      select day, organization_id, booked_in, link_id,
        ${database.unsafe(compared("hours", "days"))}
      from hours full join days using (day, organization_id, booked_in, link_id, target_id)
    )
    select count(*) as compared, count(expected) as different,
      coalesce((select jsonb_agg(first) from (
        select * from pairs where expected is not null order by day, organization_id, booked_in, link_id limit ${DIFFERENCES_NAMED}
      ) as first), '[]') as differences
    from pairs`;
  return readOutcome(
    "hourly rollups = daily rollups",
    outcome,
    ({ day, organization_id, booked_in, link_id }) =>
      `${day} organization ${organization_id} link ${link_id}, booked in ${booked_in.slice(0, 7)}`,
  );
}

/**
 * Compares the hourly with the monthly rollups, by organization and link and by the month they are booked in.
 */
export async function compareRollupsWithMonths(database: Queryable, month: Month): Promise<CheckOutcome> {
  const [from, to] = spanOf(month);
  const [outcome] = await database<
    Outcome<{ organization_id: string; booked_in: string; link_id: string }>[]
  >`
    with hours as (
      select organization_id, booked_in, link_id, target_id, ${database.unsafe(SUMS_OF_ROLLUPS)}
      from usage_rollups where hour >= ${from} and hour < ${to} group by 1, 2, 3, 4
    ), months as (
      select organization_id, booked_in, link_id, target_id, ${database.unsafe(COUNTER_COLUMNS)}
      from usage_months where month = ${month}::text::date
    ), pairs as (
      select organization_id, booked_in, link_id,
        ${database.unsafe(compared("hours", "months"))}
      from hours full join months using (organization_id, booked_in, link_id, target_id)
    )
    select count(*) as compared, count(expected) as different,
      coalesce((select jsonb_agg(first) from (
        select * from pairs where expected is not null order by organization_id, booked_in, link_id limit ${DIFFERENCES_NAMED}
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
