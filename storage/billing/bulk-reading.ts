import type { Database, Queryable } from "../database/database.ts";

/**
 * For statements over all rows of a month, until the end of the transaction: they sort and group in memory,
 * and the limits of requests are not for them.
 */
export async function allowBulk(transaction: Queryable): Promise<void> {
  await transaction`set local statement_timeout = '15min'`;
  await transaction`set local work_mem = '64MB'`;
}

/** Reads all rows of a month in a transaction of its own. */
export async function readBulk<Result>(
  database: Database,
  read: (transaction: Queryable) => Promise<Result>,
): Promise<Result> {
  return await database.begin(async (transaction) => {
    await allowBulk(transaction);
    return await read(transaction);
  });
}
