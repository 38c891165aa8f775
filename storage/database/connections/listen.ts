import { setTimeout as sleep } from "node:timers/promises";
import { Connection } from "./connection.ts";
import type { ParsedOptions } from "./options.ts";
import type { Statement } from "./query.ts";

/** A channel that is being listened to. */
export interface Listening {
  close(): Promise<void>;
}

/** A connection that says nothing may be dead: it is asked as often as this, and has as long to answer. */
const HEARTBEAT_MS = 5_000;

const PAUSE_AFTER_LOSS_MS = 250;

/**
 * Listens to a channel on a connection of its own, and on another one when that is lost; `onListening` runs whenever it listens anew. Rejects when
 * PostgreSQL cannot be reached at the start; afterwards it tries until it is closed.
 */
export async function listen(
  options: ParsedOptions,
  channel: string,
  onNotice: (payload: string) => void,
  onListening: () => void,
): Promise<Listening> {
  const closing = new AbortController();
  let attempts = 0;
  const open = async () => {
    const heard = { ...options, onnotify: (_channel: string, payload: string) => onNotice(payload) };
    const connection = new Connection(heard, HEARTBEAT_MS, attempts % options.host.length, () => undefined);
    attempts += 1;
    await connection.run(connection.sql.unsafe(`listen "${channel}"`) as unknown as Statement);
    onListening();
    return connection;
  };
  const keep = async (first: Connection) => {
    let connection = first;
    while (!closing.signal.aborted) {
      try {
        if (connection.lost !== undefined) connection = await open();
        await connection.guard<void>(2 * HEARTBEAT_MS, (resolve, reject) => {
          sleep(HEARTBEAT_MS, undefined, closing).then(resolve, reject);
        });
        await connection.run(connection.sql.unsafe("select 1") as unknown as Statement);
      } catch {
        await sleep(PAUSE_AFTER_LOSS_MS, undefined, closing).catch(() => undefined);
      }
    }
    await connection.close();
  };
  const kept = keep(await open());
  return {
    close: async () => {
      closing.abort();
      await kept;
    },
  };
}
