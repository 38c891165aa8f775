import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { evictTiles, TILE_GROUPS } from "./evict-tiles.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "geopera-tiles-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const BYTES = 8192;

async function putTile(name: string, usedSeconds: number): Promise<void> {
  const folder = join(root, "tiles", name.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), Buffer.alloc(BYTES));
  // Written long ago, used when the test says.
  await utimes(join(folder, `${name}.png`), usedSeconds, 1000);
}

const tiles = async (folder: string) => (await readdir(join(root, "tiles", folder))).toSorted();

test("the least recently used tiles of a group leave, until it is below its share of the bound", async () => {
  for (let number = 0; number < 10; number += 1) await putTile(`AB-${number}`, 100_000 - number * 1000);
  for (let number = 0; number < 10; number += 1) await putTile(`AC-${number}`, 50_000 - number * 1000);
  await putTile("BA-0", 2000);
  const bytesMax = TILE_GROUPS.length * BYTES * 10;
  expect(await evictTiles(root, "A", bytesMax)).toEqual({ bytes: 9 * BYTES, evicted: 11 });
  expect(await tiles("AB")).toEqual(Array.from({ length: 9 }, (_, number) => `AB-${number}.png`));
  expect(await tiles("AC")).toEqual([]);
  expect(await tiles("BA")).toEqual(["BA-0.png"]);
});

test("a group below its share, and a store without tiles, stay as they are", async () => {
  expect(await evictTiles(root, "A", 1)).toEqual({ bytes: 0, evicted: 0 });
  await putTile("AB-0", 2000);
  expect(await evictTiles(root, "A", TILE_GROUPS.length * BYTES)).toEqual({ bytes: BYTES, evicted: 0 });
  expect(await tiles("AB")).toEqual(["AB-0.png"]);
});

test("groups are the characters of base64url, each once", () => {
  expect(new Set(TILE_GROUPS).size).toBe(64);
  expect(TILE_GROUPS).toMatch(/^[\w-]+$/);
});
