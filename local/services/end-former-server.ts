import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { processesIn, signalProcess } from "./processes.ts";

/** The data of a server; two servers must never work on it at once. */
export interface ServerData {
  /** The working directory of the server's processes. */
  readonly directory: string;
  /** Where the server writes the number of its first process. */
  readonly pidFile: string;
}

const LOOK_INTERVAL_MS = 20;

/**
 * Waits until no process of the program works in the data directory. Stops a server that a killed start has
 * left: by the signal, after the deadline by SIGKILL. Removes its pid file then, because PostgreSQL refuses
 * to start while any process of its account, such as a server of another clone, has that number.
 */
export async function endFormerServer(
  { directory, pidFile }: ServerData,
  program: { readonly command: string; readonly stopSignal: NodeJS.Signals; readonly stopDeadlineMs: number },
): Promise<void> {
  if (!existsSync(pidFile)) return;
  const first = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
  const findAll = () => processesIn(basename(program.command), directory);
  const deadline = Date.now() + program.stopDeadlineMs;
  if (findAll().includes(first)) signalProcess(first, program.stopSignal);
  for (let left = findAll(); left.length > 0; left = findAll()) {
    if (Date.now() > deadline) for (const pid of left) signalProcess(pid, "SIGKILL");
    await delay(LOOK_INTERVAL_MS);
  }
  rmSync(pidFile, { force: true });
}
