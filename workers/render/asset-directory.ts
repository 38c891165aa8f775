import { LRUCache } from "lru-cache";
import { findRenderAssets, type RenderAsset } from "../../storage/catalog/assets.ts";
import type { Database } from "../../storage/database/database.ts";

/** Finds assets by id. Rows never change, so they are cached. */
export class AssetDirectory {
  readonly #known = new LRUCache<string, RenderAsset>({ max: 5_000 });
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The assets with these ids, in this order, without those that no longer exist. */
  async find(ids: readonly string[]): Promise<RenderAsset[]> {
    const missing = ids.filter((id) => !this.#known.has(id));
    if (missing.length > 0) {
      for (const asset of await findRenderAssets(this.#database, missing)) this.#known.set(asset.id, asset);
    }
    return ids.flatMap((id) => this.#known.get(id) ?? []);
  }
}
