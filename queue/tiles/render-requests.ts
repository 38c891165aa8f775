import { ProblemError } from "../../core/errors.ts";
import { newId } from "../../infra/new-id.ts";
import type { BlockKey } from "../../core/tiles/tile-block.ts";
import type { Logger } from "../../infra/logger.ts";
import type { RedisConnection } from "../connection.ts";
import type { Handover, Message, TileFailure } from "./handover.ts";
import type { JobPayload } from "../jobs.ts";
import type { JobProducer } from "../job-producer.ts";

type RenderJob = JobPayload<"tile.render">;

/** Looks a tile up where workers put them; undefined when it is not there (yet). */
type LookUp = () => Promise<Buffer | undefined>;

/** One caller that waits for one tile of a block. */
class Waiter {
  readonly bytes: Promise<Buffer>;
  readonly lookUp: LookUp;
  resolve!: (bytes: Buffer) => void;
  reject!: (error: unknown) => void;

  constructor(lookUp: LookUp) {
    this.lookUp = lookUp;
    this.bytes = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}

/** A block with waiters. */
interface Block {
  readonly key: BlockKey;
  /** Made only when a job is added: most waiters join one that is on its way. */
  readonly job: () => RenderJob;
  /** By tile, as `x/y`. */
  readonly waiters: Map<string, Set<Waiter>>;
  /** Tiles that Redis has not heard of. */
  unasked: string[];
}

/** How a tile is waited for. */
interface RequestOptions {
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
  readonly lookUp: LookUp;
  /** The job that renders the tile's block. */
  readonly job: () => RenderJob;
}

/** How often a wait asks again by itself, in case a message, a job or a worker was lost. */
const POLL_MS = 1_000;

/** For how long tiles of a block are gathered before it is asked for: what a map view asks for comes within a few milliseconds. */
const GATHER_MS = 2;

/**
 * Asks for tiles and waits for them: one subscription a process, one question for the neighbours that are wanted together, however many wait, a look
 * right after asking, a slow poll, and always a deadline. (BullMQ's own `waitUntilFinished` loses the race with removed jobs.)
 */
export class RenderRequests {
  readonly #blocks = new Map<string, Block>();
  readonly #processId = newId();
  readonly #producer: JobProducer;
  readonly #handover: Handover;
  readonly #subscription: RedisConnection;
  #poll: NodeJS.Timeout | undefined;
  #waiting = 0;

  private constructor(producer: JobProducer, handover: Handover, subscription: RedisConnection) {
    this.#producer = producer;
    this.#handover = handover;
    this.#subscription = subscription;
  }

  /** Subscribes; the subscription survives reconnects. */
  static start(options: {
    producer: JobProducer;
    handover: Handover;
    subscription: RedisConnection;
    logger: Logger;
  }): RenderRequests {
    const { producer, handover, subscription, logger } = options;
    const requests = new RenderRequests(producer, handover, subscription);
    handover
      .listen(subscription, requests.#processId, (message) => requests.#hear(message))
      .catch((error: unknown) => logger.error({ err: error }, "subscribing to rendered tiles failed"));
    requests.#poll = setInterval(() => requests.#askAgain(), POLL_MS).unref();
    return requests;
  }

  /** How many callers wait now. */
  get waiting(): number {
    return this.#waiting;
  }

  /**
   * One tile of a block, as bytes; an empty buffer is a tile without data. Rejects with a ProblemError: `unavailable` after the deadline or when
   * Redis is away, `render_failed` when the raster is refused. An aborted signal stops waiting; a tile whose last waiter has gone
   * is not rendered. `lookUp` is asked for a tile that was handed over before, or without being heard.
   */
  async request(blockKey: BlockKey, tile: string, options: RequestOptions): Promise<Buffer> {
    const waiter = this.#join(blockKey, tile, options);
    const timer = setTimeout(() => waiter.reject(deadlinePassed(options.deadlineMs)), options.deadlineMs);
    const onAbort = () => waiter.reject(new ProblemError("unavailable", "The request was cancelled."));
    options.signal?.addEventListener("abort", onAbort, { once: true });
    this.#waiting += 1;
    try {
      const bytes = await waiter.bytes;
      this.#leave(blockKey, tile, waiter, "served");
      return bytes;
    } catch (error) {
      this.#leave(blockKey, tile, waiter, "gone");
      throw error;
    } finally {
      this.#waiting -= 1;
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", onAbort);
    }
  }

  /** Stops listening; callers that still wait are answered `unavailable`. */
  async close(): Promise<void> {
    clearInterval(this.#poll);
    const stopping = new ProblemError("unavailable", "The server is stopping; try again.", {
      retryAfterSeconds: 1,
    });
    for (const [key, { waiters }] of this.#blocks) this.#reject(key, [...waiters.keys()], stopping);
    await this.#subscription.punsubscribe().catch(() => undefined);
  }

  #join(key: BlockKey, tile: string, { lookUp, job }: RequestOptions): Waiter {
    const waiter = new Waiter(lookUp);
    const block: Block = this.#blocks.get(key) ?? { key, job, waiters: new Map(), unasked: [] };
    this.#blocks.set(key, block);
    const others = block.waiters.get(tile);
    if (others !== undefined) {
      others.add(waiter);
      return waiter;
    }
    block.waiters.set(tile, new Set([waiter]));
    if (block.unasked.push(tile) === 1) setTimeout(() => this.#askUnasked(block), GATHER_MS);
    return waiter;
  }

  #askUnasked(block: Block): void {
    const tiles = block.unasked.filter((tile) => block.waiters.has(tile));
    block.unasked = [];
    if (tiles.length > 0) {
      this.#ask(block, tiles).catch((error: unknown) => this.#reject(block.key, tiles, error));
    }
  }

  /** An interval's own question may fail: the next one comes, or the deadline. */
  #askAgain(): void {
    for (const block of this.#blocks.values()) {
      const asked = [...block.waiters.keys()].filter((tile) => !block.unasked.includes(tile));
      if (asked.length > 0) this.#ask(block, asked).catch(() => undefined);
    }
  }

  async #ask({ key: blockKey, job }: Block, tiles: readonly string[]): Promise<void> {
    try {
      const { delivered, needsJob } = await this.#handover.want(blockKey, this.#processId, tiles);
      if (needsJob) await this.#producer.enqueue("tile.render", job());
      if (delivered.length > 0) await this.#fetch(blockKey, delivered);
    } catch (error) {
      throw new ProblemError("unavailable", "Tiles cannot be rendered right now; try again.", {
        cause: error,
        internal: "the render queue is away",
        retryAfterSeconds: 2,
      });
    }
  }

  #hear({ blockKey, tile, outcome }: Message): void {
    if (outcome.ok) this.#resolve(blockKey, tile, outcome.bytes);
    else this.#reject(blockKey, [tile], problemOf(outcome));
  }

  /** Looks for tiles that were handed over; who waits for one that is not in the store yet goes on waiting. */
  async #fetch(blockKey: string, tiles: readonly string[]): Promise<void> {
    const kept = await this.#handover.fetchKept(blockKey, tiles);
    const look = async (tile: string) => {
      const [waiter] = this.#blocks.get(blockKey)?.waiters.get(tile) ?? [];
      const bytes = kept.get(tile) ?? (await waiter?.lookUp());
      if (bytes !== undefined) this.#resolve(blockKey, tile, bytes);
    };
    await Promise.all(tiles.map(look));
  }

  #resolve(blockKey: string, tile: string, bytes: Buffer): void {
    for (const waiter of this.#blocks.get(blockKey)?.waiters.get(tile) ?? []) waiter.resolve(bytes);
  }

  #reject(blockKey: string, tiles: readonly string[], error: unknown): void {
    const block = this.#blocks.get(blockKey);
    for (const tile of tiles) {
      for (const waiter of block?.waiters.get(tile) ?? []) waiter.reject(error);
    }
  }

  /** The worker itself ends the wish for a tile that it delivers; a caller that gives up has to take it back. */
  #leave(blockKey: string, tile: string, waiter: Waiter, how: "served" | "gone"): void {
    const block = this.#blocks.get(blockKey);
    const waiters = block?.waiters.get(tile);
    if (block === undefined || waiters === undefined) return;
    waiters.delete(waiter);
    if (waiters.size > 0) return;
    block.waiters.delete(tile);
    if (block.waiters.size === 0) this.#blocks.delete(blockKey);
    if (how === "gone") this.#handover.unwant(blockKey, this.#processId, tile).catch(() => undefined);
  }
}

function deadlinePassed(deadlineMs: number): ProblemError {
  return new ProblemError("unavailable", "The tile could not be rendered in time; try again.", {
    internal: `no render within ${deadlineMs} ms`,
    retryAfterSeconds: 2,
  });
}

function problemOf({ refused, detail }: TileFailure): ProblemError {
  return refused
    ? new ProblemError("render_failed", detail)
    : new ProblemError("unavailable", detail, { retryAfterSeconds: 2 });
}
