import { TILE_FORMATS, type TileFormat } from "../core/tiles/tile-format.ts";
import type { TileKey } from "../core/tiles/tile-spec.ts";
import { Circuit } from "../infra/circuit.ts";
import type { Logger } from "../infra/logger.ts";
import type { ObjectStore } from "./object-store/object-store.ts";

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
 * Rendered tiles in the object store, by their key. A tile without data is an empty object. A store that
 * fails or is silent is given up at once, until it answers again: tiles are then rendered, and delivered past
 * it.
 */
export class TileStore {
  readonly #store: Pick<ObjectStore, "get" | "put" | "head">;
  readonly #circuit: Circuit;

  constructor(store: Pick<ObjectStore, "get" | "put" | "head">, onChange?: (isOpen: boolean) => void) {
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

  /** A tile's bytes; an empty buffer is a tile without data; undefined when it was never rendered. */
  async get(key: TileKey, format: TileFormat): Promise<Buffer | undefined> {
    return await this.#circuit.run(() => this.#store.get(objectKey(key, format)));
  }

  /** Keeps a tile's bytes. */
  async put(key: TileKey, format: TileFormat, bytes: Uint8Array): Promise<void> {
    const { contentType } = TILE_FORMATS[format];
    const put = () => this.#store.put(objectKey(key, format), bytes, { contentType });
    await this.#circuit.run(put, PUT_BUDGET_MS);
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
function objectKey(key: TileKey, format: TileFormat): string {
  return `tiles/${key.slice(0, 2)}/${key}.${TILE_FORMATS[format].extension}`;
}
