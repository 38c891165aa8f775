import type { RedisConnection } from "../connection.ts";
import { runScript } from "../run-script.ts";
import { DELIVER, FAIL, KEEP, RENEW, TAKE, WANT } from "./handover-scripts.ts";

/** Seconds that bytes stay in Redis that could not be put into the store. */
const KEPT_SECONDS = 15;

/** For how long tiles that were handed over are looked for in the store instead of being rendered again: writing them takes a moment. */
const DELIVERED_MS = 5_000;

/** Seconds after which a process that died no longer counts as waiting. */
const WANTED_SECONDS = 60;

/** How long a worker that took tiles has them to itself, unless it says that it is still at it. */
const LEASE_MS = 5_000;

/** How often a worker says so. */
const RENEW_MS = 1_500;

/** A job that no worker has taken for so long is added again: Redis may have lost it. */
const JOB_LOST_MS = 8_000;

/** How a tile ended; an empty buffer is a tile without data. */
export type TileOutcome =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly refused: boolean; readonly detail: string };

/** Why a tile could not be rendered. */
export type TileFailure = Extract<TileOutcome, { ok: false }>;

/** What a process hears of a tile that it waits for: its bytes, or why there are none. */
export interface Message {
  readonly blockKey: string;
  /** As `x/y`. */
  readonly tile: string;
  readonly outcome: TileOutcome;
}

/**
 * The hand-over of tiles from a worker to the API processes that wait for them, through Redis. Of each block it is known which of its tiles are wanted, by
 * whom, and which of them a worker has taken: a worker renders what is wanted by then, and whoever wants more later has another job added. Bytes are
 * published to those who wait, each on channels of its own; Redis neither keeps nor logs them.
 */
export class Handover {
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  /**
   * Says that a process waits for tiles of a block. Tells which of them were handed over a moment ago, so that they are in the store, about to be, or
   * kept; and whether a job is to be added: some tile is neither handed over nor taken, and no job is on its way. Saying it again is harmless, and how a
   * lost worker's tiles find another one.
   */
  async want(
    blockKey: string,
    processId: string,
    tiles: readonly string[],
  ): Promise<{ delivered: string[]; needsJob: boolean }> {
    const [needsJob, ...delivered] = await this.#run<[number, ...string[]]>(WANT, blockKey, [
      processId,
      JOB_LOST_MS,
      WANTED_SECONDS,
      ...tiles,
    ]);
    return { delivered, needsJob: needsJob > 0 };
  }

  /** Says that nobody in a process waits for a tile any more. */
  async unwant(blockKey: string, processId: string, tile: string): Promise<void> {
    await this.#connection.hdel(this.#wantedKey(blockKey), `${tile}|${processId}`);
  }

  /** Takes the tiles of a block that somebody wants and nobody else is at; also says how many are wanted at all. */
  async take(blockKey: string, jobId: string): Promise<{ tiles: string[]; wanted: number }> {
    const [wanted, ...tiles] = await this.#run<[number, ...string[]]>(TAKE, blockKey, [jobId, LEASE_MS]);
    return { tiles, wanted };
  }

  /** Keeps taken tiles from being taken by others, until what comes back is called. */
  hold(blockKey: string, jobId: string, tiles: readonly string[]): () => void {
    const timer = setInterval(() => {
      this.#run(RENEW, blockKey, [jobId, LEASE_MS, ...tiles]).catch(() => undefined);
    }, RENEW_MS);
    return () => clearInterval(timer);
  }

  /** Hands tiles of a block to the processes that wait for them; an empty buffer is a tile without data. */
  async deliver(blockKey: string, tiles: ReadonlyMap<string, Buffer>): Promise<void> {
    const channel = [this.#channelsOf(""), channelEnd("tile", blockKey)];
    await this.#run(DELIVER, blockKey, [...channel, DELIVERED_MS, WANTED_SECONDS, ...[...tiles].flat()]);
  }

  /** Keeps delivered tiles that the store did not take, for whoever asks soon or did not hear of them. */
  async keep(blockKey: string, tiles: ReadonlyMap<string, Buffer>): Promise<void> {
    await this.#run(KEEP, blockKey, [KEPT_SECONDS, WANTED_SECONDS, ...[...tiles].flat()]);
  }

  /** Tells those who wait for tiles of a block that they cannot be rendered. */
  async fail(blockKey: string, tiles: readonly string[], failure: TileFailure): Promise<void> {
    const channel = [this.#channelsOf(""), channelEnd("failure", blockKey)];
    await this.#run(FAIL, blockKey, [...channel, JSON.stringify(failure), ...tiles]);
  }

  /** Tiles of a block that were kept, by name; those that are not there (any more) are left out. */
  async fetchKept(blockKey: string, tiles: readonly string[]): Promise<Map<string, Buffer>> {
    const values = await this.#connection.hmgetBuffer(this.#keptKey(blockKey), ...tiles);
    return new Map(
      tiles.flatMap((tile, index) => {
        const bytes = values[index];
        return bytes ? [[tile, bytes] as const] : [];
      }),
    );
  }

  /** Hears, on a connection of its own, of the tiles that a process waits for. The subscription survives reconnects; what is published meanwhile is lost. */
  async listen(
    subscription: RedisConnection,
    processId: string,
    hear: (message: Message) => void,
  ): Promise<void> {
    const start = this.#channelsOf(processId);
    subscription.on("pmessageBuffer", (_pattern: string, channel: Buffer, message: Buffer) => {
      const [kind, blockKey = "", tile = ""] = channel
        .toString()
        .slice(start.length + 1)
        .split(":");
      hear({
        blockKey,
        tile,
        outcome: kind === "tile" ? { ok: true, bytes: message } : parseFailure(message),
      });
    });
    await subscription.psubscribe(`${start}:*`);
  }

  #run<Result>(script: string, blockKey: string, args: (string | number | Buffer)[]): Promise<Result> {
    const keys = [this.#wantedKey(blockKey), this.#keptKey(blockKey)];
    return runScript<Result>(this.#connection, script, keys, args);
  }

  #channelsOf(processId: string): string {
    return `${this.#prefix}:for:${processId}`;
  }

  #keptKey(blockKey: string): string {
    return `${this.#prefix}:kept:${blockKey}`;
  }

  #wantedKey(blockKey: string): string {
    return `${this.#prefix}:wanted:${blockKey}`;
  }
}

/** A channel is the process's name, then this, then the tile. */
function channelEnd(kind: "tile" | "failure", blockKey: string): string {
  return `:${kind}:${blockKey}:`;
}

function parseFailure(message: Buffer): TileFailure {
  return JSON.parse(message.toString()) as TileFailure;
}
