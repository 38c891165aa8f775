import type { BooksEntry } from "../../core/billing/books-entry.ts";
import { nextMonth, type Month } from "../../core/billing/month.ts";
import type { Queryable } from "../database/database.ts";

/** The rows of a table that belong to a month that is being closed. */
export interface SectionSource {
  /** SQL after `from`, with the table as `row`; `$1` is the month. */
  readonly from: string;
  /** The key by which the rows are ordered: ids, numbers and times only. */
  readonly key: string;
  /** SQL of the day, for tables of which a month has too many rows for one digest. */
  readonly day?: string;
  /** The days that are read one by one, as they lie apart. */
  readonly days?: (database: Queryable, month: Month, late: "booked" | "all") => Promise<readonly string[]>;
}

/** An event of before events were booked is booked in the month of its time. */
const BOOKED_EVENTS = `row.occurred_at < ($1::date + interval '1 month') at time zone 'UTC'
  and row.occurred_at >= ($1::date - interval '100 days') at time zone 'UTC'
  and coalesce(row.booked_in, date_trunc('month', row.occurred_at at time zone 'UTC')::date) = $1::date`;

/** After {@link BOOKED_EVENTS}: those of one day, which is one partition. */
export const DURING_DAY = `row.occurred_at >= $2::date::timestamp at time zone 'UTC'
  and row.occurred_at < ($2::date + 1)::timestamp at time zone 'UTC'`;

/**
 * Days that have a partition. Raw events of 90 days before the month may be there, and only few of them came
 * late: a close reads those days alone whose sums are booked in the month.
 */
async function listDaysOfEvents(
  database: Queryable,
  month: Month,
  late: "booked" | "all",
): Promise<readonly string[]> {
  const rows = await database<{ day: string }[]>`
    with days as (
      select to_date(substr(relname, 14), 'YYYYMMDD') as day from pg_inherits join pg_class on pg_class.oid = inhrelid
      where inhparent = 'usage_events'::regclass and relname ~ '^usage_events_[0-9]{8}$')
    select day::text as day from days
    where day < ${nextMonth(month)}::text::date and day >= ${month}::text::date - 100
      and (${late === "all"} or day >= ${month}::text::date
        or day in (select usage_days.day from usage_days where booked_in = ${month}::text::date))
    order by days.day`;
  return rows.map(({ day }) => day);
}

const DAY_OF_EVENT = "(row.occurred_at at time zone 'UTC')::date";

/** What an entry of the books holds, by table. */
export const SECTIONS: Readonly<Record<string, SectionSource>> = {
  billing_periods: { from: "billing_periods as row where row.month = $1::date", key: "row.month" },
  billing_open_accounts: {
    from: "billing_open_accounts as row where row.month = $1::date",
    key: "row.organization_id",
  },
  billing_period_cards: {
    from: "billing_period_cards as row where row.month = $1::date",
    key: "row.organization_id",
  },
  rate_cards: {
    from: `rate_cards as row where row.id in (select rate_card_id from billing_period_cards where month = $1::date
      union select rate_card_id from credit_notes where booked_in = $1::date)`,
    key: "row.id",
  },
  credit_notes: { from: "credit_notes as row where row.booked_in = $1::date", key: "row.id" },
  statements: { from: "statements as row where row.month = $1::date", key: "row.id" },
  statement_lines: {
    from: "statement_lines as row where row.month = $1::date",
    key: "row.organization_id, row.statement_id, row.number",
  },
  usage_months: {
    from: "usage_months as row where row.booked_in = $1::date",
    key: "row.organization_id, row.month, row.link_id, row.target_id",
  },
  usage_rollups: {
    from: "usage_rollups as row where row.booked_in = $1::date",
    key: "row.organization_id, row.hour, row.link_id, row.target_id",
    day: "(row.hour at time zone 'UTC')::date",
  },
  usage_events: {
    from: `usage_events as row where ${BOOKED_EVENTS}`,
    key: "row.event_id",
    day: DAY_OF_EVENT,
    days: listDaysOfEvents,
  },
  usage_reclocked: {
    from: `usage_reclocked as row where exists (select from usage_events as event
      where event.event_id = row.event_id and event.occurred_at = row.occurred_at
        and coalesce(event.booked_in, date_trunc('month', event.occurred_at at time zone 'UTC')::date) = $1::date)`,
    key: "row.event_id",
    day: DAY_OF_EVENT,
  },
};

/** The tables whose days go when raw events are dropped. */
export const TABLES_OF_EVENTS: ReadonlySet<string> = new Set(["usage_events", "usage_reclocked"]);

/** Tables that do not change any more once a month is sealed, whether it is closed or not. */
export const TABLES_OF_USAGE: ReadonlySet<string> = new Set([
  "usage_months",
  "usage_rollups",
  ...TABLES_OF_EVENTS,
]);

/** The columns that tables have now, by table. */
export async function readSectionColumns(database: Queryable): Promise<BooksEntry["columns"]> {
  const rows = await database<{ table: string; columns: string[] }[]>`
    select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = 'public' and table_name = any(${Object.keys(SECTIONS)}) and column_name <> 'seal'
    group by table_name order by table_name`;
  return Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
}
