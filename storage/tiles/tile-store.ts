import type { BlockKey } from "../../core/tiles/tile-block.ts";
import type { TileFormat } from "../../core/tiles/tile-format.ts";
import type { TileKey } from "../../core/tiles/tile-spec.ts";
import { Circuit } from "../../infra/circuit.ts";
import type { Logger } from "../../infra/logger.ts";
import type { ObjectStore } from "../object-store/object-store.ts";

/** A block of tiles that are rendered together. */
export interface StoredBlock {
  /** Whose renders it belongs to. */
  readonly organizationId: string;
  readonly blockKey: BlockKey;
  readonly format: TileFormat;
}

/** A tile, and the block in which it is rendered. */
export interface StoredTile extends StoredBlock {
  readonly key: TileKey;
}

/** Bytes of tiles by their key. A tile without data is an empty buffer. */
export type TilesByKey = ReadonlyMap<TileKey, Buffer>;

/** Rendered tiles in the object store. */
export interface TileStore {
  /** A tile that was rendered earlier, with neighbours that came along; without it when there is none. */
  get(tile: StoredTile): Promise<TilesByKey>;
  /** Keeps tiles of one block. */
  put(block: StoredBlock, tiles: TilesByKey): Promise<void>;
  /** Resolves when all is written. */
  close(): Promise<void>;
}

/** What of an object store tiles need. */
export type TileObjects = Pick<ObjectStore, "get" | "put" | "head">;

/**
 * How long a look for a tile may take: a store that is slower than a render is of no use here. S3 answers in
 * tens of milliseconds, and one look in a thousand takes some hundred.
 */
const GET_BUDGET_MS = 1_000;

/** The tile is delivered already, and its bytes can wait in Redis; the worker has others to draw. */
const PUT_BUDGET_MS = 3_000;

const FAILURES_MAX = 5;
const PROBE_EVERY_MS = 500;

/** It does not exist: what matters is that the store says so. */
const PROBE_KEY = "tiles/probe";

/**
 * An object store for tiles: one that fails or is silent is given up at once, until it answers again. Tiles
 * are then rendered, and delivered past it.
 */
export class GuardedObjects {
  readonly #store: TileObjects;
  readonly #circuit: Circuit;

  constructor(store: TileObjects, onChange?: (isOpen: boolean) => void) {
    this.#store = store;
    this.#circuit = new Circuit({
      part: "the object store",
      budgetMs: GET_BUDGET_MS,
      failuresMax: FAILURES_MAX,
      probe: () => store.head(PROBE_KEY),
      probeEveryMs: PROBE_EVERY_MS,
      ...(onChange === undefined ? {} : { onChange }),
    });
  }

  /** An object's bytes; undefined when there is none. */
  async get(key: string): Promise<Buffer | undefined> {
    return await this.#circuit.run(() => this.#store.get(key));
  }

  /** Writes an object. */
  async put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    await this.#circuit.run(() => this.#store.put(key, bytes, { contentType }), PUT_BUDGET_MS);
  }
}

/** Logs the changes of a store's circuit. */
export function logsStore(logger: Pick<Logger, "warn" | "info">): (isOpen: boolean) => void {
  return (isOpen) => {
    if (isOpen) logger.warn("the object store does not answer; tiles are delivered past it");
    else logger.info("the object store answers again");
  };
}

/** In 4096 folders, so that none of a file store holds millions of names and all of them soon exist. */
export function objectKeyOf(key: TileKey | BlockKey, extension: string): string {
  return `tiles/${key.slice(0, 2)}/${key}.${extension}`;
}
