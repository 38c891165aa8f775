import type { Database, Queryable } from "../../storage/database/database.ts";

/** One cell, or one row, of a table that is changed by hand with the rights of the owner. */
export interface Tampering {
  readonly table: string;
  /** Null: the row is deleted. */
  readonly column: string | null;
  readonly type: string;
  /** Literals that constraints of the column allow. */
  readonly allowed: readonly string[];
}

/** Tables that hold no money and no proof of it: what people set up, share and sign in with. */
const NOT_BOOKS =
  `api_keys assets audit_log band_formulas billing_parties budgets client_salts collections device_authorizations event_deliveries event_subscriptions events export_deliveries export_delivery_runs idempotent_answers ingests items
  migrations organization_limits organizations project_members projects provisional_lines provisional_statements provisional_usage reconciliation_runs refresh_tokens render_profiles
  security_events sessions share_link_clients share_link_limits share_links signing_keys store_prefixes
  upload_files uploads users warm_ups`.split(/\s+/);

/** Every cell of the tables of the books: a table that is new belongs here until it is named above. */
export async function listTamperings(database: Database): Promise<Tampering[]> {
  const cells = await database<(Tampering & { column: string; checks: string })[]>`
    select table_name as table, column_name as column, udt_name as type, coalesce((
      select string_agg(pg_get_constraintdef(oid), ' ') from pg_constraint
      where contype = 'c' and conrelid = table_name::regclass and pg_get_constraintdef(oid) ~ ('\\y' || column_name || '\\y')), '')
      as checks
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all(${NOT_BOOKS})
      and table_name !~ '^usage_events_[0-9]{8}$'
    order by table_name, ordinal_position`;
  const changes = cells.map(({ checks, ...cell }) => ({
    ...cell,
    allowed: [...checks.matchAll(/'([^']*)'/g)].map(([, text = ""]) => text),
  }));
  const tables = [...new Set(cells.map(({ table }) => table))];
  return [...changes, ...tables.map((table) => ({ table, column: null, type: "", allowed: [] }))];
}

/**
 * Makes the change with all triggers off, calls `look`, and puts the row back. Resolves to undefined where
 * the database allows no other value.
 */
export async function tamper<Seen>(
  database: Database,
  { table, column, type, allowed }: Tampering,
  where: string,
  look: () => Promise<Seen>,
): Promise<Seen | undefined> {
  const row = `select tableoid::regclass::text as part, ctid::text as ctid, to_jsonb(row) as row
    from ${table} as row where ${where} order by row.ctid limit 1`;
  const [before] = await database.unsafe<{ part: string; ctid: string; row: object }[]>(row);
  if (before === undefined) throw new Error(`${table} has no row where ${where}`);
  const at = `from ${before.part} where ctid = '${before.ctid}'`;
  const changes =
    column === null
      ? [`delete ${at}`]
      : valuesOf(type, `"${column}"`, allowed).map((value) => {
          const changed = `jsonb_populate_record(null::${table}, $1::text::jsonb || jsonb_build_object('${column}', ${value}))`;
          return `with gone as (delete ${at} returning *) insert into ${table}
            select changed.* from gone, ${changed} as changed where changed."${column}" is distinct from gone."${column}"
            returning tableoid::regclass::text as part, ctid::text as ctid`;
        });
  for (const change of changes) {
    const made = await withoutTriggers(database, async (transaction) => {
      const values = column === null ? [] : [JSON.stringify(before.row)];
      const rows = await transaction.unsafe<{ part: string; ctid: string }[]>(change, values);
      if (column !== null && rows.length === 0) throw new Error("the same value");
      return rows;
    }).catch(() => undefined);
    if (made === undefined) continue;
    try {
      return await look();
    } finally {
      await withoutTriggers(database, async (transaction) => {
        for (const { part, ctid } of made)
          await transaction.unsafe(`delete from ${part} where ctid = '${ctid}'`);
        await transaction.unsafe(
          `insert into ${table} select * from jsonb_populate_record(null::${table}, $1::text::jsonb)`,
          [JSON.stringify(before.row)],
        );
      });
    }
  }
  return undefined;
}

async function withoutTriggers<Result>(
  database: Database,
  run: (transaction: Queryable) => Promise<Result>,
): Promise<Result> {
  return await database.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    return await run(transaction);
  });
}

/** Other values of a type as SQL, the ones that a constraint may refuse first. */
function valuesOf(type: string, column: string, allowed: readonly string[]): string[] {
  const old = `(select ${column} from gone)`;
  switch (type) {
    case "uuid":
      return ["'00000000-0000-7000-8000-00000000dead'::uuid"];
    case "int2":
    case "int4":
    case "int8":
    case "numeric":
      return [1000, 1].map((more) => `coalesce(${old}, 0) + ${more}`);
    case "null":
      return ["null"];
    case "bool":
      return [`not ${old}`];
    case "date":
      return ["-", "+"].map((sign) => `(coalesce(${old}, '2026-10-01') ${sign} interval '4 years')::date`);
    case "timestamptz":
      return [`coalesce(${old}, now()) + interval '1 second'`];
    case "jsonb":
      return [`jsonb_build_array(${old})`];
    default:
      return [`coalesce(${old}, '') || 'x'`, ...allowed.map((text) => `'${text}'::text`)];
  }
}
