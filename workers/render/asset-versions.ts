import { LRUCache } from "lru-cache";
import { contentVersion } from "../../core/rasters/content-version.ts";
import type { AssetRow } from "../../storage/catalog/assets.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { RasterRefused } from "./errors.ts";

/** How long a file is taken for unchanged after it was looked at. */
const LOOK_EVERY_MS = 2_000;

type RegisteredFile = Pick<AssetRow, "id" | "object_key" | "version">;

/**
 * Whether registered files are still what they were when they were registered. Tiles are kept by the registered version: of a file that was changed in
 * its place they would be tiles of neither.
 */
export class AssetVersions {
  readonly #lookedAt = new LRUCache<string, true>({ max: 10_000, ttl: LOOK_EVERY_MS });
  readonly #store: Pick<ObjectStore, "head">;

  constructor(store: Pick<ObjectStore, "head">) {
    this.#store = store;
  }

  /** Throws a RasterRefused for a file that has changed. One that is gone, or whose store is away, is for whoever reads it to find out. */
  async requireUnchanged(files: readonly RegisteredFile[]): Promise<void> {
    await Promise.all(files.map((file) => this.#look(file)));
  }

  async #look({ id, object_key: objectKey, version }: RegisteredFile): Promise<void> {
    if (this.#lookedAt.has(id)) return;
    const found = await this.#store.head(objectKey).catch(() => undefined);
    if (found !== undefined && contentVersion(objectKey, found.version) !== version) {
      throw new RasterRefused(
        "changed",
        "The file has been changed since it was registered; register it again as another item.",
      );
    }
    this.#lookedAt.set(id, true);
  }
}
