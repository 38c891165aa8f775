import { Piscina } from "piscina";
import { siblingThread } from "../infra/entry.ts";
import type { PasswordTask, ThreadPriority } from "./password-thread.ts";

/** How long a task may starve in an idle thread before a low-priority thread takes it over. */
const STARVING_MS = 1_000;

/**
 * `prompt` tasks get a fair share of a processor; `patient` ones what others leave, and a little after a
 * second.
 */
export type Urgency = "prompt" | "patient";

/**
 * Threads for bcrypt that delay no other work for long. Patient tasks run in idle threads; one that starves
 * there for a second runs in a low-priority thread. Prompt tasks have threads of their own.
 */
export class PasswordThreads {
  readonly #idle: Piscina;
  readonly #low: Piscina;
  readonly #fair: Piscina;
  readonly #threadsMax: number;
  /** Tasks in idle threads, including starved ones that still run. */
  #inIdle = 0;
  #finished = 0;

  constructor(threadsMax: number) {
    this.#threadsMax = threadsMax;
    this.#idle = openPool({ minThreads: 1, maxThreads: threadsMax });
    this.#low = openPool({ minThreads: 0, maxThreads: threadsMax, idleTimeout: 60_000 });
    this.#fair = openPool({ minThreads: 1, maxThreads: threadsMax });
  }

  /** Runs a task; the caller bounds how many of each urgency run at once. */
  async run(task: PasswordTask, urgency: Urgency): Promise<string | boolean> {
    const result =
      urgency === "prompt" ? await runIn(this.#fair, task, "fair") : await this.#runPatient(task);
    this.#finished += 1;
    return result;
  }

  /** Tasks that have finished. */
  get finished(): number {
    return this.#finished;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all([this.#idle.destroy(), this.#low.destroy(), this.#fair.destroy()]);
  }

  async #runPatient(task: PasswordTask): Promise<string | boolean> {
    const isFree = this.#inIdle < this.#threadsMax;
    return isFree ? await this.#runIdle(task) : await runIn(this.#low, task, "low");
  }

  async #runIdle(task: PasswordTask): Promise<string | boolean> {
    this.#inIdle += 1;
    const running = runIn(this.#idle, task, "idle").finally(() => {
      this.#inIdle -= 1;
    });
    let timer: NodeJS.Timeout | undefined;
    const starving = new Promise<"starving">((resolve) => {
      timer = setTimeout(resolve, STARVING_MS, "starving");
    });
    try {
      const first = await Promise.race([running, starving]);
      if (first !== "starving") return first;
      return await Promise.race([running, runIn(this.#low, task, "low")]);
    } finally {
      clearTimeout(timer);
    }
  }
}

async function runIn(pool: Piscina, task: PasswordTask, priority: ThreadPriority): Promise<string | boolean> {
  return (await pool.run({ task, priority })) as string | boolean;
}

function openPool(size: { minThreads: number; maxThreads: number; idleTimeout?: number }): Piscina {
  const thread = siblingThread(import.meta.url, "./password-thread");
  return new Piscina({ ...thread, ...size, name: "run", execArgv: [] });
}
