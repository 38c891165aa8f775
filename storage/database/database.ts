import postgres from "postgres";
import { isId } from "../../core/ids.ts";
import { listen, type Listening } from "./connections/listen.ts";
import type { DatabaseLimits } from "./connections/database-limits.ts";
import { openDriver, optionsOf } from "./connections/driver.ts";
import { ConnectionPool, NO_GROUP, type PoolFigures } from "./connections/connection-pool.ts";
import { CONNECT_DEADLINE_MS, ConnectionError } from "./connections/socket.ts";
import { copyOut } from "./connections/streams.ts";
import { runTransaction, statementsOf, type Transaction } from "./connections/transaction.ts";

/**
 * Makes statements by templates: `int8` arrives as number (counts stay below 2^53) and timestamps as Date.
 */
export type Queryable = Transaction;

/**
 * A pool of connections to PostgreSQL. A lost one fails only the statements in flight on it
 * (docs/decisions/0080).
 */
export type Database = Transaction & {
  /** Runs statements in one transaction; see {@link runTransaction}. */
  begin<Result>(run: (transaction: Queryable) => Promise<Result>): Promise<Result>;
  /**
   * The bytes that a `copy … to stdout` writes, as they come; memory holds what is read ahead. Settings of
   * PostgreSQL hold for this copy alone.
   */
  copy(text: string, settings?: Readonly<Record<string, string>>): AsyncGenerator<Uint8Array>;
  /**
   * Calls `onNotice` for every announcement on a channel until closed, and `onListening` whenever some may
   * have been missed.
   */
  listen(channel: string, onNotice: (payload: string) => void, onListening: () => void): Promise<Listening>;
  /**
   * The same pool for the work of one organization: when connections are scarce, organizations take turns,
   * and none holds all of them.
   */
  inTurnOf(organizationId: string): Database;
  /** How many connections are busy and idle now, and how many statements wait for one. */
  figures(): PoolFigures;
  /** Closes; statements in flight may finish within the seconds given. */
  end(options?: { readonly timeout?: number }): Promise<void>;
};

/** Limits for statements that a client waits on (`DATABASE_QUERY_TIMEOUT_MS`). */
export function requestLimits(config: { readonly DATABASE_QUERY_TIMEOUT_MS: number }): DatabaseLimits {
  return { queryMs: config.DATABASE_QUERY_TIMEOUT_MS, waitMs: config.DATABASE_QUERY_TIMEOUT_MS / 2 };
}

/** Limits for work in the background, which may read a month's usage or wait for a lock. */
export const JOB_LIMITS: DatabaseLimits = { queryMs: 15 * 60_000, waitMs: 15 * 60_000 };

/** Opens a pool, with the limits of background work by default. It connects at the first statement. */
export function openDatabase(url: string, poolSize: number, limits = JOB_LIMITS): Database {
  const template = openDriver({
    url,
    options: {
      max: 1,
      connect_timeout: CONNECT_DEADLINE_MS / 1000,
      keep_alive: 15,
      onnotice: () => undefined,
      connection: {
        application_name: "geopera",
        timezone: "UTC",
        statement_timeout: limits.queryMs,
        idle_in_transaction_session_timeout: Math.max(limits.queryMs, 60_000),
      },
      types: {
        bigint: {
          to: 20,
          from: [20],
          serialize: (value: number) => String(value),
          parse: (text: string) => Number(text),
        },
      },
    },
  });
  const options = optionsOf(template);
  const pool = new ConnectionPool(options, poolSize, limits);
  const shared = {
    copy: (text: string, settings?: Readonly<Record<string, string>>) =>
      copyOut(pool, text, limits.queryMs, settings),
    listen: (channel: string, onNotice: (payload: string) => void, onListening: () => void) =>
      listen(options, channel, onNotice, onListening),
    inTurnOf: (group: string): Database =>
      Object.assign(
        statementsOf(template, (statement) => void pool.run(statement, group)),
        {
          ...shared,
          begin: <Result>(run: (transaction: Queryable) => Promise<Result>) =>
            runTransaction(pool, run, group),
        },
      ),
    figures: () => pool.figures,
    end: ({ timeout = 5 }: { readonly timeout?: number } = {}) => pool.end(timeout * 1000),
  };
  return shared.inTurnOf(NO_GROUP);
}

/** An id as a query parameter: text that is no id matches no row and does not fail the query. */
export function idParameter(text: string): string | null {
  return isId(text) ? text : null;
}

/** The only row of a statement that always answers one, such as `insert … returning`. */
export function single<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`expected one row, got ${rows.length}`);
  return row;
}

/**
 * Whether PostgreSQL is unreachable, starting, stopping, out of connections or too slow, as opposed to a
 * wrong query.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  return error instanceof postgres.PostgresError && /^(57|53|08|25P0[34])/.test(error.code);
}

/** Whether an error is a unique violation of the named constraint or index. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return (
    error instanceof postgres.PostgresError && error.code === "23505" && error.constraint_name === constraint
  );
}
