import { expect, test } from "vitest";
import type { TileKey } from "../../core/tiles/tile-spec.ts";
import { TileCache } from "./tile-cache.ts";

const KEY = "a-tile" as TileKey;
const BYTES = Buffer.from("bytes");

/** A store whose reads end when the test says so. */
function heldStore() {
  const reads: { key: string; resolve: (bytes?: Buffer) => void; reject: (error: Error) => void }[] = [];
  const warnings: unknown[] = [];
  const get = (key: string) =>
    new Promise<Buffer | undefined>((resolve, reject) => reads.push({ key, resolve, reject }));
  const logger = { warn: (fields: unknown) => void warnings.push(fields) };
  return { reads, warnings, cache: new TileCache({ get }, 1_000_000, logger) };
}

test("a thousand concurrent look-ups of a tile read the store once", async () => {
  const { reads, cache } = heldStore();
  const lookups = Array.from({ length: 1_000 }, () => cache.find(KEY, "png"));
  expect(cache.fromMemory(KEY)).toBeUndefined();
  expect(reads.map(({ key }) => key)).toEqual([KEY]);
  reads[0]?.resolve(BYTES);
  expect(new Set(await Promise.all(lookups))).toEqual(new Set([BYTES]));
  expect(cache.fromMemory(KEY)).toBe(BYTES);
  expect(await cache.find(KEY, "png")).toBe(BYTES);
  expect(reads).toHaveLength(1);
});

test("a miss is not remembered: the next look-up reads the store again", async () => {
  const { reads, cache } = heldStore();
  const first = cache.find(KEY, "png");
  reads[0]?.resolve();
  expect(await first).toBeUndefined();
  const second = cache.find(KEY, "png");
  reads[1]?.resolve(BYTES);
  expect(await second).toBe(BYTES);
});

test("an unavailable store is a miss for all who share the read, and is logged once", async () => {
  const { reads, warnings, cache } = heldStore();
  const lookups = [cache.find(KEY, "png"), cache.find(KEY, "png")];
  reads[0]?.reject(new Error("no route"));
  expect(await Promise.all(lookups)).toEqual([undefined, undefined]);
  expect(warnings).toHaveLength(1);
  void cache.find(KEY, "png");
  expect(reads).toHaveLength(2);
});

test.each([
  { store: "has no tile", found: undefined },
  { store: "has the tile", found: Buffer.from("bytes") },
])("a render that ends while the store is read stays in memory when the store $store", async ({ found }) => {
  const { reads, cache } = heldStore();
  const lookup = cache.find(KEY, "png");
  cache.keep(KEY, BYTES);
  reads[0]?.resolve(found);
  expect(await lookup).toEqual(BYTES);
  expect(cache.fromMemory(KEY)).toBe(BYTES);
});

test("memory holds no more than its bytes", async () => {
  const cache = new TileCache({ get: async () => undefined }, 3_000, { warn: () => undefined });
  const keys = Array.from({ length: 10 }, (_, index) => `tile-${index}` as TileKey);
  for (const key of keys) cache.keep(key, Buffer.alloc(800));
  expect(keys.filter((key) => cache.fromMemory(key) !== undefined)).toEqual(["tile-7", "tile-8", "tile-9"]);
});
