import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { RunFile } from "./run-file.ts";
import { spawnGuarded, type GuardedProgram } from "./guard.ts";
import { isGroupRunning, signalProcess } from "./process-identity.ts";
import { fileBytes, prepareLog, readTail } from "./program-log.ts";

/** A program that is kept running. */
export interface SupervisedProgram extends Omit<GuardedProgram, "stdio"> {
  /** Names its log, `<logs>/<name>.log`. */
  readonly name: string;
  /** Runs before every start, restarts included. */
  readonly prepare?: () => Promise<void> | void;
  /** Asked again and again until it says true; a rejection means not yet. */
  readonly isReady: (pid: number) => Promise<boolean> | boolean;
  readonly readyDeadlineMs: number;
  readonly stopSignal: NodeJS.Signals;
  readonly stopDeadlineMs: number;
}

/** Where supervision keeps its files, and who hears of restarts. */
export interface Supervision {
  /** Holds `logs/` and `run/`. */
  readonly directory: string;
  /** Hears one sentence for everything a person at the terminal should know. */
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
/** The kernel ends a killed process at once, or not before a disk or network share that hangs has answered. */
const GROUP_DEADLINE_MS = 10_000;
/** A program that ran this long before it died starts over with the shortest wait. */
const STEADY_MS = 10_000;

/**
 * Starts a program, resolves when it is ready, and starts it again whenever it dies by itself. Rejects, with the end of its log,
 * when it is not ready by its deadline or dies three times before. A former run of the same name in the same directory is ended
 * first: two servers never share their data.
 */
export async function supervise(
  program: SupervisedProgram,
  supervision: Supervision,
): Promise<SupervisedProcess> {
  const runFile = new RunFile(supervision.directory, program.name);
  await runFile.endFormer(program.stopSignal, program.stopDeadlineMs);
  const supervisor = new Supervisor(program, supervision, runFile);
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
  readonly #runFile: RunFile;
  readonly #logFile: string;
  readonly #logStart: number;
  readonly #stopping = new AbortController();
  #child: ChildProcess | undefined;
  #deaths = 0;
  #wasReady = false;
  #loop: Promise<void> | undefined;

  constructor(program: SupervisedProgram, supervision: Supervision, runFile: RunFile) {
    this.#program = program;
    this.#supervision = supervision;
    this.#runFile = runFile;
    this.#logFile = prepareLog(supervision.directory, program.name);
    this.#logStart = fileBytes(this.#logFile);
  }

  get name(): string {
    return this.#program.name;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    this.#loop = this.#keepRunning();
    const { name, readyDeadlineMs, isReady } = this.#program;
    const deadline = Date.now() + readyDeadlineMs;
    while (this.#deaths < EARLY_DEATHS_MAX && Date.now() < deadline) {
      const pid = this.pid;
      if (pid !== undefined && (await becomesTrue(() => isReady(pid)))) {
        this.#wasReady = true;
        return;
      }
      await delay(PROBE_INTERVAL_MS);
    }
    const reason =
      this.#deaths < EARLY_DEATHS_MAX ? `was not ready in ${readyDeadlineMs / 1000} s` : "did not start";
    throw new Error(
      `${name} ${reason}. The end of ${this.#logFile}:\n${readTail(this.#logFile, this.#logStart)}`,
    );
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const child = this.#child;
    if (child !== undefined) {
      child.kill(this.#program.stopSignal);
      const hardStop = setTimeout(() => killGroup(child), this.#program.stopDeadlineMs);
      await this.#loop;
      clearTimeout(hardStop);
    }
    await this.#loop;
  }

  async #keepRunning(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const began = Date.now();
      const reason = await this.#runOnce().catch((error: Error) => error.message);
      if (this.#stopping.signal.aborted) return;
      this.#deaths = Date.now() - began > STEADY_MS ? 1 : this.#deaths + 1;
      const waitMs = Math.min(BACKOFF_FIRST_MS * 2 ** (this.#deaths - 1), BACKOFF_LAST_MS);
      if (this.#wasReady) this.#supervision.log(`${this.name} ended (${reason}); starting it again.`);
      await delay(waitMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  async #runOnce(): Promise<string> {
    await this.#program.prepare?.();
    if (this.#stopping.signal.aborted) return "stopped";
    const log = openSync(this.#logFile, "a");
    const child = spawnGuarded({ ...this.#program, stdio: ["ignore", log, log] });
    closeSync(log);
    const ended = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
    if (child.pid !== undefined) this.#runFile.remember(child.pid);
    this.#child = child;
    try {
      const [code, signal] = await ended;
      return signal ?? `exit code ${code}`;
    } finally {
      this.#child = undefined;
      await endGroup(child);
      this.#runFile.forget();
    }
  }
}

/** What a program started must not outlive it: a signal is only sent by then, and its receivers may still write to their files. */
async function endGroup(child: ChildProcess): Promise<void> {
  killGroup(child);
  const deadline = Date.now() + GROUP_DEADLINE_MS;
  while (child.pid !== undefined && isGroupRunning(child.pid) && Date.now() < deadline) {
    await delay(PROBE_INTERVAL_MS);
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined) signalProcess(-child.pid, "SIGKILL");
}

async function becomesTrue(probe: () => Promise<boolean> | boolean): Promise<boolean> {
  try {
    return await probe();
  } catch {
    return false;
  }
}
