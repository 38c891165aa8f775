import { TILE_FORMATS } from "../../core/tiles/tile-format.ts";
import {
  objectKeyOf,
  type GuardedObjects,
  type StoredBlock,
  type StoredTile,
  type TilesByKey,
  type TileStore,
} from "./tile-store.ts";

/** An object for each tile: in a directory, looks and writes cost next to nothing. */
export class TileFiles implements TileStore {
  readonly #objects: GuardedObjects;

  constructor(objects: GuardedObjects) {
    this.#objects = objects;
  }

  /** The tile alone. */
  async get({ key, format }: StoredTile): Promise<TilesByKey> {
    const bytes = await this.#objects.get(objectKeyOf(key, TILE_FORMATS[format].extension));
    return new Map(bytes === undefined ? [] : [[key, bytes]]);
  }

  /** Rejects when one of the tiles cannot be written; others are then kept. */
  async put({ format }: StoredBlock, tiles: TilesByKey): Promise<void> {
    const { extension, contentType } = TILE_FORMATS[format];
    const puts = [...tiles].map(([key, bytes]) =>
      this.#objects.put(objectKeyOf(key, extension), bytes, contentType),
    );
    await Promise.all(puts);
  }

  /** Nothing is gathered. */
  async close(): Promise<void> {}
}
