import { CircuitOpen } from "../../infra/circuit.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Metrics } from "../../infra/metrics.ts";
import type { RenderWork } from "../../queue/jobs.ts";
import type { Handover } from "../../queue/tiles/handover.ts";
import type { TilesByKey, TileStore } from "../../storage/tiles/tile-store.ts";

interface Parts {
  readonly tiles: TileStore;
  readonly handover: Pick<Handover, "keep">;
  readonly stages: Metrics["tileStageSeconds"];
  readonly logger: Pick<Logger, "warn">;
}

/** Tiles that may wait for the store at a time: beyond them, renders wait for it. */
const BYTES_MAX = 64 * 1024 * 1024;

/** Names of tiles within their block, and their bytes. */
type TilesByName = ReadonlyMap<string, Buffer>;

/**
 * Writes rendered tiles to the store behind the jobs that rendered them: a job's place is for the next block
 * while a distant store takes its time. What the store does not take is kept in Redis for a while.
 */
export class TileKeeper {
  readonly #parts: Parts;
  readonly #writes = new Set<Promise<void>>();
  #bytes = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Begins to write tiles of a job's block; resolves when more may come. */
  async keep(job: RenderWork, tiles: TilesByName): Promise<void> {
    while (this.#bytes >= BYTES_MAX) await Promise.race(this.#writes);
    const bytes = [...tiles.values()].reduce((sum, tile) => sum + tile.length, 0);
    this.#bytes += bytes;
    const write = this.#write(job, tiles).finally(() => {
      this.#bytes -= bytes;
      this.#writes.delete(write);
    });
    this.#writes.add(write);
  }

  /** Resolves when all is written, or kept in Redis. */
  async close(): Promise<void> {
    await this.#parts.tiles.close();
    await Promise.all(this.#writes);
  }

  async #write(job: RenderWork, tiles: TilesByName): Promise<void> {
    const { tiles: store, handover, stages, logger } = this.#parts;
    const { organizationId, blockKey, tileKeys, rendition } = job;
    const byKey: TilesByKey = new Map(
      [...tiles].flatMap(([name, bytes]) => {
        const key = tileKeys[name];
        // Only tiles of the job's own block are rendered.
        return key === undefined ? [] : [[key, bytes] as const];
      }),
    );
    const endStage = stages.startTimer({ stage: "keep" });
    try {
      await store.put({ organizationId, blockKey, format: rendition.format }, byKey);
    } catch (error) {
      // That the circuit opens is logged once.
      if (!(error instanceof CircuitOpen)) logger.warn({ err: error }, "tiles not stored");
      await handover.keep(blockKey, tiles).catch((lost: unknown) => {
        logger.warn({ err: lost }, "tiles not kept");
      });
    } finally {
      endStage();
    }
  }
}
