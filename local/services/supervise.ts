import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { endFormerServer, type ServerData } from "./end-former-server.ts";
import { isGroupRunning, signalProcess } from "./processes.ts";
import { fileBytes, prepareLog, readTail } from "./program-log.ts";
import { spawnGuarded, type GuardedProgram } from "./spawn-guarded.ts";

/** A program that is kept running. */
export interface SupervisedProgram extends Omit<GuardedProgram, "stdio"> {
  /** Names its log, `<logs>/<name>.log`. */
  readonly name: string;
  /** A server's data; before every start, restarts included, a former server is ended. */
  readonly data?: ServerData;
  /** Gives it an IPC channel: API and workers end when it breaks, also where the kernel sends no signal. */
  readonly hasChannel?: boolean;
  /** Probed until it returns true; a rejection means not yet. */
  readonly isReady: (pid: number) => Promise<boolean> | boolean;
  readonly readyDeadlineMs: number;
  readonly stopSignal: NodeJS.Signals;
  readonly stopDeadlineMs: number;
}

/** Where supervision writes its logs, and how it reports restarts. */
export interface Supervision {
  /** Holds `logs/`. */
  readonly directory: string;
  /** Receives one sentence for each event that the person at the terminal should see. */
  readonly log: (line: string) => void;
}

/** A program under supervision. */
export interface SupervisedProcess {
  readonly name: string;
  /** Changes with every restart; undefined between two. */
  readonly pid: number | undefined;
  /** Ends the program for good: the stop signal, the deadline, then SIGKILL for its whole group. */
  stop(): Promise<void>;
}

const PROBE_INTERVAL_MS = 20;
const EARLY_DEATHS_MAX = 3;
const BACKOFF_FIRST_MS = 100;
const BACKOFF_LAST_MS = 5000;
/**
 * A killed process with much memory lives on for a moment, and one in a disk access until the disk answers.
 */
const GROUP_DEADLINE_MS = 10_000;
/** After a run of this length, the back-off begins again. */
const STEADY_MS = 10_000;

/**
 * Starts a program, resolves when it is ready, and restarts it when it dies. Rejects with the end of its log
 * when it is not ready by its deadline or dies three times before.
 */
export async function supervise(
  program: SupervisedProgram,
  supervision: Supervision,
): Promise<SupervisedProcess> {
  const supervisor = new Supervisor(program, supervision);
  try {
    await supervisor.start();
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return supervisor;
}

class Supervisor implements SupervisedProcess {
  readonly #program: SupervisedProgram;
  readonly #supervision: Supervision;
  readonly #logFile: string;
  readonly #stopping = new AbortController();
  #child: ChildProcess | undefined;
  #deaths = 0;
  #wasReady = false;
  #loop: Promise<void> | undefined;

  constructor(program: SupervisedProgram, supervision: Supervision) {
    this.#program = program;
    this.#supervision = supervision;
    this.#logFile = prepareLog(supervision.directory, program.name);
  }

  get name(): string {
    return this.#program.name;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    const { name, readyDeadlineMs, isReady } = this.#program;
    const logStart = fileBytes(this.#logFile);
    this.#loop = this.#keepRunning();
    const deadline = Date.now() + readyDeadlineMs;
    while (this.#deaths < EARLY_DEATHS_MAX && Date.now() < deadline) {
      const pid = this.pid;
      if (pid !== undefined && (await becomesTrue(() => isReady(pid)))) {
        this.#wasReady = true;
        return;
      }
      await delay(PROBE_INTERVAL_MS);
    }
    const hasDied = this.#deaths >= EARLY_DEATHS_MAX;
    const reason = hasDied ? "did not start" : `was not ready in ${readyDeadlineMs / 1000} s`;
    throw new Error(`${name} ${reason}. The end of ${this.#logFile}:\n${readTail(this.#logFile, logStart)}`);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const child = this.#child;
    child?.kill(this.#program.stopSignal);
    const hardStop = setTimeout(() => killGroup(child), this.#program.stopDeadlineMs);
    await this.#loop;
    clearTimeout(hardStop);
  }

  async #keepRunning(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const began = Date.now();
      const reason = await this.#runOnce().catch((error: Error) => error.message);
      if (signal.aborted) return;
      this.#deaths = Date.now() - began > STEADY_MS ? 1 : this.#deaths + 1;
      if (this.#wasReady) this.#supervision.log(`${this.name} ended (${reason}); starting it again.`);
      const waitMs = Math.min(BACKOFF_FIRST_MS * 2 ** (this.#deaths - 1), BACKOFF_LAST_MS);
      await delay(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #runOnce(): Promise<string> {
    const { data, hasChannel } = this.#program;
    if (data !== undefined) await endFormerServer(data, this.#program);
    if (this.#stopping.signal.aborted) return "stopped";
    const log = openSync(this.#logFile, "a");
    const stdio = ["ignore" as const, log, log, ...(hasChannel === true ? ["ipc" as const] : [])];
    const child = spawnGuarded({ ...this.#program, stdio });
    closeSync(log);
    this.#child = child;
    try {
      const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
      return signal ?? `exit code ${code}`;
    } finally {
      this.#child = undefined;
      await endGroup(child);
    }
  }
}

/** Children of a program must not outlive it: they could still write to its files. */
async function endGroup(child: ChildProcess): Promise<void> {
  killGroup(child);
  const deadline = Date.now() + GROUP_DEADLINE_MS;
  while (child.pid !== undefined && isGroupRunning(child.pid) && Date.now() < deadline) {
    await delay(PROBE_INTERVAL_MS);
  }
}

function killGroup(child: ChildProcess | undefined): void {
  if (child?.pid !== undefined) signalProcess(-child.pid, "SIGKILL");
}

async function becomesTrue(probe: () => Promise<boolean> | boolean): Promise<boolean> {
  try {
    return await probe();
  } catch {
    return false;
  }
}
