import { ProblemError } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import type { Logger } from "../infra/logger.ts";
import type { RedisConnection } from "./connection.ts";
import { decodeOutcome, type BlockOutcome, type Handover } from "./handover.ts";
import type { JobPayload } from "./jobs.ts";
import type { JobProducer } from "./producer.ts";

type RenderJob = JobPayload<"tile.render">;

/** One caller that waits for one tile of a block. */
class Waiter {
  readonly tile: string;
  readonly bytes: Promise<Buffer>;
  resolve!: (bytes: Buffer) => void;
  reject!: (error: unknown) => void;

  constructor(tile: string) {
    this.tile = tile;
    this.bytes = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}

interface Block {
  readonly waiters: Set<Waiter>;
}

/** How often a wait looks by itself, in case an announcement was lost. */
const POLL_MS = 1_000;

/**
 * Asks for blocks of tiles and waits for them: one subscription a process, one job a block however many wait, a look right after
 * asking, a slow poll, and always a deadline. (BullMQ's own `waitUntilFinished` loses the race with removed jobs.)
 */
export class RenderRequests {
  readonly #blocks = new Map<string, Block>();
  readonly #processId = newId();
  readonly #producer: JobProducer;
  readonly #handover: Handover;
  readonly #subscription: RedisConnection;
  readonly #logger: Logger;
  #poll: NodeJS.Timeout | undefined;

  private constructor(
    producer: JobProducer,
    handover: Handover,
    subscription: RedisConnection,
    logger: Logger,
  ) {
    this.#producer = producer;
    this.#handover = handover;
    this.#subscription = subscription;
    this.#logger = logger;
  }

  /** Subscribes; the subscription survives reconnects. */
  static start(options: {
    producer: JobProducer;
    handover: Handover;
    subscription: RedisConnection;
    logger: Logger;
  }): RenderRequests {
    const requests = new RenderRequests(
      options.producer,
      options.handover,
      options.subscription,
      options.logger,
    );
    options.subscription.on("message", (_channel: string, message: string) =>
      requests.#onAnnouncement(message),
    );
    options.subscription.subscribe(options.handover.channel).catch((error: unknown) => {
      options.logger.error({ err: error }, "subscribing to rendered blocks failed");
    });
    requests.#poll = setInterval(() => requests.#lookAtAll(), POLL_MS).unref();
    return requests;
  }

  /** How many callers wait now. */
  get waiting(): number {
    let count = 0;
    for (const block of this.#blocks.values()) count += block.waiters.size;
    return count;
  }

  /**
   * One tile of a block, as bytes; an empty buffer is a tile without data. Rejects with a ProblemError: `unavailable` after the deadline or when
   * Redis is away, `render_failed` when the raster is refused. An aborted signal stops waiting; when the last waiter has gone, the block
   * is not rendered.
   */
  async request(
    job: RenderJob,
    tile: string,
    options: { deadlineMs: number; signal: AbortSignal | undefined },
  ): Promise<Buffer> {
    const waiter = new Waiter(tile);
    const block = this.#blocks.get(job.blockKey);
    if (block === undefined) {
      this.#blocks.set(job.blockKey, { waiters: new Set([waiter]) });
      this.#ask(job, tile).catch((error: unknown) => this.#rejectAll(job.blockKey, error));
    } else {
      block.waiters.add(waiter);
    }
    const timer = setTimeout(() => waiter.reject(deadlinePassed(options.deadlineMs)), options.deadlineMs);
    const onAbort = () => waiter.reject(new ProblemError("unavailable", "The request was cancelled."));
    options.signal?.addEventListener("abort", onAbort, { once: true });
    try {
      const bytes = await waiter.bytes;
      this.#leave(job.blockKey, waiter, "served");
      return bytes;
    } catch (error) {
      this.#leave(job.blockKey, waiter, "gone");
      throw error;
    } finally {
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
    for (const key of this.#blocks.keys()) this.#rejectAll(key, stopping);
    await this.#subscription.unsubscribe().catch(() => undefined);
  }

  async #ask(job: RenderJob, tile: string): Promise<void> {
    try {
      const bytes = await this.#handover.want(job.blockKey, this.#processId, tile);
      if (bytes !== undefined) return await this.#settleFromHandover(job.blockKey);
      await this.#producer.enqueue("tile.render", job, { deduplicationId: job.blockKey });
    } catch (error) {
      throw new ProblemError("unavailable", "Tiles cannot be rendered right now; try again.", {
        cause: error,
        internal: "the render queue is away",
        retryAfterSeconds: 2,
      });
    }
  }

  #onAnnouncement(message: string): void {
    const { blockKey, outcome } = decodeOutcome(message);
    if (!this.#blocks.has(blockKey)) return;
    if (outcome.ok) void this.#settleFromHandover(blockKey);
    else this.#rejectAll(blockKey, problemOf(outcome));
  }

  /** Answers every waiter whose tile was handed over; the others go on waiting. */
  async #settleFromHandover(blockKey: string): Promise<void> {
    const waiters = [...(this.#blocks.get(blockKey)?.waiters ?? [])];
    const tiles = [...new Set(waiters.map((waiter) => waiter.tile))];
    try {
      const found = new Map<string, Buffer | undefined>();
      await Promise.all(
        tiles.map(async (tile) => found.set(tile, await this.#handover.fetch(blockKey, tile))),
      );
      for (const waiter of waiters) {
        const bytes = found.get(waiter.tile);
        if (bytes !== undefined) waiter.resolve(bytes);
      }
    } catch (error) {
      this.#logger.warn({ err: error }, "fetching rendered tiles failed");
    }
  }

  #rejectAll(blockKey: string, error: unknown): void {
    for (const waiter of this.#blocks.get(blockKey)?.waiters ?? []) waiter.reject(error);
  }

  #lookAtAll(): void {
    for (const blockKey of this.#blocks.keys()) void this.#settleFromHandover(blockKey);
  }

  /** The worker itself ends the wish for a block that it delivers; a caller that gives up has to take it back. */
  #leave(blockKey: string, waiter: Waiter, how: "served" | "gone"): void {
    const block = this.#blocks.get(blockKey);
    if (block === undefined) return;
    block.waiters.delete(waiter);
    if (block.waiters.size > 0) return;
    this.#blocks.delete(blockKey);
    if (how === "gone") this.#handover.unwant(blockKey, this.#processId).catch(() => undefined);
  }
}

function deadlinePassed(deadlineMs: number): ProblemError {
  return new ProblemError("unavailable", "The tile could not be rendered in time; try again.", {
    internal: `no render within ${deadlineMs} ms`,
    retryAfterSeconds: 2,
  });
}

function problemOf(outcome: Extract<BlockOutcome, { ok: false }>): ProblemError {
  return outcome.refused
    ? new ProblemError("render_failed", outcome.detail)
    : new ProblemError("unavailable", outcome.detail, { retryAfterSeconds: 2 });
}
