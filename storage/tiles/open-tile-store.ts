import type { Config } from "../../infra/config.ts";
import { parseStoreUrl } from "../object-store/store-url.ts";
import { TileFiles } from "./tile-files.ts";
import { TilePacks, type StoredNames } from "./tile-packs.ts";
import type { GuardedObjects, TileStore } from "./tile-store.ts";

/** Tiles as the kind of object store suggests: files in a directory, packs where each request is paid for. */
export function openTileStore(
  { OBJECT_STORE_URL }: Pick<Config, "OBJECT_STORE_URL">,
  objects: GuardedObjects,
  names: StoredNames,
): TileStore {
  const isPaid = parseStoreUrl(OBJECT_STORE_URL).kind === "s3";
  return isPaid ? new TilePacks(objects, names) : new TileFiles(objects);
}
