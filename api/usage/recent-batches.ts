/**
 * How long before the last batch a batch may be sent and still be kept, in milliseconds. Redis writes to disk
 * a second or two after it acknowledges. The time since the last batch does not matter: a Redis that returns
 * after an hour has lost the last second before its outage.
 */
const KEPT_MS = 5_000;

/** Characters that are kept at most. */
const LENGTH_MAX = 64 * 1024 * 1024;

/**
 * Keeps the batches of the last seconds, to send them again after an outage of Redis: it may have lost
 * batches that it had acknowledged.
 */
export class RecentBatches {
  #batches: { readonly encoded: string; readonly atMs: number }[] = [];
  #length = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Keeps a batch. */
  add(encoded: string): void {
    const now = this.#now();
    this.#batches.push({ encoded, atMs: now });
    this.#length += encoded.length;
    const [oldest] = this.#batches;
    if ((oldest !== undefined && now - oldest.atMs > KEPT_MS * 2) || this.#length > LENGTH_MAX) {
      this.#forget(now);
    }
  }

  /** The kept batches, oldest first. */
  list(): string[] {
    return this.#batches.map((batch) => batch.encoded);
  }

  #forget(now: number): void {
    let first = 0;
    let length = this.#length;
    for (const { encoded, atMs } of this.#batches) {
      if (now - atMs <= KEPT_MS && length <= LENGTH_MAX) break;
      length -= encoded.length;
      first += 1;
    }
    this.#batches = this.#batches.slice(first);
    this.#length = length;
  }
}
