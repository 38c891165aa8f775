import { LRUCache } from "lru-cache";
import type { Clock } from "../core/clock.ts";

/** How a {@link ReadThroughCache} loads and how long it remembers. */
export interface ReadThroughOptions<Value> {
  /** Reads a value from its source; undefined for a key that names nothing, which is not remembered. */
  readonly load: (key: string) => Promise<Value | undefined>;
  /** Values remembered at most; the least recently used one leaves first. */
  readonly entriesMax: number;
  /** How long a value is used without a new look, in milliseconds from the start of its load. */
  readonly freshMs: number;
  /** An older value is used up to this age, in milliseconds, where the load fails for such a reason. */
  readonly stale?: { readonly maxMs: number; readonly isOutage: (error: unknown) => boolean };
  readonly clock: Clock;
}

interface Entry<Value> {
  readonly value: Value;
  readonly loadedAtMs: number;
}

/**
 * Remembers what it reads (a read-through cache), with one load in flight for each key (single flight). A
 * change that arrives during a load keeps the loaded value, which may be old, from being remembered.
 *
 * It does not use lru-cache's own `fetchMethod`, for three reasons seen in version 11.5. With
 * `allowStaleOnFetchRejection`, a failed first load resolves to undefined, so an outage looks like "does not
 * exist". A load that is invalidated and finds nothing rejects with "deleted". A value that no longer exists
 * stays as a stale one.
 */
export class ReadThroughCache<Value extends object | string> {
  readonly #options: ReadThroughOptions<Value>;
  readonly #entries: LRUCache<string, Entry<Value>>;
  /** Loads whose value will be remembered: those of keys that were forgotten meanwhile are not among them. */
  readonly #flights = new Map<string, Promise<Value | undefined>>();

  constructor(options: ReadThroughOptions<Value>) {
    this.#options = options;
    this.#entries = new LRUCache({ max: options.entriesMax });
  }

  /** The value of a key, if it is remembered and fresh. */
  peek(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    return entry !== undefined && this.#ageMs(entry) < this.#options.freshMs ? entry.value : undefined;
  }

  /** The value of a key, loaded where it is not fresh; undefined where the key names nothing. */
  async get(key: string): Promise<Value | undefined> {
    const fresh = this.peek(key);
    if (fresh !== undefined) return fresh;
    try {
      return await (this.#flights.get(key) ?? this.#start(key));
    } catch (error) {
      const entry = this.#entries.get(key);
      if (entry !== undefined && this.#mayServeStale(entry, error)) return entry.value;
      throw error;
    }
  }

  /** Forgets a key after a change. */
  forget(key: string): void {
    this.#entries.delete(key);
    this.#flights.delete(key);
  }

  /** Forgets the values that a change concerns. Loads in flight may concern them too. */
  forgetWhere(concerns: (value: Value) => boolean): void {
    for (const [key, { value }] of this.#entries.entries()) {
      if (concerns(value)) this.#entries.delete(key);
    }
    this.#flights.clear();
  }

  /** Forgets everything, for instance because changes may have been missed. */
  forgetAll(): void {
    this.#entries.clear();
    this.#flights.clear();
  }

  #start(key: string): Promise<Value | undefined> {
    const loadedAtMs = this.#options.clock();
    const flight = this.#options.load(key).then(
      (value) => {
        if (!this.#land(key, flight)) return value;
        if (value === undefined) this.#entries.delete(key);
        else this.#entries.set(key, { value, loadedAtMs });
        return value;
      },
      (error: unknown) => {
        this.#land(key, flight);
        throw error;
      },
    );
    this.#flights.set(key, flight);
    return flight;
  }

  /** Ends a flight; false when its key was forgotten meanwhile. */
  #land(key: string, flight: Promise<Value | undefined>): boolean {
    return this.#flights.get(key) === flight && this.#flights.delete(key);
  }

  #mayServeStale(entry: Entry<Value>, error: unknown): boolean {
    const { stale } = this.#options;
    return stale !== undefined && this.#ageMs(entry) < stale.maxMs && stale.isOutage(error);
  }

  #ageMs({ loadedAtMs }: Entry<Value>): number {
    return this.#options.clock() - loadedAtMs;
  }
}
