/**
 * What was sent this long before the last batch is kept, in milliseconds: Redis writes what it acknowledged to the disk within a second or two.
 * It is not the time since: a Redis that comes back after an hour has lost the last second before it went.
 */
const KEPT_MS = 5_000;

/** And never more than this many characters of them. */
const LENGTH_MAX = 64 * 1024 * 1024;

/** What was sent in the last seconds, to be sent again when the stream comes back: it may have lost what it had acknowledged. */
export class RecentBatches {
  #batches: { readonly encoded: string; readonly atMs: number }[] = [];
  #length = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Remembers a batch. */
  add(encoded: string): void {
    const now = this.#now();
    this.#batches.push({ encoded, atMs: now });
    this.#length += encoded.length;
    const [oldest] = this.#batches;
    if ((oldest !== undefined && now - oldest.atMs > KEPT_MS * 2) || this.#length > LENGTH_MAX) {
      this.#forget(now);
    }
  }

  /** What is remembered, oldest first. */
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
