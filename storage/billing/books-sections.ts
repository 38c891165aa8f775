import type { BooksEntry, BooksSection } from "../../core/billing/books-entry.ts";
import type { Month } from "../../core/billing/month.ts";
import type { Queryable } from "../database/database.ts";

/** The rows of a table that belong to a month that is being closed. */
interface SectionSource {
  /** SQL after `from`, with the table as `row`; `$1` is the month. */
  readonly from: string;
  /** The key by which the rows are ordered: ids, numbers and times only. */
  readonly key: string;
  /** SQL of the day, for tables of which a month has too many rows for one digest. */
  readonly day?: string;
}

/** An event of before events were booked is booked in the month of its time. */
const BOOKED_EVENTS = `row.occurred_at < ($1::date + interval '1 month') at time zone 'UTC'
  and row.occurred_at >= ($1::date - interval '100 days') at time zone 'UTC'
  and coalesce(row.booked_in, date_trunc('month', row.occurred_at at time zone 'UTC')::date) = $1::date`;

const DAY_OF_EVENT = "(row.occurred_at at time zone 'UTC')::date";

/** What an entry of the books holds, by table. */
const SECTIONS: Readonly<Record<string, SectionSource>> = {
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

/** The columns that tables have now, by table. */
export async function readSectionColumns(database: Queryable): Promise<BooksEntry["columns"]> {
  const rows = await database<{ table: string; columns: string[] }[]>`
    select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = 'public' and table_name = any(${Object.keys(SECTIONS)}) and column_name <> 'seal'
    group by table_name order by table_name`;
  return Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
}

/**
 * Hashes what a month holds, with these columns of each table. PostgreSQL does it: no row leaves it. A digest
 * is made of 32 bytes a row, so that 30 million rows fit into one.
 */
export async function readSections(
  database: Queryable,
  month: Month,
  columns: BooksEntry["columns"],
): Promise<BooksSection[]> {
  const sections: BooksSection[] = [];
  for (const [table, names] of Object.entries(columns)) {
    const source = SECTIONS[table];
    if (source === undefined) continue;
    const cells = names.map((name) => `row.${identifier(name)}`).join(", ");
    const day = source.day === undefined ? "'-'" : `(${source.day})::text`;
    const key = source.key.split(", ").map((sql, index) => [sql, `key_${index}`] as const);
    const aliases = key.map(([, alias]) => alias).join(", ");
    // Apart by `offset 0`: workers of PostgreSQL hash the rows, and what is sorted is digests and keys alone.
    const rows = await database.unsafe<{ day: string; sha256: string | null }[]>(
      `select day, encode(sha256(string_agg(digest, ''::bytea order by ${aliases})), 'hex') as sha256
       from (select ${day} as day, sha256(convert_to(json_build_array(${cells})::text, 'UTF8')) as digest,
           ${key.map(([sql, alias]) => `${sql} as ${alias}`).join(", ")} from ${source.from} offset 0) as hashed
       group by day order by day`,
      [month],
    );
    for (const { day: of, sha256 } of rows) {
      if (sha256 !== null) sections.push({ table, day: of, sha256 });
    }
  }
  return sections;
}

/** Column names come from a document: nothing else may become part of the query. */
function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`"${name}" is no column`);
  return `"${name}"`;
}
