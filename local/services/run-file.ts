import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { identifyProcess, isRunning, signalProcess, type ProcessIdentity } from "./process-identity.ts";

const LOOK_INTERVAL_MS = 20;

/** The one process that runs a program for a directory, as the next start finds it after a crash of this one. */
export class RunFile {
  readonly #file: string;

  constructor(directory: string, name: string) {
    const folder = join(directory, "run");
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, `${name}.json`);
  }

  /** Notes that this process runs the program now. */
  remember(pid: number): void {
    const identity = identifyProcess(pid);
    if (identity !== undefined) writeFileSync(this.#file, JSON.stringify(identity));
  }

  /** Notes that no process runs the program. */
  forget(): void {
    rmSync(this.#file, { force: true });
  }

  /** Ends the process a former start has left, which may already be shutting down: the signal, the deadline, then SIGKILL. */
  async endFormer(signal: NodeJS.Signals, deadlineMs: number): Promise<void> {
    const former = this.#read();
    if (former === undefined) return;
    const deadline = Date.now() + deadlineMs;
    if (isRunning(former)) signalProcess(former.pid, signal);
    while (isRunning(former)) {
      if (Date.now() > deadline) signalProcess(former.pid, "SIGKILL");
      await delay(LOOK_INTERVAL_MS);
    }
    this.forget();
  }

  #read(): ProcessIdentity | undefined {
    try {
      return JSON.parse(readFileSync(this.#file, "utf8")) as ProcessIdentity;
    } catch {
      return undefined;
    }
  }
}
