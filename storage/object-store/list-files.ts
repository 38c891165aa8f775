import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { compareKeys, isObjectKey } from "./object-key.ts";

/**
 * Keys of the regular files under a folder of the root ("" or ending in "/") that start with the prefix, in
 * byte order. A folder sorts as its name with the slash, because that is how its keys begin. Symbolic links
 * are not followed.
 */
export async function* listFiles(root: string, folder: string, prefix: string): AsyncGenerator<string> {
  for (const key of await entriesOf(root, folder)) {
    if (!key.endsWith("/")) {
      if (key.startsWith(prefix) && isObjectKey(key)) yield key;
    } else if ((key.startsWith(prefix) || prefix.startsWith(key)) && isObjectKey(key.slice(0, -1))) {
      yield* listFiles(root, key, prefix);
    }
  }
}

async function entriesOf(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(emptyWhenGone);
  const keys = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? "/" : ""}`);
  return keys.sort(compareKeys);
}

function emptyWhenGone(error: NodeJS.ErrnoException): [] {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
  throw error;
}
