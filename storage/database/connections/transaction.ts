import type postgres from "postgres";
import type { Connection } from "./connection.ts";
import { NO_GROUP, type ConnectionPool } from "./connection-pool.ts";
import { statementOf, takeOver, type Driver, type Statement } from "./driver.ts";

/** Makes statements; those of a transaction are executed on its connection, one after the other. */
export type Transaction = postgres.ISql<{ bigint: number }> & {
  readonly [Unused in "array" | "file" | "notify" | "typed" | "types"]: never;
};

/**
 * Runs statements in one transaction: commits when `run` resolves, rolls back when it or any of its
 * statements fails. Statements that come after the end, or after the connection was lost, are refused: they
 * would run outside of any transaction, or inside another one.
 */
export async function runTransaction<Result>(
  pool: ConnectionPool,
  run: (transaction: Transaction) => Promise<Result>,
  group = NO_GROUP,
): Promise<Result> {
  const connection = await begin(pool, group);
  let failure: { readonly error: unknown } | undefined;
  let isOver = false;
  const execute = (statement: Statement) => {
    const { resolve, reject } = statement;
    if (isOver) return reject(new Error("the transaction is over"));
    void connection.run(statement).then(resolve, (error: unknown) => {
      failure ??= { error };
      reject(error);
    });
  };
  try {
    const result = await run(statementsOf(connection.sql, execute));
    // A statement may have failed without being awaited; PostgreSQL would roll back and report a commit.
    if (failure !== undefined) throw failure.error;
    isOver = true;
    await runText(connection, "commit");
    return result;
  } catch (error) {
    isOver = true;
    // If the rollback fails, the end of the connection rolls back.
    if (connection.lost === undefined) {
      await runText(connection, "rollback").catch((cause: unknown) => connection.lose(cause));
    }
    throw error;
  } finally {
    pool.give(connection);
  }
}

/** Nothing has happened yet: a connection that was cut while idle is replaced. */
async function begin(pool: ConnectionPool, group: string): Promise<Connection> {
  for (let attempt = 0; ; attempt += 1) {
    const connection = await pool.take(group);
    try {
      await runText(connection, "begin");
      return connection;
    } catch (error) {
      pool.give(connection);
      if (!pool.mayTryAgain(connection, attempt, true)) throw error;
    }
  }
}

async function runText(connection: Connection, text: string): Promise<unknown> {
  return await connection.run(statementOf(connection.sql.unsafe(text)));
}

/** The ways to make a statement that this code base uses, with us as the executor. */
export function statementsOf(sql: Driver, execute: (statement: Statement) => void): Transaction {
  const make = (...parts: Parameters<typeof sql>) => takeOver(sql(...parts), execute);
  return Object.assign(make, {
    json: (value: postgres.JSONValue) => sql.json(value),
    unsafe: (...parts: Parameters<typeof sql.unsafe>) => takeOver(sql.unsafe(...parts), execute),
  }) as unknown as Transaction;
}
