import { LRUCache } from "lru-cache";
import type { Clock } from "../core/clock.ts";
import type { Logger } from "../infra/logger.ts";
import type { RedisConnection } from "./connection.ts";

/** How often a process tells its counts to Redis, and learns those of the others. */
const EXCHANGE_MS = 250;

/** The length of a window. */
const WINDOW_SECONDS = 60;

interface Count {
  readonly window: number;
  /** What all processes had counted at the last exchange, and this one since. */
  total: number;
  /** What this process has not told yet. */
  untold: number;
}

/**
 * Rates in windows of a minute, counted without a wait: each process counts in memory and exchanges its
 * counts through Redis four times a second. So a limit can be exceeded by what the other processes admit
 * within that time. While Redis is unavailable each process counts for itself.
 */
export class SharedRates {
  readonly #counts = new LRUCache<string, Count>({ max: 100_000 });
  readonly #untold = new Map<string, Count>();
  readonly #connection: RedisConnection;
  readonly #prefix: string;
  readonly #clock: Clock;
  readonly #timer: NodeJS.Timeout;
  #isExchanging = false;

  constructor(connection: RedisConnection, prefix: string, clock: Clock, logger: Logger) {
    this.#connection = connection;
    this.#prefix = prefix;
    this.#clock = clock;
    this.#timer = setInterval(() => {
      this.#exchange().catch((error: unknown) => logger.debug({ err: error }, "rates were not exchanged"));
    }, EXCHANGE_MS).unref();
  }

  /** Adds one to the current minute of a name; returns the new count, as far as this process knows. */
  add(name: string): number {
    const window = Math.floor(this.#clock() / 1_000 / WINDOW_SECONDS);
    let count = this.#counts.get(name);
    if (count?.window !== window) {
      count = { window, total: 0, untold: 0 };
      this.#counts.set(name, count);
    }
    count.total += 1;
    count.untold += 1;
    this.#untold.set(name, count);
    return count.total;
  }

  /** Seconds until the current minute ends. */
  secondsLeft(): number {
    return WINDOW_SECONDS - (Math.floor(this.#clock() / 1_000) % WINDOW_SECONDS);
  }

  /** Ends the exchange. */
  close(): void {
    clearInterval(this.#timer);
  }

  /** One exchange at a time: a slow Redis must not pile them up. */
  async #exchange(): Promise<void> {
    if (this.#isExchanging || this.#untold.size === 0) return;
    this.#isExchanging = true;
    const told = [...this.#untold].map(([name, count]) => ({ name, count, added: count.untold }));
    this.#untold.clear();
    try {
      const pipeline = this.#connection.pipeline();
      for (const { name, count, added } of told) {
        const key = `${this.#prefix}:rate:${name}:${count.window}`;
        pipeline.incrby(key, added).expire(key, 2 * WINDOW_SECONDS);
        count.untold -= added;
      }
      const results = (await pipeline.exec()) ?? [];
      for (const [at, { count }] of told.entries()) {
        const [error, total] = results[2 * at] ?? [];
        if (!error && typeof total === "number") count.total = total + count.untold;
      }
    } finally {
      this.#isExchanging = false;
    }
  }
}
