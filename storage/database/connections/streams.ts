import type { Readable } from "node:stream";
import type { ConnectionPool } from "./connection-pool.ts";
import { statementOf } from "./driver.ts";
import { ConnectionError } from "./socket.ts";

/**
 * The bytes of a `copy … to stdout`. Its connection is not used again: an abandoned copy would have to be
 * read to its end first, and the driver can leave the socket paused for ever at the end. Files are few and
 * large.
 */
export async function* copyOut(
  pool: ConnectionPool,
  text: string,
  silenceMs: number,
): AsyncGenerator<Uint8Array> {
  const connection = await pool.take();
  try {
    const stream = (await connection.run(statementOf(connection.sql.unsafe(text)))) as Readable;
    const pieces = stream.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>;
    for (;;) {
      const piece = await connection.guard<IteratorResult<Uint8Array>>(silenceMs, (resolve, reject) => {
        pieces.next().then(resolve, reject);
      });
      if (piece.done === true) return;
      yield piece.value;
    }
  } finally {
    connection.lose(new ConnectionError("CONNECTION_ENDED", "the copy is over"));
  }
}

/**
 * The rows of a query, read from a cursor of PostgreSQL's: the driver's own cursors write to connections that
 * are gone.
 */
export async function* readInBatches(
  pool: ConnectionPool,
  text: string,
  batchRows: number,
): AsyncGenerator<unknown[][]> {
  const connection = await pool.take();
  const run = async (sql: string) =>
    (await connection.run(statementOf(connection.sql.unsafe(sql).values()))) as unknown[][];
  try {
    await run("begin read only");
    await run(`declare batches no scroll cursor for ${text}`);
    for (;;) {
      const rows = await run(`fetch forward ${batchRows} from batches`);
      if (rows.length === 0) return;
      yield [...rows];
    }
  } finally {
    if (connection.lost === undefined)
      await run("rollback").catch((error: unknown) => connection.lose(error));
    pool.give(connection);
  }
}
