import { TILE_FORMATS, type TileFormat } from "../core/tiles/tile-format.ts";
import type { TileKey } from "../core/tiles/tile-spec.ts";
import type { ObjectStore } from "./object-store/object-store.ts";

/** Rendered tiles in the object store, by their key. A tile without data is an empty object. */
export class TileStore {
  readonly #store: ObjectStore;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /** A tile's bytes; an empty buffer is a tile without data; undefined when it was never rendered. */
  async get(key: TileKey, format: TileFormat): Promise<Buffer | undefined> {
    return await this.#store.get(objectKey(key, format));
  }

  /** Keeps a tile's bytes. */
  async put(key: TileKey, format: TileFormat, bytes: Uint8Array): Promise<void> {
    await this.#store.put(objectKey(key, format), bytes, { contentType: TILE_FORMATS[format].contentType });
  }
}

/** In 4096 folders, so that none of a file store holds millions of names and all of them soon exist. */
function objectKey(key: TileKey, format: TileFormat): string {
  return `tiles/${key.slice(0, 2)}/${key}.${TILE_FORMATS[format].extension}`;
}
