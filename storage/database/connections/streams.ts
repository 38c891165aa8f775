import type { Readable } from "node:stream";
import type { ConnectionPool } from "./connection-pool.ts";
import { statementOf } from "./driver.ts";
import { ConnectionError } from "./socket.ts";

/**
 * The bytes of a `copy … to stdout`. Its connection is not used again: an abandoned copy would have to be
 * read to its end first, and the driver no longer sees what is copied. Files are few and large.
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
    const copied = await connection.tapCopies();
    const outcome = (await connection.run(statementOf(connection.sql.unsafe(text)))) as Readable;
    outcome.once("error", (error) => copied.end(error)).once("end", () => copied.end());
    outcome.resume();
    for (;;) {
      const pieces = await connection.guard<readonly Uint8Array[]>(silenceMs, (resolve, reject) =>
        copied.next(resolve, reject),
      );
      if (pieces.length === 0) return;
      yield* pieces;
    }
  } finally {
    connection.lose(new ConnectionError("CONNECTION_ENDED", "the copy is over"));
  }
}
