import type { RedisConnection } from "./connection.ts";

/** Seconds that rendered bytes stay in Redis for processes that asked while they were made. */
const HANDOVER_SECONDS = 15;

/** Seconds after which a process that died no longer counts as waiting. */
const WANTED_SECONDS = 60;

/** How a block ended. */
export type BlockOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly refused: boolean; readonly detail: string };

/** Redis keys of the hand-over of one block from a worker to the API processes that wait for it. */
export class Handover {
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  /** The channel on which finished blocks are announced. */
  get channel(): string {
    return `${this.#prefix}:rendered`;
  }

  /** Says that a process waits for a block, and looks whether its tile is there already. */
  async want(blockKey: string, processId: string, tile: string): Promise<Buffer | undefined> {
    const results = await this.#connection
      .pipeline()
      .hset(this.#wantedKey(blockKey), processId, "1")
      .expire(this.#wantedKey(blockKey), WANTED_SECONDS)
      .hgetBuffer(this.#bytesKey(blockKey), tile)
      .exec();
    return bufferOf(results?.[2]?.[1]);
  }

  /** Says that nobody in a process waits for a block any more. */
  async unwant(blockKey: string, processId: string): Promise<void> {
    await this.#connection.hdel(this.#wantedKey(blockKey), processId);
  }

  /** Whether a block is still to be rendered: somebody waits, and nobody has rendered it in the last seconds. */
  async isWanted(blockKey: string): Promise<{ wanted: boolean; rendered: boolean }> {
    const results = await this.#connection
      .pipeline()
      .hlen(this.#wantedKey(blockKey))
      .exists(this.#bytesKey(blockKey))
      .exec();
    return { wanted: Number(results?.[0]?.[1] ?? 0) > 0, rendered: Number(results?.[1]?.[1] ?? 0) > 0 };
  }

  /** Hands the tiles of a block over and announces them; an empty buffer is a tile without data. */
  async deliver(blockKey: string, tiles: ReadonlyMap<string, Buffer>): Promise<void> {
    await this.#connection
      .multi()
      .hset(this.#bytesKey(blockKey), new Map(tiles))
      .expire(this.#bytesKey(blockKey), HANDOVER_SECONDS)
      .del(this.#wantedKey(blockKey))
      .publish(this.channel, encodeOutcome(blockKey, { ok: true }))
      .exec();
  }

  /** Announces that a block cannot be rendered. */
  async fail(blockKey: string, outcome: Extract<BlockOutcome, { ok: false }>): Promise<void> {
    await this.#connection
      .multi()
      .del(this.#wantedKey(blockKey))
      .publish(this.channel, encodeOutcome(blockKey, outcome))
      .exec();
  }

  /** Announces again that a block has been rendered: for a job that found nothing left to do. */
  async announce(blockKey: string): Promise<void> {
    await this.#connection.publish(this.channel, encodeOutcome(blockKey, { ok: true }));
  }

  /** One tile of a block that was handed over; undefined when it is not there (any more). */
  async fetch(blockKey: string, tile: string): Promise<Buffer | undefined> {
    return bufferOf(await this.#connection.hgetBuffer(this.#bytesKey(blockKey), tile));
  }

  #bytesKey(blockKey: string): string {
    return `${this.#prefix}:handover:${blockKey}`;
  }

  #wantedKey(blockKey: string): string {
    return `${this.#prefix}:wanted:${blockKey}`;
  }
}

/** Reads an announcement. */
export function decodeOutcome(message: string): { blockKey: string; outcome: BlockOutcome } {
  const [blockKey, outcome] = JSON.parse(message) as [string, BlockOutcome];
  return { blockKey, outcome };
}

function encodeOutcome(blockKey: string, outcome: BlockOutcome): string {
  return JSON.stringify([blockKey, outcome]);
}

function bufferOf(value: unknown): Buffer | undefined {
  return Buffer.isBuffer(value) ? value : undefined;
}
