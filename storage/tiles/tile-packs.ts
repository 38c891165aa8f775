import { setTimeout as delay } from "node:timers/promises";
import type { BlockKey } from "../../core/tiles/tile-block.ts";
import type { TileKey } from "../../core/tiles/tile-spec.ts";
import { decodePack, encodePack } from "./tile-pack.ts";
import {
  objectKeyOf,
  type GuardedObjects,
  type StoredBlock,
  type StoredTile,
  type TilesByKey,
  type TileStore,
} from "./tile-store.ts";

/** Remembers what the store holds, approximately, so that it need not be asked. */
export interface StoredNames {
  /** Whether a tile or a block may be there. False is certain, unless the memory was lost. */
  mayHold(organizationId: string, name: TileKey | BlockKey): Promise<boolean>;
  add(organizationId: string, names: readonly (TileKey | BlockKey)[]): Promise<void>;
}

const NONE: TilesByKey = new Map();

/** How long the other tiles of a view are waited for before their block is written. */
const GATHER_MS = 200;

/** Tiles of a block that are to be written together. */
interface Gathered {
  readonly tiles: Map<TileKey, Buffer>;
  readonly written: Promise<void>;
}

/**
 * One object for all tiles of a block (decision 123): an object store is paid by the request, and a write
 * costs twelve times a read. A look for a tile that was never rendered does not reach the store. Two workers
 * that write one block at the same moment keep the tiles of one of them: the others are rendered again.
 */
export class TilePacks implements TileStore {
  readonly #objects: GuardedObjects;
  readonly #names: StoredNames;
  /** Packs that are being read: the tiles of a view are looked for at once. */
  readonly #reads = new Map<BlockKey, Promise<TilesByKey>>();
  readonly #gathered = new Map<BlockKey, Gathered>();
  /** The last write of a block that is not done yet. */
  readonly #writes = new Map<BlockKey, Promise<void>>();
  readonly #closing = new AbortController();

  constructor(objects: GuardedObjects, names: StoredNames) {
    this.#objects = objects;
    this.#names = names;
  }

  /** All tiles of the block that are there, if the one may be among them. */
  async get({ organizationId, blockKey, key }: StoredTile): Promise<TilesByKey> {
    const gathered = this.#gathered.get(blockKey)?.tiles;
    if (gathered?.has(key) === true) return gathered;
    return (await this.#mayHold(organizationId, key)) ? await this.#read(blockKey) : NONE;
  }

  /** Adds tiles to those that the block has; what comes within a moment is written at once. */
  async put(block: StoredBlock, tiles: TilesByKey): Promise<void> {
    const { blockKey } = block;
    if (isAlone(blockKey, tiles)) return await this.#write(block, tiles);
    let gathered = this.#gathered.get(blockKey);
    if (gathered === undefined) {
      const together = new Map<TileKey, Buffer>();
      gathered = { tiles: together, written: this.#writeLater(block, together) };
      this.#gathered.set(blockKey, gathered);
    }
    for (const [key, bytes] of tiles) gathered.tiles.set(key, bytes);
    await gathered.written;
  }

  /** Writes what is gathered without waiting for more. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled([...this.#gathered.values()].map(({ written }) => written));
  }

  async #writeLater(block: StoredBlock, tiles: TilesByKey): Promise<void> {
    const { blockKey } = block;
    await delay(GATHER_MS, undefined, { signal: this.#closing.signal }).catch(() => undefined);
    // In turn: each write begins with what the one before it left.
    await this.#writes.get(blockKey)?.catch(() => undefined);
    this.#gathered.delete(blockKey);
    const write = this.#write(block, tiles).finally(() => {
      if (this.#writes.get(blockKey) === write) this.#writes.delete(blockKey);
    });
    this.#writes.set(blockKey, write);
    await write;
  }

  async #write({ organizationId, blockKey }: StoredBlock, tiles: TilesByKey): Promise<void> {
    const hasOthers = !isAlone(blockKey, tiles) && (await this.#mayHold(organizationId, blockKey));
    const known = hasOthers ? await this.#read(blockKey) : NONE;
    const pack = encodePack(new Map([...known, ...tiles]));
    await this.#objects.put(packKey(blockKey), pack, "application/octet-stream");
    await this.#names.add(organizationId, [blockKey, ...tiles.keys()]);
  }

  #read(blockKey: BlockKey): Promise<TilesByKey> {
    const known = this.#reads.get(blockKey);
    if (known !== undefined) return known;
    const read = this.#readPack(blockKey).finally(() => this.#reads.delete(blockKey));
    this.#reads.set(blockKey, read);
    return read;
  }

  async #readPack(blockKey: BlockKey): Promise<TilesByKey> {
    const pack = await this.#objects.get(packKey(blockKey));
    return (pack && decodePack(pack)) ?? NONE;
  }

  /** While it cannot be known, the store is asked. */
  async #mayHold(organizationId: string, name: TileKey | BlockKey): Promise<boolean> {
    return await this.#names.mayHold(organizationId, name).catch(() => true);
  }
}

/** A block of one tile has its name. */
function isAlone(blockKey: BlockKey, tiles: TilesByKey): boolean {
  return tiles.size === 1 && tiles.has(blockKey as string as TileKey);
}

function packKey(blockKey: BlockKey): string {
  return objectKeyOf(blockKey, "tiles");
}
