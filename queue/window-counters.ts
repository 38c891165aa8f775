import { LRUCache } from "lru-cache";
import type { Clock } from "../core/clock.ts";
import type { RedisConnection } from "./connection.ts";

/**
 * Counts in fixed windows of time, shared by all processes through Redis. While Redis is unavailable each
 * process counts for itself: limits get looser by the number of processes, but never vanish.
 */
export class WindowCounters {
  readonly #local = new LRUCache<string, number>({ max: 100_000 });
  readonly #connection: RedisConnection;
  readonly #prefix: string;
  readonly #clock: Clock;

  constructor(connection: RedisConnection, prefix: string, clock: Clock) {
    this.#connection = connection;
    this.#prefix = prefix;
    this.#clock = clock;
  }

  /** Adds one to the current window of a name; resolves to the new count. */
  async increment(name: string, windowSeconds: number): Promise<number> {
    const key = this.#windowKey(name, windowSeconds);
    try {
      const results = await this.#connection
        .pipeline()
        .incr(key)
        .expire(key, windowSeconds + 1)
        .exec();
      const [error, count] = results?.[0] ?? [new Error("no answer")];
      if (error) throw error;
      return Number(count);
    } catch {
      const count = (this.#local.get(key) ?? 0) + 1;
      this.#local.set(key, count);
      return count;
    }
  }

  /** The counts of the current windows of several names. */
  async read(names: readonly string[], windowSeconds: number): Promise<number[]> {
    const keys = names.map((name) => this.#windowKey(name, windowSeconds));
    try {
      const values = await this.#connection.mget(keys);
      return values.map((value) => Number(value ?? 0));
    } catch {
      return keys.map((key) => this.#local.get(key) ?? 0);
    }
  }

  /** Seconds until the current window ends. */
  secondsLeft(windowSeconds: number): number {
    return windowSeconds - (Math.floor(this.#clock() / 1000) % windowSeconds);
  }

  #windowKey(name: string, windowSeconds: number): string {
    const window = Math.floor(this.#clock() / 1000 / windowSeconds);
    return `${this.#prefix}:count:${name}:${window}`;
  }
}
