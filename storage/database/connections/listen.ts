import { setTimeout as sleep } from "node:timers/promises";
import { Connection } from "./connection.ts";
import { statementOf, type ParsedOptions } from "./driver.ts";

/** A subscription to a channel. */
export interface Listening {
  /** Whether what is announced now is heard: PostgreSQL answered on this connection a moment ago. */
  isHearing(): boolean;
  close(): Promise<void>;
}

/** A silent connection may be dead: it is probed this often, and has as long to answer. */
const HEARTBEAT_MS = 2_000;

/** After so long without an answer, announcements may have been missed. */
const DEAF_AFTER_MS = 2 * HEARTBEAT_MS + 500;

const PAUSE_AFTER_LOSS_MS = 250;

/**
 * Listens to a channel on a connection of its own, and on another one when that is lost; `onListening` runs
 * after each start. Rejects when no host of PostgreSQL can be reached at first; afterwards it tries until it
 * is closed.
 */
export async function listen(
  options: ParsedOptions,
  channel: string,
  onNotice: (payload: string) => void,
  onListening: () => void,
): Promise<Listening> {
  const closing = new AbortController();
  let attempts = 0;
  let heardAtMs = -Infinity;
  const open = async () => {
    const listening = { ...options, onnotify: (_channel: string, payload: string) => onNotice(payload) };
    const connection = new Connection(
      listening,
      HEARTBEAT_MS,
      attempts % options.host.length,
      () => undefined,
    );
    attempts += 1;
    await connection.run(statementOf(connection.sql.unsafe(`listen "${channel}"`)));
    heardAtMs = performance.now();
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
        await connection.run(statementOf(connection.sql.unsafe("select 1")));
        heardAtMs = performance.now();
      } catch {
        await sleep(PAUSE_AFTER_LOSS_MS, undefined, closing).catch(() => undefined);
      }
    }
    await connection.close();
  };
  const openAny = async () => {
    while (attempts < options.host.length - 1) {
      try {
        return await open();
      } catch {
        // The next host may answer.
      }
    }
    return await open();
  };
  const kept = keep(await openAny());
  return {
    isHearing: () => performance.now() - heardAtMs < DEAF_AFTER_MS,
    close: async () => {
      closing.abort();
      await kept;
    },
  };
}
