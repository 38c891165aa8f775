import { LRUCache } from "lru-cache";
import { contentVersion } from "../../core/rasters/content-version.ts";
import { succeedsWithin } from "../../infra/within.ts";
import type { AssetRow } from "../../storage/catalog/assets.ts";
import { Fingerprints } from "../../storage/object-store/fingerprints.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { RasterRefused } from "./errors.ts";

/** How long a file counts as unchanged after a check. */
const LOOK_EVERY_MS = 2_000;

/** A store that takes longer for a small question makes every render slow. */
const ANSWER_MS = 1_000;

type RegisteredFile = Pick<AssetRow, "id" | "object_key" | "version">;

/** Files whose content was compared, by what the store calls their version now. */
const COMPARED_MAX = 10_000;

/**
 * Checks that files are unchanged since they were registered. Tiles are stored under the registered version:
 * tiles of a file that was changed in place would belong to neither version. Where the store gives a file
 * another version, its content decides.
 */
export class AssetVersions {
  readonly #lookedAt = new LRUCache<string, true>({ max: 10_000, ttl: LOOK_EVERY_MS });
  readonly #compared = new LRUCache<string, true>({ max: COMPARED_MAX });
  readonly #store: Pick<ObjectStore, "head" | "get" | "put" | "getStream">;
  readonly #fingerprints: Fingerprints;

  constructor(store: Pick<ObjectStore, "head" | "get" | "put" | "getStream">) {
    this.#store = store;
    this.#fingerprints = new Fingerprints(store);
  }

  /**
   * Throws a RasterRefused for a changed file. A missing file or an unavailable store is left to the reader
   * to report.
   */
  async requireUnchanged(files: readonly RegisteredFile[]): Promise<void> {
    await Promise.all(files.map((file) => this.#look(file)));
  }

  /**
   * Whether the store reads well now. Where it does not, what GDAL could not read says nothing about the
   * file.
   */
  async readsWell([file]: readonly Pick<RegisteredFile, "object_key">[]): Promise<boolean> {
    return file !== undefined && (await this.#fingerprints.readsWell(file.object_key));
  }

  /** Whether the store answers for one of these files as fast as reading needs. */
  async answersInTime([file]: readonly RegisteredFile[]): Promise<boolean> {
    return file !== undefined && (await succeedsWithin(ANSWER_MS, this.#store.head(file.object_key)));
  }

  async #look({ id, object_key: objectKey, version }: RegisteredFile): Promise<void> {
    if (this.#lookedAt.has(id)) return;
    const found = await this.#store.head(objectKey).catch(() => undefined);
    const isOther = found !== undefined && contentVersion(objectKey, found.version) !== version;
    if (isOther && !(await this.#holdsTheSame(objectKey, version, found.version))) {
      throw new RasterRefused(
        "changed",
        "The file has been changed since it was registered; register it again as another item.",
      );
    }
    this.#lookedAt.set(id, true);
  }

  /** Whether an object with another version in the store has the content that was registered. */
  async #holdsTheSame(objectKey: string, version: string, storeVersion: string): Promise<boolean> {
    const name = `${version} ${storeVersion}`;
    if (this.#compared.has(name)) return true;
    const registered = await this.#fingerprints.find(version);
    const isSame = registered !== undefined && (await this.#fingerprints.take(objectKey)) === registered;
    // What is adopted by an operator meanwhile is found at the next look.
    if (isSame) this.#compared.set(name, true);
    return isSame;
  }
}
