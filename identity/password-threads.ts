import { Piscina } from "piscina";
import { siblingThread } from "../infra/entry.ts";
import type { PasswordTask, ThreadPriority } from "./password-thread.ts";

/** How long tasks may wait for a free processor before another thread takes them over. */
export type Urgency = "trusted" | "prompt" | "patient";

/**
 * Urgencies: how long a task may starve in an idle thread, and the priority of the thread that takes it over
 * then. For `restMs` after that, tasks do not try the idle thread first.
 */
const URGENCIES = {
  trusted: { starvingMs: 500, priority: "fair", restMs: 10_000 },
  prompt: { starvingMs: 500, priority: "fair", restMs: 10_000 },
  patient: { starvingMs: 1_000, priority: "low", restMs: 0 },
} as const satisfies Record<Urgency, { starvingMs: number; priority: ThreadPriority; restMs: number }>;

/**
 * Threads for bcrypt that delay no other work. Tasks run in idle threads; a task that starves there runs in
 * another thread as well: a trusted or prompt one soon and with a fair share, a patient one later and with a
 * small share.
 */
export class PasswordThreads {
  readonly #lanes: Readonly<Record<Urgency, ThreadLane>>;
  #finished = 0;

  /** `threadsMax` is for each urgency. */
  constructor(threadsMax: number) {
    this.#lanes = {
      trusted: new ThreadLane("trusted", threadsMax),
      prompt: new ThreadLane("prompt", threadsMax),
      patient: new ThreadLane("patient", threadsMax),
    };
  }

  /** Runs a task; the caller bounds how many of each urgency run at once. */
  async run(task: PasswordTask, urgency: Urgency): Promise<string | boolean> {
    const result = await this.#lanes[urgency].run(task);
    this.#finished += 1;
    return result;
  }

  /** Tasks that have finished. */
  get finished(): number {
    return this.#finished;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.#lanes).map((lane) => lane.close()));
  }
}

/** The threads of one urgency. */
class ThreadLane {
  readonly #idle: Piscina;
  readonly #rescue: Piscina;
  readonly #urgency: Urgency;
  readonly #threadsMax: number;
  /** Tasks in idle threads, including starved ones that still run. */
  #inIdle = 0;
  #idleAgainAt = 0;

  constructor(urgency: Urgency, threadsMax: number) {
    this.#urgency = urgency;
    this.#threadsMax = threadsMax;
    this.#idle = openPool({ minThreads: 1, maxThreads: threadsMax });
    const minThreads = urgency === "patient" ? 0 : 1;
    this.#rescue = openPool({ minThreads, maxThreads: threadsMax, idleTimeout: 60_000 });
  }

  async run(task: PasswordTask): Promise<string | boolean> {
    const isIdleFree = this.#inIdle < this.#threadsMax && performance.now() >= this.#idleAgainAt;
    return isIdleFree ? await this.#runIdle(task) : await this.#runRescued(task);
  }

  async close(): Promise<void> {
    await Promise.all([this.#idle.destroy(), this.#rescue.destroy()]);
  }

  async #runIdle(task: PasswordTask): Promise<string | boolean> {
    this.#inIdle += 1;
    const running = runIn(this.#idle, task, "idle").finally(() => {
      this.#inIdle -= 1;
    });
    let timer: NodeJS.Timeout | undefined;
    const starving = new Promise<"starving">((resolve) => {
      timer = setTimeout(resolve, URGENCIES[this.#urgency].starvingMs, "starving");
    });
    try {
      const first = await Promise.race([running, starving]);
      if (first !== "starving") return first;
      this.#idleAgainAt = performance.now() + URGENCIES[this.#urgency].restMs;
      return await Promise.race([running, this.#runRescued(task)]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #runRescued(task: PasswordTask): Promise<string | boolean> {
    return await runIn(this.#rescue, task, URGENCIES[this.#urgency].priority);
  }
}

async function runIn(pool: Piscina, task: PasswordTask, priority: ThreadPriority): Promise<string | boolean> {
  return (await pool.run({ task, priority })) as string | boolean;
}

function openPool(size: { minThreads: number; maxThreads: number; idleTimeout?: number }): Piscina {
  const thread = siblingThread(import.meta.url, "./password-thread");
  return new Piscina({ ...thread, ...size, name: "run", execArgv: [] });
}
