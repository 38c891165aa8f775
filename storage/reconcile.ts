import { formatAmount, parseAmount } from "../core/billing/money.ts";
import { monthStartMs, nextMonth, type Month } from "../core/billing/month.ts";
import type { Statement } from "../core/billing/statement.ts";
import { findPeriod } from "./billing-periods.ts";
import type { Database } from "./postgres.ts";
import { computeStatement } from "./statement-inputs.ts";

/** One comparison of two numbers that must be the same. */
export interface Comparison {
  /** What is compared with what: `events = hourly rollups`. */
  readonly check: string;
  /** Where: an organization, and a day where it is known. */
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

/** The outcome of one check over a month. */
export interface CheckOutcome {
  readonly check: string;
  /** Numbers that were compared. */
  readonly compared: number;
  readonly differences: readonly Comparison[];
}

/** Compares, for every organization and day of a month, the raw events (or what they summed up to when they were dropped) with the hourly rollups. */
export async function compareEventsWithRollups(database: Database, month: Month): Promise<CheckOutcome> {
  const [from, to] = spanOf(month);
  const rows = await database<{ day: string; organization_id: string; expected: string; found: string }[]>`
    with events as (
      select (occurred_at at time zone 'UTC')::date as day, organization_id,
        count(*) filter (where kind = 'tile' and status = 200) as tiles,
        coalesce(sum(bytes) filter (where kind = 'tile' and status = 200), 0)::bigint as bytes,
        count(*) filter (where kind = 'tile' and status = 304) as not_modified,
        count(*) filter (where kind = 'access') as accesses
      from usage_events where occurred_at >= ${from} and occurred_at < ${to} group by 1, 2
      union all
      select day, organization_id, tile_requests, tile_bytes, not_modified, accesses
      from usage_retired_days where day >= ${month}::text::date and day < ${nextMonth(month)}::text::date
    ), rollups as (
      select (hour at time zone 'UTC')::date as day, organization_id, sum(tile_requests)::bigint as tiles,
        sum(tile_bytes)::bigint as bytes, sum(not_modified)::bigint as not_modified, sum(accesses)::bigint as accesses
      from usage_rollups where hour >= ${from} and hour < ${to} group by 1, 2
    )
    select day::text, organization_id,
      concat_ws(' ', coalesce(events.tiles, 0), 'tiles', coalesce(events.bytes, 0), 'bytes',
        coalesce(events.not_modified, 0), 'not modified', coalesce(events.accesses, 0), 'accesses') as expected,
      concat_ws(' ', coalesce(rollups.tiles, 0), 'tiles', coalesce(rollups.bytes, 0), 'bytes',
        coalesce(rollups.not_modified, 0), 'not modified', coalesce(rollups.accesses, 0), 'accesses') as found
    from events full join rollups using (day, organization_id) order by day, organization_id`;
  const check = "events = hourly rollups";
  return outcomeOf(
    check,
    rows.map((row) => ({ ...row, check, place: `${row.day} organization ${row.organization_id}` })),
  );
}

/** Compares the hourly with the monthly rollups, by organization and by the month they are booked in. */
export async function compareRollupsWithMonths(database: Database, month: Month): Promise<CheckOutcome> {
  const [from, to] = spanOf(month);
  const rows = await database<
    { organization_id: string; booked_in: string; expected: string; found: string }[]
  >`
    with hours as (
      select organization_id, booked_in, sum(tile_requests) as tiles, sum(tile_bytes) as bytes
      from usage_rollups where hour >= ${from} and hour < ${to} group by 1, 2
    ), months as (
      select organization_id, booked_in, sum(tile_requests) as tiles, sum(tile_bytes) as bytes
      from usage_months where month = ${month}::text::date group by 1, 2
    )
    select organization_id, booked_in::text,
      concat_ws(' ', coalesce(hours.tiles, 0), 'tiles', coalesce(hours.bytes, 0), 'bytes') as expected,
      concat_ws(' ', coalesce(months.tiles, 0), 'tiles', coalesce(months.bytes, 0), 'bytes') as found
    from hours full join months using (organization_id, booked_in) order by 1, 2`;
  const check = "hourly rollups = monthly rollups";
  const place = (row: (typeof rows)[number]) =>
    `organization ${row.organization_id}, booked in ${row.booked_in.slice(0, 7)}`;
  return outcomeOf(
    check,
    rows.map((row) => ({ ...row, check, place: place(row) })),
  );
}

/** Makes every statement of a closed month again from what is booked, and compares line count, tiles, the sum of the lines and the total. */
export async function compareStatements(database: Database, month: Month): Promise<CheckOutcome> {
  const check = "monthly rollups = statements";
  const period = await findPeriod(database, month);
  if (period === undefined || period.closed_at === null) return outcomeOf(check, []);
  const kept = await database<
    { organization_id: string; total: string; lines: number; tiles: string; sum: string }[]
  >`
    select statements.organization_id, trim_scale(total)::text as total, count(*) as lines,
      coalesce(sum(quantity), 0)::text as tiles, trim_scale(sum(amount))::text as sum
    from statements join statement_lines on statement_lines.statement_id = statements.id
    where statements.month = ${month}::text::date group by statements.id order by 1`;
  const keptOf = new Map(kept.map((row) => [row.organization_id, row]));
  const organizations = await database<{ organization_id: string }[]>`
    select organization_id from billing_period_cards where month = ${month}::text::date
    union select organization_id from usage_months where booked_in = ${month}::text::date order by 1`;
  const comparisons: Comparison[] = [];
  for (const { organization_id } of organizations) {
    const { statement } = await computeStatement(database, organization_id, month);
    const row = keptOf.get(organization_id);
    if (row === undefined && statement.lines.length === 0) continue;
    comparisons.push({
      check,
      place: `organization ${organization_id}`,
      expected: describe(statement),
      found: row === undefined ? "no statement" : describeKept(row),
    });
  }
  return outcomeOf(check, comparisons);
}

function describe(statement: Statement): string {
  const sum = statement.lines.reduce((total, line) => total + parseAmount(line.amount), 0n);
  const total = formatAmount(parseAmount(statement.total));
  return `${statement.lines.length} lines, ${statement.tiles} tiles, lines sum to ${formatAmount(sum)}, total ${total}`;
}

function describeKept(row: { total: string; lines: number; tiles: string; sum: string }): string {
  return `${row.lines} lines, ${row.tiles} tiles, lines sum to ${row.sum}, total ${row.total}`;
}

/** What the statements of a month come to, for one organization or for all: what its exports must sum to. */
export async function sumStatements(
  database: Database,
  month: Month,
  organizationId: string | null,
): Promise<{ tiles: string; amount: string }> {
  const [row] = await database<{ tiles: string; amount: string }[]>`
    select coalesce(sum(tiles), 0)::text as tiles, trim_scale(coalesce(sum(total), 0))::text as amount from statements
    where month = ${month}::text::date and (${organizationId}::uuid is null or organization_id = ${organizationId})`;
  return row ?? { tiles: "0", amount: "0" };
}

function spanOf(month: Month): [Date, Date] {
  return [new Date(monthStartMs(month)), new Date(monthStartMs(nextMonth(month)))];
}

function outcomeOf(check: string, comparisons: readonly Comparison[]): CheckOutcome {
  const differences = comparisons
    .filter(({ expected, found }) => expected !== found)
    .map(({ place, expected, found }) => ({ check, place, expected, found }));
  return { check, compared: comparisons.length, differences };
}
