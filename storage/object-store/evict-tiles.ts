import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** First characters of tile keys, which are base64url of a hash: each begins as many tiles as any other. */
export const TILE_GROUPS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A group that is too large shrinks to this part of its share, and is not at its bound again at once. */
const TARGET = 0.9;

/** Bytes that a file takes at least: one block of the file system. */
const BLOCK_BYTES = 512;

interface TileFile {
  readonly path: string;
  readonly bytes: number;
  readonly usedMs: number;
}

/** What an eviction found and did. */
export interface EvictionOutcome {
  readonly bytes: number;
  readonly evicted: number;
}

/**
 * Deletes the least recently used tiles of one group in a directory store, once the group takes more than its
 * share of the bytes that all tiles may take. A file's last use is its access time, which Linux keeps to the
 * day (`relatime`); where access times are off, the oldest files leave first.
 */
export async function evictTiles(root: string, group: string, bytesMax: number): Promise<EvictionOutcome> {
  const share = bytesMax / TILE_GROUPS.length;
  const files = await filesOf(join(root, "tiles"), group);
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes <= share) return { bytes, evicted: 0 };
  let evicted = 0;
  for (const file of files.sort((a, b) => a.usedMs - b.usedMs)) {
    if (bytes <= share * TARGET) break;
    await rm(file.path, { force: true });
    bytes -= file.bytes;
    evicted += 1;
  }
  return { bytes, evicted };
}

async function filesOf(tiles: string, group: string): Promise<TileFile[]> {
  const files: TileFile[] = [];
  for (const folder of await namesIn(tiles)) {
    if (!folder.startsWith(group)) continue;
    for (const name of await namesIn(join(tiles, folder))) {
      const path = join(tiles, folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found?.isFile() !== true) continue;
      const bytes = Math.max(found.size, found.blocks * BLOCK_BYTES);
      files.push({ path, bytes, usedMs: Math.max(found.atimeMs, found.mtimeMs) });
    }
  }
  return files;
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => []);
}
