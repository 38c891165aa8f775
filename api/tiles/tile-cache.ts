import { LRUCache } from "lru-cache";
import type { TileKey } from "../../core/tiles/tile-spec.ts";
import { CircuitOpen } from "../../infra/circuit.ts";
import type { Logger } from "../../infra/logger.ts";
import type { StoredTile, TilesByKey, TileStore } from "../../storage/tiles/tile-store.ts";

/** The memory that a cached tile takes besides its bytes. */
const ENTRY_OVERHEAD_BYTES = 200;

/** A read-through cache of tiles by key: memory up to a number of bytes, then the object store. */
export class TileCache {
  readonly #memory: LRUCache<TileKey, Buffer, StoredTile>;
  readonly #read: (tile: StoredTile) => Promise<TilesByKey | undefined>;

  constructor(store: Pick<TileStore, "get">, bytesMax: number, logger: Pick<Logger, "warn">) {
    this.#read = async (tile) => {
      try {
        return await store.get(tile);
      } catch (error) {
        // That the circuit opens is logged once.
        if (!(error instanceof CircuitOpen)) logger.warn({ err: error }, "tile store is unavailable");
        return undefined;
      }
    };
    this.#memory = new LRUCache({
      maxSize: Math.max(1, bytesMax),
      sizeCalculation: (bytes) => bytes.length + ENTRY_OVERHEAD_BYTES,
      fetchMethod: async (key, _stale, { context: tile }) => {
        const found = await this.#read(tile);
        // Neighbours are looked at next.
        for (const [other, bytes] of found ?? []) {
          if (other !== key && !this.#memory.has(other)) this.keep(other, bytes);
        }
        return found?.get(key);
      },
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
  find(tile: StoredTile): Promise<Buffer | undefined> {
    const { key } = tile;
    // The one rejection: the store had no tile, and `keep` has put one into memory while it was read.
    return this.#memory.fetch(key, { context: tile }).catch(() => this.#memory.get(key));
  }

  /** As {@link find}, without taking a place in memory from a tile that is looked at. */
  async findApart(tile: StoredTile): Promise<Buffer | undefined> {
    return this.#memory.peek(tile.key) ?? (await this.#read(tile))?.get(tile.key);
  }

  /** Keeps a rendered tile in memory; workers write the store. */
  keep(key: TileKey, bytes: Buffer): void {
    this.#memory.set(key, bytes);
  }
}
