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
  settings: Readonly<Record<string, string>> = {},
): AsyncGenerator<Uint8Array> {
  const connection = await pool.take();
  try {
    // They end with the connection.
    for (const [name, value] of Object.entries(settings)) {
      await connection.run(statementOf(connection.sql`select set_config(${name}, ${value}, false)`));
    }
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
