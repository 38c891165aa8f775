import { Piscina } from "piscina";
import { siblingThread } from "../infra/entry.ts";
import type { PasswordTask, ThreadPriority } from "./password-thread.ts";

/** How long a task may starve in an idle thread before a thread with a share of the processor does it. */
const STARVING_MS = 1_000;

/**
 * Threads for bcrypt that delay nothing else: tasks run where nothing else wants to, and only where everything always does, in a thread of low
 * priority after a second.
 */
export class PasswordThreads {
  readonly #idle: Piscina;
  readonly #low: Piscina;
  readonly #threadsMax: number;
  /** Tasks in idle threads, with those that were given up as starving and still run. */
  #inIdle = 0;
  #finished = 0;

  constructor(threadsMax: number) {
    this.#threadsMax = threadsMax;
    this.#idle = openPool({ minThreads: 1, maxThreads: threadsMax });
    this.#low = openPool({ minThreads: 0, maxThreads: threadsMax, idleTimeout: 60_000 });
  }

  /** Does a task; the caller bounds how many run at once. */
  async run(task: PasswordTask): Promise<string | boolean> {
    const isFree = this.#inIdle < this.#threadsMax;
    const result = isFree ? await this.#runIdle(task) : await runIn(this.#low, task, "low");
    this.#finished += 1;
    return result;
  }

  /** Tasks done. */
  get finished(): number {
    return this.#finished;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all([this.#idle.destroy(), this.#low.destroy()]);
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
