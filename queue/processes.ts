import { hostname } from "node:os";
import type { Logger } from "../infra/logger.ts";
import { newId } from "../infra/new-id.ts";
import { within } from "../infra/within.ts";
import { onServerChange, type RedisConnection } from "./connection.ts";

/** How often a process says that it is there, and after how long without a word it counts as gone. */
const SAID_EVERY_MS = 5_000;
const GONE_AFTER_MS = 20_000;

/** A process of the system, as it describes itself. */
export interface ProcessState {
  readonly id: string;
  readonly program: "api" | "workers";
  /** The pools of a worker, with how many pieces of work each takes at once. */
  readonly places: Readonly<Record<string, number>>;
  /** How long a piece of work of a pool took lately, in seconds; absent before the first one. */
  readonly pieceSeconds: Readonly<Record<string, number>>;
  readonly host: string;
  readonly pid: number;
  readonly startedAtMs: number;
}

/** How long a process waits at its end until it is off the list. */
const LEAVING_MS = 300;

const keyOf = (prefix: string) => `${prefix}:processes`;

/** This process, for the list; its places are those of a worker's pools. */
export function ownProcess(
  program: ProcessState["program"],
  places: ProcessState["places"],
): Omit<ProcessState, "pieceSeconds"> {
  return { id: newId(), program, places, host: hostname(), pid: process.pid, startedAtMs: Date.now() };
}

/** Says in Redis that this process is there, until it closes; other processes and operators read it. */
export function announceProcess(
  connection: RedisConnection,
  prefix: string,
  describe: () => ProcessState,
  logger: Logger,
): { close(): Promise<void> } {
  const say = async () => {
    const state = describe();
    const said = JSON.stringify({ ...state, saidAtMs: Date.now() });
    await connection.hset(keyOf(prefix), state.id, said);
  };
  const trySaying = () =>
    void say().catch((error: unknown) => logger.debug({ err: error }, "the process is not listed"));
  if (connection.status === "ready") trySaying();
  onServerChange(connection, trySaying);
  const timer = setInterval(trySaying, SAID_EVERY_MS).unref();
  return {
    close: async () => {
      clearInterval(timer);
      const removal = connection.hdel(keyOf(prefix), describe().id).catch(() => undefined);
      // A silent Redis keeps no process from its end: the entry ends by itself.
      await within(LEAVING_MS, removal, () => undefined);
    },
  };
}

/** The processes that said lately that they are there; forgets those that have not for an hour. */
export async function listProcesses(connection: RedisConnection, prefix: string): Promise<ProcessState[]> {
  const entries = Object.entries(await connection.hgetall(keyOf(prefix)));
  const now = Date.now();
  const present: ProcessState[] = [];
  for (const [id, text] of entries) {
    const { saidAtMs, ...state } = JSON.parse(text) as ProcessState & { saidAtMs: number };
    if (now - saidAtMs < GONE_AFTER_MS) present.push(state);
    else if (now - saidAtMs > 3_600_000) await connection.hdel(keyOf(prefix), id);
  }
  return present.toSorted((a, b) => a.program.localeCompare(b.program) || a.startedAtMs - b.startedAtMs);
}
