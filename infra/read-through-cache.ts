import { LRUCache } from "lru-cache";
import type { Clock } from "../core/clock.ts";
import { within } from "./within.ts";

/** Older values that are used while the source fails or is silent. */
interface StaleOptions {
  /** The age up to which they are used, in milliseconds. */
  readonly maxMs: number;
  /** How long a load may take before the older value is used instead; the load goes on. */
  readonly budgetMs: number;
  /** Whether a failed load means that the source is unavailable; other failures reach the caller. */
  readonly isOutage: (error: unknown) => boolean;
}

/** How a {@link ReadThroughCache} loads and how long it remembers. */
export interface ReadThroughOptions<Value> {
  /** Reads a value from its source; undefined for a key that names nothing, which is not remembered. */
  readonly load: (key: string) => Promise<Value | undefined>;
  /** Values remembered at most; the least recently used one leaves first. */
  readonly entriesMax: number;
  /** How long a value is used without a new look, in milliseconds from the start of its load. */
  readonly freshMs: number | ((value: Value) => number);
  readonly stale?: StaleOptions;
  readonly clock: Clock;
}

interface Entry<Value> {
  readonly value: Value;
  readonly loadedAtMs: number;
  /** When its source last failed or was silent; until a load succeeds, no caller waits for one. */
  overdueAtMs?: number;
}

/** How often the source of an overdue value is tried, beside the requests. */
const RETRY_MS = 1_000;

/**
 * Remembers what it reads (a read-through cache), with one load in flight for each key (single flight). A
 * change that arrives during a load keeps the loaded value, which may be old, from being remembered. While
 * the source is unavailable or silent, older values are used at once and loaded in the background (stale
 * while revalidate).
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

  /** The value of a key, if it is remembered and fresh, or if its source is unavailable. */
  peek(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (this.#isFresh(entry)) return entry.value;
    if (entry.overdueAtMs === undefined || !this.#isUsable(entry)) return undefined;
    this.#loadBeside(key, entry);
    return entry.value;
  }

  /** The value of a key, loaded where it is not fresh; undefined where the key names nothing. */
  async get(key: string): Promise<Value | undefined> {
    const known = this.peek(key);
    if (known !== undefined) return known;
    const flight = this.#flights.get(key) ?? this.#start(key);
    const entry = this.#entries.get(key);
    const { stale } = this.#options;
    if (stale === undefined || entry === undefined || !this.#isUsable(entry)) return await flight;
    try {
      return await this.#within(stale.budgetMs, flight, { key, entry });
    } catch (error) {
      // A change that was announced meanwhile has removed the entry.
      if (!stale.isOutage(error) || this.#entries.get(key) !== entry || !this.#isUsable(entry)) throw error;
      entry.overdueAtMs = this.#options.clock();
      return entry.value;
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

  /** The outcome of a load within the budget; then the older value, which is used until a load succeeds. */
  async #within(
    budgetMs: number,
    flight: Promise<Value | undefined>,
    { key, entry }: { readonly key: string; readonly entry: Entry<Value> },
  ): Promise<Value | undefined> {
    return await within(budgetMs, flight, () => {
      // A change that was announced meanwhile has removed the entry.
      if (this.#entries.get(key) !== entry) return flight;
      entry.overdueAtMs = this.#options.clock();
      return entry.value;
    });
  }

  /** Tries the source of an overdue value, once in a while; no caller waits. */
  #loadBeside(key: string, entry: Entry<Value>): void {
    const nowMs = this.#options.clock();
    if (this.#flights.has(key) || nowMs - (entry.overdueAtMs ?? 0) < RETRY_MS) return;
    entry.overdueAtMs = nowMs;
    this.#start(key).catch((error: unknown) => {
      // The next request then waits for a load, and learns what is wrong.
      if (this.#options.stale?.isOutage(error) !== true) delete entry.overdueAtMs;
    });
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
    // Where the older value was used instead, its failure has no receiver.
    flight.catch(() => undefined);
    this.#flights.set(key, flight);
    return flight;
  }

  /** Ends a flight; false when its key was forgotten meanwhile. */
  #land(key: string, flight: Promise<Value | undefined>): boolean {
    return this.#flights.get(key) === flight && this.#flights.delete(key);
  }

  #isUsable(entry: Entry<Value>): boolean {
    const { stale } = this.#options;
    return stale !== undefined && this.#ageMs(entry) < stale.maxMs;
  }

  #isFresh(entry: Entry<Value>): boolean {
    const { freshMs } = this.#options;
    return this.#ageMs(entry) < (typeof freshMs === "number" ? freshMs : freshMs(entry.value));
  }

  #ageMs({ loadedAtMs }: Entry<Value>): number {
    return this.#options.clock() - loadedAtMs;
  }
}
