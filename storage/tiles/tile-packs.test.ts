import { expect, test } from "vitest";
import type { BlockKey } from "../../core/tiles/tile-block.ts";
import type { TileKey } from "../../core/tiles/tile-spec.ts";
import { MemoryObjectStore } from "../object-store/memory-object-store.ts";
import { TilePacks } from "./tile-packs.ts";
import { GuardedObjects, type StoredBlock } from "./tile-store.ts";

const BLOCK: StoredBlock = { organizationId: "one", blockKey: "corner.4" as BlockKey, format: "png" };
const [A, B, C] = ["tile-a", "tile-b", "tile-c"] as TileKey[] as [TileKey, TileKey, TileKey];
const bytesOf = (...keys: TileKey[]) => new Map(keys.map((key) => [key, Buffer.from(key)]));

/** Packs in memory, with the requests that reached the store. */
function packs(remembers: () => Promise<boolean> = async () => true) {
  const objects = new MemoryObjectStore();
  const requests: string[] = [];
  const names = new Set<string>();
  const store = new TilePacks(
    new GuardedObjects({
      get: async (key) => {
        requests.push("GET");
        return await objects.get(key);
      },
      put: async (key, bytes) => {
        requests.push("PUT");
        await objects.put(key, bytes);
      },
      head: (key) => objects.head(key),
    }),
    {
      mayHold: async (_organization, name) => (await remembers()) && names.has(name),
      add: async (_organization, added) => added.forEach((name) => names.add(name)),
    },
  );
  return { store, requests, names };
}

test("tiles of a block are one write, and one read brings them all, however many look at once", async () => {
  const { store, requests } = packs();
  await store.put(BLOCK, bytesOf(A, B));
  const found = await Promise.all([A, B, A].map((key) => store.get({ ...BLOCK, key })));
  expect(found).toEqual([bytesOf(A, B), bytesOf(A, B), bytesOf(A, B)]);
  expect(requests).toEqual(["PUT", "GET"]);
});

test("a look for what was never rendered does not reach the store", async () => {
  const { store, requests } = packs();
  await store.put(BLOCK, bytesOf(A));
  expect(await store.get({ ...BLOCK, key: C })).toEqual(new Map());
  expect(requests).toEqual(["PUT"]);
});

test("tiles that come later join those of their block", async () => {
  const { store, requests } = packs();
  await store.put(BLOCK, bytesOf(A));
  await store.put(BLOCK, bytesOf(B, C));
  expect(await store.get({ ...BLOCK, key: A })).toEqual(bytesOf(A, B, C));
  expect(requests).toEqual(["PUT", "GET", "PUT", "GET"]);
});

test("a tile alone in its block is written without a look", async () => {
  const { store, requests } = packs();
  const alone = { ...BLOCK, blockKey: A as string as BlockKey };
  await store.put(alone, bytesOf(A));
  await store.put(alone, bytesOf(A));
  expect(requests).toEqual(["PUT", "PUT"]);
});

test("while it cannot be known what the store holds, the store is asked", async () => {
  const { store, requests } = packs(async () => await Promise.reject(new Error("no Redis")));
  await store.put(BLOCK, bytesOf(A));
  expect(await store.get({ ...BLOCK, key: A })).toEqual(bytesOf(A));
  expect(requests).toEqual(["GET", "PUT", "GET"]);
});

test("a tile that the memory takes for known, and the store does not have, is none", async () => {
  const { store, names } = packs();
  names.add(A);
  expect(await store.get({ ...BLOCK, key: A })).toEqual(new Map());
});

test("tiles that are rendered one after the other are written together; until then they can be had", async () => {
  const { store, requests } = packs();
  const puts = [store.put(BLOCK, bytesOf(A)), store.put(BLOCK, bytesOf(B))];
  expect(await store.get({ ...BLOCK, key: A })).toEqual(bytesOf(A, B));
  await store.close();
  await Promise.all(puts);
  expect(await store.get({ ...BLOCK, key: B })).toEqual(bytesOf(A, B));
  expect(requests).toEqual(["PUT", "GET"]);
});
