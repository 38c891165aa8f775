import { QueueKeys } from "bullmq";
import type { RedisConnection } from "../connection.ts";
import { JOBS } from "../jobs.ts";
import { faultsKey } from "./broken-files.ts";
import type { DirectSender } from "./direct-sender.ts";
import { runScript } from "../run-script.ts";
import { CLAIM, DELIVER, FAIL, KEEP, OFFER, REGISTER, RENEW, TAKE } from "./handover-scripts.ts";

/** Limits of the hand-over; STATES.md says what each of them bounds. */
export const HANDOVER_LIMITS = {
  /** How long a job holds the tiles that it claimed, unless it renews the lease. */
  leaseMs: 5_000,
  /** How often a job renews its lease. */
  renewMs: 1_500,
  /** A queued job that has claimed nothing for this long is queued again: Redis may have lost it. */
  jobLostMs: 8_000,
  /** The same of a job that was idle and was woken: it takes the block at once, or never. */
  wokenLostMs: 2_000,
  /** The same of a job in the background, which may well wait: viewers come first. */
  backgroundJobLostMs: 60_000,
  /**
   * How long a delivered tile is read from the store instead of being rendered again. The store's write takes
   * a moment.
   */
  deliveredMs: 5_000,
  /** How long Redis keeps bytes that the store did not take. */
  keptSeconds: 15,
  /** How long a block is kept after its last change, so that wishes of lost processes end. */
  blockSeconds: 60,
} as const;

/** How a tile ended; an empty buffer is a tile without data. */
export type TileOutcome =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly refused: boolean; readonly detail: string };

/** Why a tile could not be rendered. */
export type TileFailure = Extract<TileOutcome, { ok: false }>;

/** What a waiter receives: the bytes of a tile, or why there are none. */
export interface Message {
  readonly blockKey: string;
  /** As `x/y`. */
  readonly tile: string;
  readonly outcome: TileOutcome;
}

/** A viewer waits `now`; work in the `background` is taken when no viewer's block waits. */
export type Urgency = "now" | "background";

/** The answer to a registration. */
interface Registration {
  /** Tiles in state delivered: read them from the store, or from {@link Handover.fetchKept}. */
  readonly delivered: readonly string[];
  /** A job has to be added for some open tile; without an offer, the block has to be offered first. */
  readonly needsJob: boolean;
}

/** A block for the turn of its organization, and what its job needs to render it. */
interface Offer {
  readonly organizationId: string;
  readonly work: string;
}

/** That a process waits for a tile, as `x/y|process`. */
type Wish = string;

/** The answer to a claim. */
interface Claim {
  /** Tiles that the job leases now. */
  readonly tiles: readonly string[];
  /** Those for the leased tiles. */
  readonly wishes: readonly Wish[];
  /** How many tiles of the block have a wish. */
  readonly wished: number;
}

/** A block whose tiles a job renders now. */
interface TakenBlock extends Claim {
  /** What {@link Handover.offer} was given; undefined when no block has anything to render. */
  readonly work: string | undefined;
  /** Since the block was queued. */
  readonly waitedMs: number;
  /** Whether faults of files of the block's organization may be remembered. */
  readonly hasFaults: boolean;
}

/** A job that has rendered a block and takes the next one. */
export interface GoingOn {
  /** Where it is woken; see `IdleJobs`. */
  readonly processName: string;
  /** 0: it ends if no block waits. */
  readonly idleMs: number;
}

/** How tiles reach the process that waits for them. */
type DeliveryWay = "direct" | "redis";

const NOTHING = Buffer.alloc(0);

/**
 * The hand-over of tiles from workers to the API processes that wait for them. Waiters register wishes for
 * tiles of a block in Redis, a job claims the open ones under a lease, and bytes go straight to each waiting
 * process, or are published on a channel of it where it is not reached. STATES.md draws the states and says
 * what happens when a process or a message is lost.
 */
export class Handover {
  readonly #connection: RedisConnection;
  readonly #prefix: string;
  readonly #now: () => number;
  /** Where BullMQ lists the jobs that wait for a worker. */
  readonly #renderJobs: string;
  #organizationsWaiting = 0;

  /** `now` replaces Redis' clock in tests; 0 means Redis' own. */
  constructor(connection: RedisConnection, prefix: string, now: () => number = () => 0) {
    this.#connection = connection;
    this.#prefix = prefix;
    this.#now = now;
    this.#renderJobs = new QueueKeys(prefix).toKey(JOBS["tile.render"].queue, "wait");
  }

  /** How many organizations had blocks queued after the last {@link take}. */
  get organizationsWaiting(): number {
    return this.#organizationsWaiting;
  }

  /**
   * Registers a process as a waiter for tiles of a block. Idempotent: repeating it finds another worker for
   * the tiles of a lost one. A block that is queued in the background is queued once more for a viewer. With
   * an offer, a block that needs a job is queued as by {@link offer}, in the same step.
   */
  async register(
    blockKey: string,
    processId: string,
    tiles: readonly string[],
    urgency: Urgency = "now",
    offer: Offer = { organizationId: "", work: "" },
  ): Promise<Registration> {
    const { jobLostMs, wokenLostMs, backgroundJobLostMs, blockSeconds } = HANDOVER_LIMITS;
    const isNow = urgency === "now";
    const kept = this.#keptHash(blockKey);
    const keys = [this.#blockHash(blockKey), kept, this.#turns(urgency), this.#waitingJobs(urgency)];
    const [needsJob, ...delivered] = await runScript<[number, ...string[]]>(
      this.#connection,
      REGISTER,
      keys,
      [
        this.#now(),
        processId,
        isNow ? jobLostMs : backgroundJobLostMs,
        wokenLostMs,
        blockSeconds,
        isNow ? "job" : "later",
        offer.organizationId,
        blockKey,
        offer.work,
        ...tiles,
      ],
    );
    return { delivered, needsJob: needsJob > 0 };
  }

  /** Removes a process's wish for a tile: its last waiter has left. */
  async withdraw(blockKey: string, processId: string, tile: string): Promise<void> {
    await this.#connection.hdel(this.#blockHash(blockKey), `${tile}|${processId}`);
  }

  /**
   * Queues a block for the turn of its organization; answers whether a job has to be added. A job is the
   * permission to render blocks, whichever are next, until none waits: jobs that wait for a worker are enough
   * while they are as many as the blocks, and an idle one is woken. A block that is queued keeps its place.
   */
  async offer(
    organizationId: string,
    blockKey: string,
    work: string,
    urgency: Urgency = "now",
  ): Promise<boolean> {
    const keys = [this.#blockHash(blockKey), this.#turns(urgency), this.#waitingJobs(urgency)];
    const args = [this.#now(), organizationId, blockKey, work, HANDOVER_LIMITS.blockSeconds];
    return (await runScript<number>(this.#connection, OFFER, keys, args)) > 0;
  }

  /**
   * Claims the next block of those that wait for viewers or in the background: the oldest one of the
   * organization that was served least recently. A job that begins gets the block that its last attempt left
   * by {@link leave}; one that goes on after a block has left none. Where no block waits, a job that goes on
   * is idle for `idleMs`: within that time it may be woken, and after it, it has to take once more.
   */
  async take(jobId: string, urgency: Urgency = "now", goesOn?: GoingOn): Promise<TakenBlock> {
    const keys = [this.#turns(urgency), this.#leftWork(jobId)];
    const { processName, idleMs } = goesOn ?? { processName: "", idleMs: 0 };
    const left = goesOn === undefined ? "left" : "";
    const [blocks, faults] = [this.#blockHash(""), faultsKey(this.#prefix, "")];
    const lease = HANDOVER_LIMITS.leaseMs;
    const args = [this.#now(), jobId, lease, blocks, faults, left, processName, idleMs];
    type Answer = [
      work: string,
      wished: number,
      organizations: number,
      waited: number,
      faults: number,
      ...wishes: Wish[],
    ];
    const answer = await runScript<Answer>(this.#connection, TAKE, keys, args);
    const [work, wished, organizations, waitedMs, faultsFound, ...wishes] = answer;
    if (urgency === "now") this.#organizationsWaiting = organizations;
    return {
      work: work === "" ? undefined : work,
      wished,
      waitedMs,
      hasFaults: faultsFound > 0,
      tiles: tilesOf(wishes),
      wishes,
    };
  }

  /** What the channels on which jobs of viewers' blocks are woken start with; a process's name follows. */
  get wakeChannels(): string {
    return `${this.#turns("now")}:wake:`;
  }

  /** Leaves a block to the next attempt of the same job. */
  async leave(blockKey: string, jobId: string, work: string): Promise<void> {
    const seconds = HANDOVER_LIMITS.blockSeconds;
    await this.#connection.set(this.#leftWork(jobId), `${blockKey} ${work}`, "EX", seconds);
  }

  /** Leases the tiles of a block that have a wish and are open, or leased to the same job already. */
  async claim(blockKey: string, jobId: string): Promise<Claim> {
    const args = [jobId, HANDOVER_LIMITS.leaseMs];
    const [wished, ...wishes] = await this.#run<[number, ...Wish[]]>(CLAIM, blockKey, args);
    return { tiles: tilesOf(wishes), wishes, wished };
  }

  /** Prolongs the leases of a job. */
  async renew(blockKey: string, jobId: string, tiles: readonly string[]): Promise<void> {
    await this.#run(RENEW, blockKey, [jobId, HANDOVER_LIMITS.leaseMs, ...tiles]);
  }

  /** Renews leases by itself until the returned function is called. */
  hold(blockKey: string, jobId: string, tiles: readonly string[]): () => void {
    const timer = setInterval(() => {
      this.renew(blockKey, jobId, tiles).catch(() => undefined);
    }, HANDOVER_LIMITS.renewMs);
    return () => clearInterval(timer);
  }

  /**
   * Sends tiles of a block straight to the processes that wait for them, and publishes those that cannot be
   * sent; an empty buffer is a tile without data. Those that waited when the tiles were claimed, `claimed`,
   * get them before Redis answers. What is lost on its way is found in the store. Answers how many went which
   * way.
   */
  async deliver(
    blockKey: string,
    tiles: ReadonlyMap<string, Buffer>,
    sender?: Pick<DirectSender, "send">,
    claimed: readonly Wish[] = [],
  ): Promise<Record<DeliveryWay, number>> {
    const { deliveredMs, blockSeconds } = HANDOVER_LIMITS;
    const send = (wishes: readonly Wish[]) =>
      [...groupByProcess(wishes)].filter(
        ([process, names]) => sender?.send(process, blockKey, pick(tiles, names)) !== true,
      );
    const known = claimed.filter((wish) => tiles.has(partsOf(wish)[0]));
    const sent = new Set(known);
    for (const [process, names] of send(known)) for (const name of names) sent.delete(`${name}|${process}`);
    const args = [deliveredMs, blockSeconds, ...tiles.keys()];
    const wishes = await this.#run<Wish[]>(DELIVER, blockKey, args);
    const late = wishes.filter((wish) => !sent.has(wish));
    const published = send(late).flatMap(([process, names]) => {
      const channel = `${this.#channelsOf(process)}${channelEnd("tile", blockKey)}`;
      return [...pick(tiles, names)].map(([tile, bytes]) =>
        this.#connection.publish(`${channel}${tile}`, bytes),
      );
    });
    await Promise.all(published);
    return { direct: sent.size + late.length - published.length, redis: published.length };
  }

  /**
   * Keeps delivered tiles that the store did not take, for later requests and for waiters that missed the
   * message.
   */
  async keep(blockKey: string, tiles: ReadonlyMap<string, Buffer>): Promise<void> {
    const { keptSeconds, blockSeconds } = HANDOVER_LIMITS;
    await this.#run(KEEP, blockKey, [keptSeconds, blockSeconds, ...[...tiles].flat()]);
  }

  /**
   * Publishes to the waiters of a job's tiles that they cannot be rendered. Tiles that another job leases
   * meanwhile are left to it.
   */
  async fail(blockKey: string, jobId: string, tiles: readonly string[], failure: TileFailure): Promise<void> {
    const channel = [this.#channelsOf(""), channelEnd("failure", blockKey)];
    await this.#run(FAIL, blockKey, [jobId, ...channel, JSON.stringify(failure), ...tiles]);
  }

  /** Kept tiles of a block, by name; tiles that are not kept (any more) are left out. */
  async fetchKept(blockKey: string, tiles: readonly string[]): Promise<Map<string, Buffer>> {
    const values = await this.#connection.hmgetBuffer(this.#keptHash(blockKey), ...tiles);
    return new Map(
      tiles.flatMap((tile, index) => {
        const bytes = values[index];
        return bytes ? [[tile, bytes] as const] : [];
      }),
    );
  }

  /**
   * Receives, on a connection of its own, the messages for a process. The subscription survives reconnects;
   * messages in between are lost.
   */
  async subscribe(
    subscription: RedisConnection,
    processId: string,
    onMessage: (message: Message) => void,
  ): Promise<void> {
    const start = this.#channelsOf(processId);
    subscription.on("pmessageBuffer", (pattern: string, channel: Buffer, message: Buffer) => {
      // Each partition has a pattern of its own, all on the same connection.
      if (pattern !== `${start}:*`) return;
      const [kind, blockKey = "", tile = ""] = channel
        .toString()
        .slice(start.length + 1)
        .split(":");
      onMessage({
        blockKey,
        tile,
        outcome: kind === "tile" ? { ok: true, bytes: message } : parseFailure(message),
      });
    });
    await subscription.psubscribe(`${start}:*`);
  }

  #run<Result>(script: string, blockKey: string, args: (string | number | Buffer)[]): Promise<Result> {
    const keys = [this.#blockHash(blockKey), this.#keptHash(blockKey)];
    return runScript<Result>(this.#connection, script, keys, [this.#now(), ...args]);
  }

  #turns(urgency: Urgency): string {
    return urgency === "now" ? `${this.#prefix}:renders` : `${this.#prefix}:renders:background`;
  }

  /** Work in the background is rationed by its jobs, one for each block: a list that is always empty. */
  #waitingJobs(urgency: Urgency): string {
    return urgency === "now" ? this.#renderJobs : `${this.#turns(urgency)}:jobs`;
  }

  #leftWork(jobId: string): string {
    return `${this.#prefix}:left:${jobId}`;
  }

  #channelsOf(processId: string): string {
    return `${this.#prefix}:for:${processId}`;
  }

  #keptHash(blockKey: string): string {
    return `${this.#prefix}:kept:${blockKey}`;
  }

  #blockHash(blockKey: string): string {
    return `${this.#prefix}:wanted:${blockKey}`;
  }
}

/** The tile and the process of a wish. */
function partsOf(wish: Wish): [tile: string, process: string] {
  const at = wish.indexOf("|");
  return [wish.slice(0, at), wish.slice(at + 1)];
}

/** Each tile once. */
function tilesOf(wishes: readonly Wish[]): string[] {
  return [...new Set(wishes.map((wish) => partsOf(wish)[0]))];
}

function groupByProcess(wishes: readonly Wish[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const wish of wishes) {
    const [tile, process] = partsOf(wish);
    const group = groups.get(process);
    if (group === undefined) groups.set(process, [tile]);
    else group.push(tile);
  }
  return groups;
}

function pick(tiles: ReadonlyMap<string, Buffer>, names: readonly string[]): Map<string, Buffer> {
  return new Map(names.map((name) => [name, tiles.get(name) ?? NOTHING]));
}

/** A channel is the process's name, then this, then the tile. */
function channelEnd(kind: "tile" | "failure", blockKey: string): string {
  return `:${kind}:${blockKey}:`;
}

function parseFailure(message: Buffer): TileFailure {
  return JSON.parse(message.toString()) as TileFailure;
}
