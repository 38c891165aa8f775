import postgres from "postgres";
import { isId } from "../core/ids.ts";

/** A connection pool to PostgreSQL; int8 arrives as number (counts stay below 2^53), timestamps as Date. */
export type Database = postgres.Sql<{ bigint: number }>;

/** A pool or a transaction: what a query function accepts. */
export type Queryable = Database | postgres.TransactionSql<{ bigint: number }>;

/** Opens a pool; connecting happens at the first query. */
export function openDatabase(url: string, poolSize: number): Database {
  return postgres(url, {
    max: poolSize,
    connect_timeout: 5,
    idle_timeout: 0,
    backoff: reconnectDelaySeconds,
    onnotice: () => undefined,
    connection: { application_name: "geopera", timezone: "UTC" },
    types: {
      bigint: {
        to: 20,
        from: [20],
        serialize: (value: number) => String(value),
        parse: (text: string) => Number(text),
      },
    },
  });
}

/** The library's own delay grows to twenty seconds: too long for those who wait while PostgreSQL has long been back. */
function reconnectDelaySeconds(failures: number): number {
  return Math.min(0.05 * 2 ** failures, 1);
}

/** An id as a query parameter: text that is no id matches no row instead of failing the query. */
export function idParameter(text: string): string | null {
  return isId(text) ? text : null;
}

/** The only row of a statement that always answers one, such as `insert … returning`. */
export function single<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`expected one row, got ${rows.length}`);
  return row;
}

const UNAVAILABLE_CODES = new Set([
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
]);

/** Whether an error says that PostgreSQL is away, starting, stopping or out of connections, rather than that a query is wrong. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return false;
  return UNAVAILABLE_CODES.has(error.code) || /^(57P0|53|08)/.test(error.code);
}

/** Whether an error is a unique violation of the named constraint or index. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return (
    error instanceof postgres.PostgresError && error.code === "23505" && error.constraint_name === constraint
  );
}
