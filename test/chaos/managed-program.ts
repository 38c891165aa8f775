import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { siblingEntry } from "../../infra/entry.ts";

/** How a program ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What is started, and where it says that it is ready. */
export interface ProgramPlan {
  readonly name: string;
  readonly program: "api" | "workers";
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly healthPort: number;
}

const RESTART_AFTER_MS = 200;
const READY_WITHIN_MS = 180_000;

/** A program that is started again whenever it ends, as a cluster does; how it ended is kept. */
export class ManagedProgram {
  readonly plan: ProgramPlan;
  readonly #log: number;
  #child: ChildProcess | undefined;
  #isStopping = false;

  constructor(plan: ProgramPlan, directory: string) {
    this.plan = plan;
    this.#log = openSync(join(directory, `${plan.name}.log`), "a");
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it; resolves when it is ready. */
  async start(): Promise<void> {
    this.#spawn();
    await this.untilReady();
  }

  /** Sends a signal; resolves to how the process ended, and after how long. */
  async end(signal: NodeJS.Signals): Promise<Exit & { readonly milliseconds: number }> {
    const child = this.#child;
    if (child === undefined) return { code: null, signal: null, milliseconds: 0 };
    const startedAt = performance.now();
    const gone = once(child, "exit");
    child.kill(signal);
    const [code, endedBy] = (await gone) as [number | null, NodeJS.Signals | null];
    return { code, signal: endedBy, milliseconds: Math.round(performance.now() - startedAt) };
  }

  /** Sends a signal that does not end it. */
  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.#child?.kill(signal);
  }

  /** Resolves when the process of now is ready. */
  async untilReady(): Promise<void> {
    const giveUpAt = performance.now() + READY_WITHIN_MS;
    while (!(await isReady(this.plan.healthPort))) {
      if (performance.now() > giveUpAt) throw new Error(`${this.plan.name} is not ready`);
      await delay(100);
    }
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const late = setTimeout(() => this.#child?.kill("SIGKILL"), 30_000);
    await this.end("SIGTERM");
    clearTimeout(late);
  }

  #spawn(): void {
    const { program, args, environment } = this.plan;
    const { path, execArgv } = siblingEntry(import.meta.url, `../../programs/${program}`);
    // The channel ends the program when this process dies.
    this.#child = spawn(process.execPath, [...execArgv, path, ...args], {
      env: { PATH: process.env["PATH"], ...environment },
      stdio: ["ignore", this.#log, this.#log, "ipc"],
    });
    this.#child.once("exit", () => {
      this.#child = undefined;
      if (!this.#isStopping) setTimeout(() => this.#spawn(), RESTART_AFTER_MS);
    });
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(1_000);
    return (await fetch(`http://127.0.0.1:${port}/health/ready`, { signal })).ok;
  } catch {
    return false;
  }
}
