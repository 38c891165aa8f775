import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../../infra/logger.ts";
import type { Metrics } from "../../infra/metrics.ts";
import type { UsageEntry, UsageStream } from "../../queue/usage-stream.ts";
import type { Database } from "../../storage/postgres.ts";
import { recordUsage } from "../../storage/usage-ledger.ts";

interface Parts {
  /** Blocks while it waits for entries: a connection of its own. */
  readonly reading: UsageStream;
  readonly acknowledging: UsageStream;
  readonly database: Database;
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, "usageRecorded" | "usageBacklog">;
}

/** Entries taken at once; an entry holds the events of one flush of one API process. */
const ENTRIES_MAX = 1_000;

const BLOCK_MS = 500;

/** An entry that was read this long ago and is not acknowledged belongs to a worker that died or failed. */
const ABANDONED_MS = 5_000;

const PAUSE_AFTER_FAILURE_MS = 500;

/**
 * Moves usage from the stream into PostgreSQL: read, record in one transaction, acknowledge after the commit. Every step may be repeated by any
 * number of workers; what a dead one left is taken over.
 */
export class MeteringDrain {
  readonly #parts: Parts;
  readonly #consumer: string;
  #stopping = false;
  #running: Promise<void> = Promise.resolve();
  #lastClaimAt = 0;

  constructor(parts: Parts, consumer: string) {
    this.#parts = parts;
    this.#consumer = consumer;
  }

  /** Begins to drain. */
  start(): void {
    this.#running = this.#run();
  }

  /** Finishes the batch at hand. */
  async close(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      try {
        await this.#parts.reading.ensureGroup();
        while (!this.#stopping) await this.#drainOnce();
      } catch (error) {
        if (this.#stopping) return;
        this.#parts.logger.warn({ err: error }, "usage not recorded yet; trying again");
        await sleep(PAUSE_AFTER_FAILURE_MS);
      }
    }
  }

  async #drainOnce(): Promise<void> {
    const { reading, acknowledging, metrics } = this.#parts;
    if (performance.now() - this.#lastClaimAt >= ABANDONED_MS) {
      await this.#record(await acknowledging.claimAbandoned(this.#consumer, ENTRIES_MAX, ABANDONED_MS));
      this.#lastClaimAt = performance.now();
      metrics.usageBacklog.set(await acknowledging.length());
    }
    await this.#record(await reading.read(this.#consumer, ENTRIES_MAX, BLOCK_MS));
  }

  async #record(entries: readonly UsageEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { database, acknowledging, metrics } = this.#parts;
    const recorded = await recordUsage(
      database,
      entries.flatMap((entry) => entry.events),
    );
    metrics.usageRecorded.inc(recorded);
    await acknowledging.acknowledge(entries.map((entry) => entry.entryId));
  }
}
