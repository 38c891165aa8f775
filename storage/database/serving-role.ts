import postgres from "postgres";
import { parseHostListUrl } from "../../infra/host-list-url.ts";
import { StartFault } from "../../infra/start-fault.ts";
import { openDatabase, type Database, type Queryable } from "./database.ts";

/** What the serving role may do with a table that is not named below. */
const USUAL = "select, insert, update, delete";

/** Tables of the ledger and the logs: they are added to, and what was written stays. */
const NARROW = {
  migrations: "select",
  audit_log: "select, insert",
  usage_events: "select, insert",
  usage_rollups: "select, insert, update",
  usage_days: "select, insert, update",
  usage_months: "select, insert, update",
  // A day whose sums differ is taken back.
  usage_retired_days: "select, insert, delete",
  billing_books: "select, update",
  billing_periods: "select, insert, update",
  billing_period_cards: "select, insert",
  rate_cards: "select, insert, update",
  credit_notes: "select, insert",
  statements: "select, insert",
  statement_lines: "select, insert",
  statement_digests: "select, insert",
  books_entries: "select, insert",
} as const satisfies Record<string, string>;

/** Functions with the owner's rights that serving needs. */
const FUNCTIONS = [
  "create_usage_partition(date)",
  "lock_usage_partition(date)",
  "drop_usage_partition(date)",
  "delete_audit_entries(timestamptz, integer)",
];

/**
 * Makes the role of the serving URL, where it is missing, and gives it what serving needs: no DDL, no
 * TRUNCATE, no TRIGGER, and nothing but additions to the ledger. Throws an Error when both URLs name one
 * role, or when the serving role is a superuser.
 */
export async function grantServing(ownerUrl: string, servingUrl: string): Promise<void> {
  const { username: name = "", password = "" } = parseHostListUrl(servingUrl) ?? {};
  const role = { name, password };
  const database = openDatabase(ownerUrl, 1);
  try {
    await makeRole(database, role);
    await database.begin(async (transaction) => {
      await requireOrdinary(transaction, role.name);
      await transaction`select pg_advisory_xact_lock(7_406_733)`;
      for (const statement of await grantsFor(transaction, role.name)) await transaction.unsafe(statement);
    });
  } finally {
    await database.end({ timeout: 5 });
  }
}

async function makeRole(database: Database, role: { name: string; password: string }): Promise<void> {
  const [known] = await database<{ mayChange: boolean }[]>`
    select (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "mayChange"
    from pg_roles where rolname = ${role.name}`;
  if (known?.mayChange === false) return;
  const verb = known === undefined ? "create" : "alter";
  const [made] = await database<{ sql: string }[]>`
    select format(${`${verb} role %I with login password %L`}, ${role.name}::text, ${role.password}::text) as sql`;
  await database.unsafe(made?.sql ?? "").catch((error: unknown) => {
    // Another process made or changed it at the same moment.
    const code = error instanceof postgres.PostgresError ? error.code : "";
    if (code !== "42710" && code !== "23505" && code !== "XX000") throw error;
  });
}

async function requireOrdinary(transaction: Queryable, name: string): Promise<void> {
  const [row] = await transaction<{ fault: string | null }[]>`
    select case
      when rolname = current_user then 'is the role of DATABASE_OWNER_URL as well'
      when rolsuper then 'is a superuser'
      when exists (select from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace)
        then 'owns tables'
    end as fault
    from pg_roles where rolname = ${name}`;
  if (row !== undefined && row.fault === null) return;
  throw new StartFault(
    `The role ${name} of DATABASE_URL cannot serve: it ${row?.fault ?? "does not exist"}.`,
  );
}

/** The statements that give a role exactly what it needs, also where it had more before. */
async function grantsFor(transaction: Queryable, name: string): Promise<string[]> {
  const [names] = await transaction<{ role: string; database: string }[]>`
    select format('%I', ${name}::text) as role, format('%I', current_database()) as database`;
  const { role = "", database = "" } = names ?? {};
  const tables = await transaction<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`;
  const narrow: Readonly<Record<string, string>> = NARROW;
  return [
    `grant connect on database ${database} to ${role}`,
    `revoke create on schema public from public, ${role}`,
    `grant usage on schema public to ${role}`,
    `revoke all on all tables in schema public from ${role}`,
    ...tables.map((table) => `grant ${narrow[table.name] ?? USUAL} on "${table.name}" to ${role}`),
    `grant usage on sequence event_positions to ${role}`,
    `grant execute on function ${FUNCTIONS.join(", ")} to ${role}`,
  ];
}
