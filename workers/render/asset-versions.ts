import { setTimeout } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { contentVersion } from "../../core/rasters/content-version.ts";
import type { AssetRow } from "../../storage/catalog/assets.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { RasterRefused } from "./errors.ts";

/** How long a file counts as unchanged after a check. */
const LOOK_EVERY_MS = 2_000;

/** A store that takes longer for a small question makes every render slow. */
const ANSWER_MS = 1_000;

type RegisteredFile = Pick<AssetRow, "id" | "object_key" | "version">;

/**
 * Checks that files are unchanged since they were registered. Tiles are stored under the registered version:
 * tiles of a file that was changed in place would belong to neither version.
 */
export class AssetVersions {
  readonly #lookedAt = new LRUCache<string, true>({ max: 10_000, ttl: LOOK_EVERY_MS });
  readonly #store: Pick<ObjectStore, "head">;

  constructor(store: Pick<ObjectStore, "head">) {
    this.#store = store;
  }

  /**
   * Throws a RasterRefused for a changed file. A missing file or an unavailable store is left to the reader
   * to report.
   */
  async requireUnchanged(files: readonly RegisteredFile[]): Promise<void> {
    await Promise.all(files.map((file) => this.#look(file)));
  }

  /** Whether the store answers for one of these files as fast as reading needs. */
  async answersInTime([file]: readonly RegisteredFile[]): Promise<boolean> {
    if (file === undefined) return false;
    const answer = this.#store.head(file.object_key).then(
      () => true,
      () => false,
    );
    return await Promise.race([answer, setTimeout(ANSWER_MS, false, { ref: false })]);
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
