import { ProblemError } from "../../core/errors.ts";
import { farTiles } from "../../core/tiles/far-tiles.ts";
import type { TileSpec } from "../../core/tiles/tile-spec.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Claims } from "../../queue/claims.ts";
import type { Database } from "../../storage/database/database.ts";
import { findShareTarget } from "../../storage/links/share-targets.ts";
import { ProfileLayers } from "./plan-layers.ts";
import type { TileServer } from "./tile-server.ts";

interface Parts {
  readonly database: Database;
  readonly claims: Pick<Claims, "claim" | "release">;
  readonly tiles: Pick<TileServer, "serve">;
  readonly logger: Logger;
}

/** Items come in series: a collection is prepared so long after the first change. */
const SETTLE_MS = 3_000;

/** How long one tile may take with all that is below it, and one process may hold a collection. */
const TILE_DEADLINE_MS = 120_000;
const CLAIM_MS = 600_000;

/** Collections that wait to be prepared; beyond this, tiles are made when they are requested. */
const WAITING_MAX = 1_000;

/** How often a tile is tried while workers are busy or away. */
const TRIES_MAX = 5;

/**
 * Draws the far tiles of collections before anybody looks, whenever items come, go or change. One process
 * does it for all. Only tiles of the default profile are prepared; everything else is made on request.
 */
export class MosaicPreparer {
  readonly #parts: Parts;
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Prepares a collection soon. */
  onChange(collectionId: string): void {
    if (this.#stopping.signal.aborted || this.#waiting.has(collectionId)) return;
    if (this.#waiting.size >= WAITING_MAX) return;
    const start = () => {
      this.#waiting.delete(collectionId);
      // One after the other: viewers' tiles need the workers more.
      this.#running = this.#running.then(() => this.#prepareOnce(collectionId));
    };
    this.#waiting.set(collectionId, setTimeout(start, SETTLE_MS).unref());
  }

  /** Stops; what is not prepared is made on request. */
  async close(): Promise<void> {
    this.#stopping.abort();
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    await this.#running;
  }

  async #prepareOnce(collectionId: string): Promise<void> {
    const { claims, logger } = this.#parts;
    const name = `mosaic:${collectionId}`;
    try {
      if (this.#stopping.signal.aborted) return;
      if (!(await claims.claim(name, CLAIM_MS))) return;
      try {
        await this.prepare(collectionId);
      } finally {
        await claims.release(name);
      }
    } catch (error) {
      if (!this.#stopping.signal.aborted) logger.warn({ err: error, collectionId }, "mosaic not prepared");
    }
  }

  /** Draws what is missing of the far tiles of a collection; resolves to their number. */
  async prepare(collectionId: string): Promise<number> {
    const target = await findShareTarget(this.#parts.database, "collection", collectionId, []);
    if (target?.type !== "collection") return 0;
    const layers = await new ProfileLayers(target.rasters, undefined).findDefault();
    const specs = farTiles(layers);
    for (const spec of specs) {
      if (this.#stopping.signal.aborted) break;
      await this.#draw(target.collection.organization_id, layers, spec);
    }
    return specs.length;
  }

  async #draw(
    organizationId: string,
    layers: Awaited<ReturnType<ProfileLayers["findDefault"]>>,
    spec: TileSpec,
  ): Promise<void> {
    const signal = () => this.#stopping.signal;
    for (let tried = 1; ; tried += 1) {
      try {
        const request = { organizationId, layers, spec, ifNoneMatch: undefined, signal };
        await this.#parts.tiles.serve({ ...request, deadlineMs: TILE_DEADLINE_MS, isInBackground: true });
        return;
      } catch (error) {
        const isBusy = error instanceof ProblemError && error.code === "unavailable";
        if (!isBusy || tried >= TRIES_MAX || this.#stopping.signal.aborted) throw error;
      }
    }
  }
}
