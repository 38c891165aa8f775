import { LRUCache } from "lru-cache";
import { RasterRefused } from "./errors.ts";

/** Long enough that a broken file costs next to nothing, short enough that one wrongly suspected comes back by itself. */
const REMEMBERED_MS = 300_000;

/** Files that ended render processes: once may be bad luck, after the second time they are left alone for a while. */
export class BrokenFiles {
  readonly #broken = new LRUCache<string, true>({ max: 10_000, ttl: REMEMBERED_MS });

  /** Remembers a file whose last try ended its process. */
  remember(assetId: string): void {
    this.#broken.set(assetId, true);
  }

  /** Throws a RasterRefused when one of the files is known to end processes. */
  check(assetIds: readonly string[]): void {
    if (!assetIds.some((id) => this.#broken.has(id))) return;
    throw new RasterRefused(
      "unreadable",
      "Reading this file ended the renderer twice: it is damaged in a way that cannot be served. Write it anew (gdal_translate -of COG) and register it again.",
    );
  }
}
