import type { RedisConnection } from "./connection.ts";
import { runScript } from "./script.ts";
import { DELIVER, FAIL, RENEW, TAKE, WANT } from "./handover-scripts.ts";

/** Seconds that rendered bytes stay in Redis for processes that asked while they were made. */
const HANDOVER_SECONDS = 15;

/** Seconds after which a process that died no longer counts as waiting. */
const WANTED_SECONDS = 60;

/** How long a worker that took tiles has them to itself, unless it says that it is still at it. */
const LEASE_MS = 5_000;

/** How often a worker says so. */
const RENEW_MS = 1_500;

/** A job that no worker has taken for so long is added again: Redis may have lost it. */
const JOB_LOST_MS = 8_000;

/** How the tiles of a block ended. */
export type TilesOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly refused: boolean; readonly detail: string };

/** What is heard when tiles of a block are there, or never will be. */
export interface Announcement {
  readonly blockKey: string;
  /** As `x/y`. */
  readonly tiles: readonly string[];
  readonly outcome: TilesOutcome;
}

/**
 * The hand-over of tiles from a worker to the API processes that wait for them, in Redis. Of each block it is known which of its tiles are wanted, by
 * whom, and which of them a worker has taken: a worker renders what is wanted by then, and whoever wants more later has another job added.
 */
export class Handover {
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  /** The channel on which finished tiles are announced. */
  get channel(): string {
    return `${this.#prefix}:rendered`;
  }

  /**
   * Says that a process waits for tiles of a block. Tells whether some are there already, and whether a job is to be added: some tile is neither
   * there nor taken, and no job is on its way. Saying it again is harmless, and how a lost worker's tiles find another one.
   */
  async want(
    blockKey: string,
    processId: string,
    tiles: readonly string[],
  ): Promise<{ isSomePresent: boolean; needsJob: boolean }> {
    const [present, needsJob] = await this.#run<[number, number]>(WANT, blockKey, [
      processId,
      JOB_LOST_MS,
      WANTED_SECONDS,
      ...tiles,
    ]);
    return { isSomePresent: present > 0, needsJob: needsJob > 0 };
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

  /** Hands tiles of a block over and announces them; an empty buffer is a tile without data. */
  async deliver(blockKey: string, tiles: ReadonlyMap<string, Buffer>): Promise<void> {
    const message = encodeAnnouncement({ blockKey, tiles: [...tiles.keys()], outcome: { ok: true } });
    await this.#run(DELIVER, blockKey, [
      HANDOVER_SECONDS,
      this.channel,
      message,
      ...[...tiles].flatMap(([tile, bytes]) => [tile, bytes]),
    ]);
  }

  /** Announces that tiles of a block cannot be rendered. */
  async fail(
    blockKey: string,
    tiles: readonly string[],
    outcome: Extract<TilesOutcome, { ok: false }>,
  ): Promise<void> {
    const message = encodeAnnouncement({ blockKey, tiles, outcome });
    await this.#run(FAIL, blockKey, [this.channel, message, ...tiles]);
  }

  /** Tiles of a block that were handed over, by name; those that are not there (any more) are left out. */
  async fetch(blockKey: string, tiles: readonly string[]): Promise<Map<string, Buffer>> {
    const values = await this.#connection.hmgetBuffer(this.#bytesKey(blockKey), ...tiles);
    return new Map(
      tiles.flatMap((tile, index) => {
        const bytes = values[index];
        return bytes ? [[tile, bytes] as const] : [];
      }),
    );
  }

  #run<Result>(script: string, blockKey: string, args: (string | number | Buffer)[]): Promise<Result> {
    const keys = [this.#wantedKey(blockKey), this.#bytesKey(blockKey)];
    return runScript<Result>(this.#connection, script, keys, args);
  }

  #bytesKey(blockKey: string): string {
    return `${this.#prefix}:handover:${blockKey}`;
  }

  #wantedKey(blockKey: string): string {
    return `${this.#prefix}:wanted:${blockKey}`;
  }
}

/** Reads an announcement. */
export function decodeAnnouncement(message: string): Announcement {
  const [blockKey, tiles, outcome] = JSON.parse(message) as [string, string[], TilesOutcome];
  return { blockKey, tiles, outcome };
}

function encodeAnnouncement({ blockKey, tiles, outcome }: Announcement): string {
  return JSON.stringify([blockKey, tiles, outcome]);
}
