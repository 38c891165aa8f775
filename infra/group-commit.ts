/**
 * What happens to the items of a failed write.
 * - `reject`: their promise rejects. For items that must not be lost without the caller's knowledge.
 * - `requeue`: they are written again, before newer ones, and keep their room. For items that can wait.
 * - `drop`: they are forgotten, and their promise resolves. For items that the caller can do without.
 */
type FailurePolicy = "reject" | "requeue" | "drop";

/**
 * How a {@link GroupCommit} gathers, writes and fails. `gatherMs` is how long an item waits for others; left
 * out: while each turn of the event loop brings more items, at most four turns.
 */
export type GroupCommitOptions<Item> = Limits<Item> &
  // Without a pause, what is queued again would be tried in a tight loop.
  (
    | { readonly onFailure: "requeue"; readonly gatherMs: number }
    | { readonly onFailure: Exclude<FailurePolicy, "requeue">; readonly gatherMs?: number }
  );

interface Limits<Item> {
  /** Writes a batch, oldest item first. At most one write is in flight. */
  readonly write: (items: readonly Item[]) => Promise<void>;
  /** Items held at most, those of the write in flight included; {@link GroupCommit.add} refuses more. */
  readonly itemsMax: number;
  /** Items in one write at most; left out: `itemsMax`. */
  readonly batchMax?: number;
  /** Runs after each failed write, and at close for items that are still not written. */
  readonly onError?: (error: unknown, items: readonly Item[]) => void;
}

/** Learns what became of its item, at the cost of a call: a promise and its listeners cost several. */
export interface Waiter {
  written(): void;
  failed(error: unknown): void;
}

interface Batch<Item> {
  readonly items: Item[];
  readonly waiters: Waiter[];
  readonly written: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Turns of the event loop for which a batch without `gatherMs` may wait. */
const TURNS_MAX = 4;

/** How long {@link GroupCommit.close} waits for writes, in milliseconds. */
const CLOSE_DEADLINE_MS = 4_000;

/**
 * Writes items in batches (a group commit): items that arrive during a write share the next one, so the cost
 * per item falls as the load rises. Bounded, in order, and drained on close.
 */
export class GroupCommit<Item> {
  readonly #options: GroupCommitOptions<Item>;
  readonly #itemsMax: number;
  readonly #batchMax: number;
  /** Oldest first; only the last one grows. The batch in flight is not among them. */
  readonly #batches: Batch<Item>[] = [];
  #last: Batch<Item> | undefined;
  #held = 0;
  #isWriting = false;
  #turn: NodeJS.Immediate | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosing = false;
  #onIdle: (() => void) | undefined;

  constructor(options: GroupCommitOptions<Item>) {
    this.#options = options;
    this.#itemsMax = options.itemsMax;
    this.#batchMax = options.batchMax ?? options.itemsMax;
  }

  /** Items that are not written yet, those of the write in flight included. */
  get held(): number {
    return this.#held;
  }

  /**
   * Takes an item. All items of a batch share one promise, which settles after the write by the policy for
   * failures. Undefined, at once, when the bound is reached or after {@link close}: then the item is not
   * taken.
   */
  add(item: Item): Promise<void> | undefined {
    return this.#add(item)?.written;
  }

  /** As {@link add}, with a waiter instead of the promise; false when the item is not taken. */
  addFor(waiter: Waiter, item: Item): boolean {
    return this.#add(item)?.waiters.push(waiter) !== undefined;
  }

  /**
   * Writes what is held. Items that are not written within the deadline fail by the policy; `requeue` drops
   * them.
   */
  async close(deadlineMs = CLOSE_DEADLINE_MS): Promise<void> {
    this.#isClosing = true;
    this.#stopGathering();
    if (!this.#isWriting) void this.#writeNext();
    if (this.#held === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, deadlineMs);
      this.#onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    const late = new Error(`not written within ${deadlineMs} ms of closing`);
    for (const batch of this.#batches.splice(0)) this.#giveUp(batch, late);
  }

  #add(item: Item): Batch<Item> | undefined {
    if (this.#held >= this.#itemsMax || this.#isClosing) return undefined;
    this.#held += 1;
    let batch = this.#last;
    if (batch === undefined || batch.items.length >= this.#batchMax) batch = this.#openBatch();
    batch.items.push(item);
    if (!this.#isWriting && this.#turn === undefined && this.#timer === undefined) this.#gather();
    return batch;
  }

  #openBatch(): Batch<Item> {
    const batch = newBatch<Item>();
    this.#batches.push(batch);
    this.#last = batch;
    return batch;
  }

  #gather(): void {
    const { gatherMs } = this.#options;
    if (gatherMs === undefined) {
      this.#gatherTurns(1);
      return;
    }
    this.#timer = setTimeout(() => void this.#writeNext(), gatherMs).unref();
  }

  /**
   * Waits turn by turn for as long as each turn brings items: without load that is one turn, which costs no
   * time.
   */
  #gatherTurns(turns: number): void {
    const before = this.#held;
    this.#turn = setImmediate(() => {
      if (this.#held === before || turns >= TURNS_MAX) void this.#writeNext();
      else this.#gatherTurns(turns + 1);
    });
  }

  #stopGathering(): void {
    clearImmediate(this.#turn);
    clearTimeout(this.#timer);
    this.#turn = undefined;
    this.#timer = undefined;
  }

  async #writeNext(): Promise<void> {
    this.#stopGathering();
    const batch = this.#batches.shift();
    if (batch === undefined) return;
    if (batch === this.#last) this.#last = undefined;
    this.#isWriting = true;
    try {
      await this.#options.write(batch.items);
      this.#succeed(batch);
    } catch (error) {
      this.#fail(batch, error);
    }
    this.#isWriting = false;
    this.#continue();
  }

  #continue(): void {
    const [next] = this.#batches;
    if (next === undefined) this.#onIdle?.();
    else if (this.#isClosing) void this.#writeNext();
    else this.#gather();
  }

  #fail(batch: Batch<Item>, error: unknown): void {
    if (this.#options.onFailure === "requeue" && !this.#isClosing) {
      this.#options.onError?.(error, batch.items);
      this.#batches.unshift(batch);
      return;
    }
    this.#giveUp(batch, error);
  }

  #giveUp(batch: Batch<Item>, error: unknown): void {
    this.#options.onError?.(error, batch.items);
    if (this.#options.onFailure !== "reject") {
      this.#succeed(batch);
      return;
    }
    this.#held -= batch.items.length;
    batch.reject(error);
    tellAll(batch.waiters, (waiter) => waiter.failed(error));
  }

  #succeed(batch: Batch<Item>): void {
    this.#held -= batch.items.length;
    batch.resolve();
    tellAll(batch.waiters, (waiter) => waiter.written());
  }
}

/** Calls each waiter; a failure of one is uncaught, and does not reach the others. */
function tellAll(waiters: readonly Waiter[], tell: (waiter: Waiter) => void): void {
  for (const waiter of waiters) {
    try {
      tell(waiter);
    } catch (error) {
      process.nextTick(() => {
        throw error;
      });
    }
  }
}

function newBatch<Item>(): Batch<Item> {
  let settle: Pick<Batch<Item>, "resolve" | "reject"> | undefined;
  const written = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Each caller sees the failure; a caller that does not wait must not end the process.
  written.catch(() => undefined);
  return {
    items: [],
    waiters: [],
    written,
    ...(settle as unknown as Pick<Batch<Item>, "resolve" | "reject">),
  };
}
