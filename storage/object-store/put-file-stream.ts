import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { ObjectStore } from "./object-store.ts";

/** Writes a file of this machine into a store, piece by piece, and removes it. */
export async function putFileStream(
  store: Pick<ObjectStore, "putStream">,
  key: string,
  path: string,
  options: { contentType?: string } = {},
): Promise<number> {
  const bytes = await store.putStream(key, createReadStream(path), options);
  await rm(path, { force: true });
  return bytes;
}
