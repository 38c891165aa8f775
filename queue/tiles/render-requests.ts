import { ProblemError } from "../../core/errors.ts";
import { newId } from "../../infra/new-id.ts";
import type { BlockKey } from "../../core/tiles/tile-block.ts";
import type { Logger } from "../../infra/logger.ts";
import type { RedisConnection } from "../connection.ts";
import type { Handover, Message, TileFailure, Urgency } from "./handover.ts";
import type { RenderWork } from "../jobs.ts";
import type { JobProducer } from "../job-producer.ts";
import { partitionOf } from "../partitions.ts";
import type { PublishedStyles } from "./published-styles.ts";

/** The work of a block, and the layers with the styles that it names. */
interface StyledJob {
  readonly job: RenderWork;
  readonly layers: Parameters<PublishedStyles["publish"]>[0];
}

/** Looks a tile up in memory and in the store; undefined when it is not there (yet). */
type LookUp = () => Promise<Buffer | undefined>;

/** One request that waits for one tile of a block. */
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
  readonly organizationId: string;
  readonly route: Route;
  /** Called only when a job is added: most waiters join a block whose job is in the queue already. */
  readonly job: () => StyledJob;
  /** Waiters by tile name. */
  readonly waiters: Map<string, Set<Waiter>>;
  /** `background` until a viewer joins: the block is then as urgent as any. */
  urgency: Urgency;
  /** Tiles whose first waiter was work in the background. */
  readonly inBackground: Set<string>;
  /** Tiles gathered since this process last registered as a waiter. */
  gathered: string[];
  /** When this process last registered; undefined before the first time. */
  registeredAtMs: number | undefined;
}

/** The conditions of a wait, and how its tile is found or rendered. */
interface RequestOptions {
  /** In whose turn the block is rendered. */
  readonly organizationId: string;
  /** `now` unless told otherwise. */
  readonly urgency?: Urgency | undefined;
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
  readonly lookUp: LookUp;
  /** Makes the job that renders the tile's block. */
  readonly job: () => StyledJob;
}

/** How renders of one partition are requested; styles and jobs go through the same connection. */
interface Route {
  readonly producer: JobProducer;
  readonly styles: PublishedStyles;
  readonly handover: Handover;
}

/** What {@link RenderRequests} is made of. */
interface Parts {
  /** One for each partition, in their order. */
  readonly routes: readonly Route[];
  readonly subscription: RedisConnection;
  /** Unlike any other's; it may tell the address to which tiles are sent. */
  readonly processName?: string;
  readonly logger: Logger;
}

/** How long after a registration waiters register again, in case a message, a job or a worker was lost. */
const POLL_MS = 1_000;

/** How often blocks are looked through for those that are due: hundreds at once would delay all others. */
const LOOK_MS = 100;

/**
 * How long tiles of a block are gathered before they are registered: the requests of one map view arrive
 * within a few milliseconds.
 */
const GATHER_MS = 2;

/**
 * Requests renders and waits for their tiles. Each process has one subscription. Concurrent requests for
 * neighbours are coalesced into one registration, however many waiters there are. Right after registering,
 * delivered tiles are looked up; a slow poll follows, and a deadline ends every wait. (BullMQ's
 * `waitUntilFinished` loses the race with removed jobs.)
 */
export class RenderRequests {
  readonly #blocks = new Map<string, Block>();
  readonly #processName: string;
  readonly #routes: readonly Route[];
  readonly #subscription: RedisConnection;
  /** Routes of which an answer was lost: what Redis queued then may have no job. */
  readonly #unanswered = new Set<Route>();
  #poll: NodeJS.Timeout | undefined;
  #waiting = 0;
  #waitingInBackground = 0;

  private constructor({ routes, subscription, processName }: Parts) {
    this.#processName = processName ?? newId();
    this.#routes = routes;
    this.#subscription = subscription;
  }

  /** Subscribes to delivered tiles; the subscription survives reconnects. */
  static start(parts: Parts): RenderRequests {
    const { routes, subscription, logger } = parts;
    const requests = new RenderRequests(parts);
    for (const { handover } of routes) {
      handover
        .subscribe(subscription, requests.#processName, (message) => requests.receive(message))
        .catch((error: unknown) => logger.error({ err: error }, "subscribing to rendered tiles failed"));
    }
    requests.#poll = setInterval(() => requests.#registerAgain(), LOOK_MS).unref();
    return requests;
  }

  /** The number of tiles that viewers wait for now. */
  get waiting(): number {
    return this.#waiting - this.#waitingInBackground;
  }

  /**
   * The bytes of one tile of a block; an empty buffer is a tile without data. Rejects with a ProblemError:
   * `unavailable` after the deadline or while Redis is unavailable, `render_failed` when the raster is
   * refused. An aborted signal ends the wait. A tile whose last waiter has left is not rendered. `lookUp`
   * finds a tile that was delivered earlier, or whose message was lost.
   */
  async request(blockKey: BlockKey, tile: string, options: RequestOptions): Promise<Buffer> {
    if (options.signal?.aborted === true) throw cancelled();
    const waiter = this.#join(blockKey, tile, options);
    const timer = setTimeout(() => waiter.reject(deadlinePassed(options.deadlineMs)), options.deadlineMs);
    const onAbort = () => waiter.reject(cancelled());
    options.signal?.addEventListener("abort", onAbort, { once: true });
    try {
      const bytes = await waiter.bytes;
      this.#leave(blockKey, tile, waiter, "served");
      return bytes;
    } catch (error) {
      this.#leave(blockKey, tile, waiter, "gave up");
      throw error;
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", onAbort);
    }
  }

  /** Unsubscribes; remaining waiters are answered `unavailable`. */
  async close(): Promise<void> {
    clearInterval(this.#poll);
    const stopping = new ProblemError("unavailable", "The server is stopping; try again.", {
      retryAfterSeconds: 1,
    });
    for (const [key, { waiters }] of this.#blocks) this.#reject(key, [...waiters.keys()], stopping);
    await this.#subscription.punsubscribe().catch(() => undefined);
  }

  #join(key: BlockKey, tile: string, options: RequestOptions): Waiter {
    const { organizationId, lookUp, job, urgency = "now" } = options;
    const waiter = new Waiter(lookUp);
    const block: Block = this.#blocks.get(key) ?? {
      key,
      organizationId,
      route: this.#routes[partitionOf(organizationId, this.#routes.length)]!,
      job,
      waiters: new Map(),
      urgency,
      inBackground: new Set(),
      gathered: [],
      registeredAtMs: undefined,
    };
    this.#blocks.set(key, block);
    // A viewer never waits for the turn of work in the background: the tile is registered once more.
    const isRaised = urgency === "now" && block.urgency === "background";
    if (isRaised) block.urgency = "now";
    const others = block.waiters.get(tile);
    if (others !== undefined) {
      others.add(waiter);
      if (!isRaised) return waiter;
    } else {
      block.waiters.set(tile, new Set([waiter]));
      this.#waiting += 1;
      if (urgency === "background") {
        block.inBackground.add(tile);
        this.#waitingInBackground += 1;
      }
    }
    if (block.gathered.push(tile) === 1) setTimeout(() => this.#registerGathered(block), GATHER_MS);
    return waiter;
  }

  #registerGathered(block: Block): void {
    const tiles = block.gathered.filter((tile) => block.waiters.has(tile));
    block.gathered = [];
    if (tiles.length > 0) {
      this.#register(block, tiles).catch((error: unknown) => this.#reject(block.key, tiles, error));
    }
  }

  /** A failed registration of the poll is ignored: the next poll or the deadline follows. */
  #registerAgain(): void {
    const due = performance.now() - POLL_MS;
    for (const block of this.#blocks.values()) {
      // What was never registered is being gathered.
      if (block.registeredAtMs === undefined || block.registeredAtMs > due) continue;
      const known = [...block.waiters.keys()].filter((tile) => !block.gathered.includes(tile));
      if (known.length > 0) this.#register(block, known).catch(() => undefined);
    }
  }

  async #register(block: Block, tiles: readonly string[]): Promise<void> {
    const { key: blockKey, route } = block;
    // Most blocks need a job when they are new here; later, most have one, or are being rendered.
    const isFirst = block.registeredAtMs === undefined;
    block.registeredAtMs = performance.now();
    try {
      const { urgency } = block;
      const offer = isFirst ? offerOf(block) : undefined;
      const registered = route.handover.register(blockKey, this.#processName, tiles, urgency, offer);
      const { delivered, needsJob } = await registered;
      const isOwed = this.#unanswered.delete(route);
      if ((needsJob && (offer !== undefined || (await offerAgain(block)))) || isOwed) {
        await route.producer.enqueue(urgency === "now" ? "tile.render" : "tile.warm", {});
      }
      if (delivered.length > 0) await this.#fetch(block, delivered);
    } catch (error) {
      this.#unanswered.add(route);
      throw new ProblemError("unavailable", "Tiles cannot be rendered right now; try again.", {
        cause: error,
        internal: "the render queue is unavailable",
        retryAfterSeconds: 2,
      });
    }
  }

  /** Takes a tile that was sent or published, or why there is none. */
  receive({ blockKey, tile, outcome }: Message): void {
    if (outcome.ok) this.#resolve(blockKey, tile, outcome.bytes);
    else this.#reject(blockKey, [tile], problemOf(outcome));
  }

  /** Looks up delivered tiles. The waiters of one that is not in the store yet go on waiting. */
  async #fetch({ key: blockKey, route }: Block, tiles: readonly string[]): Promise<void> {
    const kept = await route.handover.fetchKept(blockKey, tiles);
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

  /**
   * A worker that delivers a tile removes its waiters from Redis; a waiter that gives up must remove itself.
   */
  #leave(blockKey: string, tile: string, waiter: Waiter, how: "served" | "gave up"): void {
    const block = this.#blocks.get(blockKey);
    const waiters = block?.waiters.get(tile);
    if (block === undefined || waiters === undefined) return;
    waiters.delete(waiter);
    if (waiters.size > 0) return;
    block.waiters.delete(tile);
    this.#waiting -= 1;
    if (block.inBackground.delete(tile)) this.#waitingInBackground -= 1;
    if (block.waiters.size === 0) this.#blocks.delete(blockKey);
    if (how === "served") return;
    block.route.handover.withdraw(blockKey, this.#processName, tile).catch(() => undefined);
  }
}

/**
 * What the block's registration queues with it. Its styles are sent before, on the same connection; one that
 * cannot be published fails the render, and the next registration finds it published again.
 */
function offerOf({ organizationId, route, job: makeJob }: Block) {
  const { job, layers } = makeJob();
  route.styles.publish(layers).catch(() => undefined);
  return { organizationId, work: JSON.stringify(job) };
}

async function offerAgain(block: Block): Promise<boolean> {
  const { organizationId, work } = offerOf(block);
  return await block.route.handover.offer(organizationId, block.key, work, block.urgency);
}

function cancelled(): ProblemError {
  return new ProblemError("unavailable", "The request was cancelled.");
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
