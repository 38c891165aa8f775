import { expect, test } from "vitest";
import { blockOfOne } from "../../core/tiles/tile-block.ts";
import type { TileKey } from "../../core/tiles/tile-spec.ts";
import type { StoredTile, TilesByKey } from "../../storage/tiles/tile-store.ts";
import { TileCache } from "./tile-cache.ts";

const KEY = "a-tile" as TileKey;
const NEIGHBOUR = "its-neighbour" as TileKey;
const BYTES = Buffer.from("bytes");
const TILE: StoredTile = { organizationId: "one", blockKey: blockOfOne(KEY), key: KEY, format: "png" };

/** A store whose reads end when the test says so. */
function heldStore() {
  const reads: { key: string; resolve: (bytes?: Buffer) => void; reject: (error: Error) => void }[] = [];
  const warnings: unknown[] = [];
  const get = ({ key }: StoredTile) =>
    new Promise<TilesByKey>((resolve, reject) => {
      reads.push({ key, resolve: (bytes) => resolve(new Map(bytes && [[key, bytes]])), reject });
    });
  const logger = { warn: (fields: unknown) => void warnings.push(fields) };
  return { reads, warnings, cache: new TileCache({ get }, 1_000_000, logger) };
}

test("a thousand concurrent look-ups of a tile read the store once", async () => {
  const { reads, cache } = heldStore();
  const lookups = Array.from({ length: 1_000 }, () => cache.find(TILE));
  expect(cache.fromMemory(KEY)).toBeUndefined();
  expect(reads.map(({ key }) => key)).toEqual([KEY]);
  reads[0]?.resolve(BYTES);
  expect(new Set(await Promise.all(lookups))).toEqual(new Set([BYTES]));
  expect(cache.fromMemory(KEY)).toBe(BYTES);
  expect(await cache.find(TILE)).toBe(BYTES);
  expect(reads).toHaveLength(1);
});

test("a miss is not remembered: the next look-up reads the store again", async () => {
  const { reads, cache } = heldStore();
  const first = cache.find(TILE);
  reads[0]?.resolve();
  expect(await first).toBeUndefined();
  const second = cache.find(TILE);
  reads[1]?.resolve(BYTES);
  expect(await second).toBe(BYTES);
});

test("an unavailable store is a miss for all who share the read, and is logged once", async () => {
  const { reads, warnings, cache } = heldStore();
  const lookups = [cache.find(TILE), cache.find(TILE)];
  reads[0]?.reject(new Error("no route"));
  expect(await Promise.all(lookups)).toEqual([undefined, undefined]);
  expect(warnings).toHaveLength(1);
  void cache.find(TILE);
  expect(reads).toHaveLength(2);
});

test.each([
  { store: "has no tile", found: undefined },
  { store: "has the tile", found: Buffer.from("bytes") },
])("a render that ends while the store is read stays in memory when the store $store", async ({ found }) => {
  const { reads, cache } = heldStore();
  const lookup = cache.find(TILE);
  cache.keep(KEY, BYTES);
  reads[0]?.resolve(found);
  expect(await lookup).toEqual(BYTES);
  expect(cache.fromMemory(KEY)).toBe(BYTES);
});

test("neighbours that a read brings along are in memory, but replace nothing", async () => {
  const get = async () => new Map([KEY, NEIGHBOUR].map((key) => [key, Buffer.from(`${key} of the store`)]));
  const cache = new TileCache({ get }, 1_000_000, { warn: () => undefined });
  expect(String(await cache.find(TILE))).toBe("a-tile of the store");
  expect(String(cache.fromMemory(NEIGHBOUR))).toBe("its-neighbour of the store");
  const other = new TileCache({ get }, 1_000_000, { warn: () => undefined });
  other.keep(NEIGHBOUR, BYTES);
  await other.find(TILE);
  expect(other.fromMemory(NEIGHBOUR)).toBe(BYTES);
});

test("memory holds no more than its bytes", async () => {
  const cache = new TileCache({ get: async () => new Map() }, 3_000, { warn: () => undefined });
  const keys = Array.from({ length: 10 }, (_, index) => `tile-${index}` as TileKey);
  for (const key of keys) cache.keep(key, Buffer.alloc(800));
  expect(keys.filter((key) => cache.fromMemory(key) !== undefined)).toEqual(["tile-7", "tile-8", "tile-9"]);
});
