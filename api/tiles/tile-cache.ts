import { LRUCache } from "lru-cache";
import type { TileFormat } from "../../core/tiles/tile-format.ts";
import type { TileKey } from "../../core/tiles/tile-spec.ts";
import { CircuitOpen } from "../../infra/circuit.ts";
import type { Logger } from "../../infra/logger.ts";
import type { TileStore } from "../../storage/tile-store.ts";

/** The memory that a cached tile takes besides its bytes. */
const ENTRY_OVERHEAD_BYTES = 200;

/** A read-through cache of tiles by key: memory up to a number of bytes, then the object store. */
export class TileCache {
  readonly #memory: LRUCache<TileKey, Buffer, TileFormat>;
  readonly #read: (key: TileKey, format: TileFormat) => Promise<Buffer | undefined>;

  constructor(store: Pick<TileStore, "get">, bytesMax: number, logger: Pick<Logger, "warn">) {
    this.#read = async (key, format) => {
      try {
        return await store.get(key, format);
      } catch (error) {
        // That the circuit opens is logged once.
        if (!(error instanceof CircuitOpen)) logger.warn({ err: error }, "tile store is unavailable");
        return undefined;
      }
    };
    this.#memory = new LRUCache({
      maxSize: Math.max(1, bytesMax),
      sizeCalculation: (bytes) => bytes.length + ENTRY_OVERHEAD_BYTES,
      fetchMethod: (key, _stale, { context: format }) => this.#read(key, format),
      ignoreFetchAbort: true,
    });
  }

  /** A tile that is in memory. */
  fromMemory(key: TileKey): Buffer | undefined {
    return this.#memory.get(key);
  }

  /**
   * A tile from memory or the store. Concurrent calls share one read; an unavailable store counts as a miss.
   */
  find(key: TileKey, format: TileFormat): Promise<Buffer | undefined> {
    // The one rejection: the store had no tile, and `keep` has put one into memory while it was read.
    return this.#memory.fetch(key, { context: format }).catch(() => this.#memory.get(key));
  }

  /** As {@link find}, without taking a place in memory from a tile that is looked at. */
  async findApart(key: TileKey, format: TileFormat): Promise<Buffer | undefined> {
    return this.#memory.peek(key) ?? (await this.#read(key, format));
  }

  /** Keeps a rendered tile in memory; workers write the store. */
  keep(key: TileKey, bytes: Buffer): void {
    this.#memory.set(key, bytes);
  }
}
