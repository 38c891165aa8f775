import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../core/clock.ts";
import { encodeUsageEvents } from "../../core/usage/usage-wire.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Metrics } from "../../infra/metrics.ts";
import type { DeadLetter, UsageEntry, UsageStream } from "../../queue/usage-stream.ts";
import type { Database } from "../../storage/database/database.ts";
import { recordUsage } from "../../storage/usage/usage-ledger.ts";

interface Parts {
  /** Blocks while it waits for entries: a connection of its own. */
  readonly reading: UsageStream;
  readonly acknowledging: UsageStream;
  /** Names the stream among those of the other partitions. */
  readonly partition: string;
  readonly database: Database;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly metrics: Pick<Metrics, "usageRecorded" | "usageBacklog" | "usageDeadLetters" | "usageReclocked">;
}

/** Entries taken at once; an entry holds the events of one flush of one API process. */
const ENTRIES_MAX = 1_000;

/** Events of one transaction: entries are small when little happens and large when much does. */
const EVENTS_PER_TRANSACTION = 10_000;

const BLOCK_MS = 500;

/**
 * What comes in this time is recorded together: a transaction costs as much as recording some hundred events.
 */
const GATHER_MS = 200;

/** An entry that was read this long ago and is not acknowledged belongs to a worker that died or failed. */
const ABANDONED_MS = 3_000;

const PAUSE_AFTER_FAILURE_MS = 500;

/**
 * Moves usage from the stream into PostgreSQL: read, record in one transaction, acknowledge after the commit.
 * Every step is idempotent, for any number of workers; entries of a dead worker are claimed by the others. An
 * entry that can never be recorded becomes a dead letter, so that it does not block the rest.
 */
export class MeteringDrain {
  readonly #parts: Parts;
  readonly #consumer: string;
  #stopping = false;
  #running: Promise<void> = Promise.resolve();
  #lastClaimAt = -Infinity;

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
    const { reading, acknowledging, partition, metrics } = this.#parts;
    if (performance.now() - this.#lastClaimAt >= ABANDONED_MS) {
      await this.#takeOver();
      this.#lastClaimAt = performance.now();
      metrics.usageBacklog.set({ partition }, await acknowledging.length());
    }
    const entries = await reading.read(this.#consumer, ENTRIES_MAX, BLOCK_MS);
    await this.#record(entries);
    if (entries.length > 0 && entries.length < ENTRIES_MAX) await sleep(GATHER_MS);
  }

  async #takeOver(): Promise<void> {
    let entries: UsageEntry[];
    do {
      entries = await this.#parts.acknowledging.claimAbandoned(this.#consumer, ENTRIES_MAX, ABANDONED_MS);
      await this.#record(entries);
    } while (entries.length > 0 && !this.#stopping);
  }

  async #record(entries: readonly UsageEntry[]): Promise<void> {
    for (const batch of batchesOf(entries)) await this.#recordBatch(batch);
  }

  async #recordBatch(entries: readonly UsageEntry[]): Promise<void> {
    const { acknowledging, database, clock, metrics } = this.#parts;
    const events = entries.flatMap((entry) => entry.events);
    const outcome = await recordUsage(database, events, clock());
    metrics.usageRecorded.inc(outcome.recorded);
    metrics.usageReclocked.inc(outcome.reclocked);
    await this.#putAside([
      ...entries.flatMap(({ entryId, rejects }) => rejects.map((reject) => ({ entryId, ...reject }))),
      ...outcome.expired.map((event) => ({
        entryId: "",
        reason: "older than raw events are kept",
        text: encodeUsageEvents([event]),
      })),
    ]);
    await acknowledging.acknowledge(entries.map((entry) => entry.entryId));
  }

  async #putAside(letters: readonly DeadLetter[]): Promise<void> {
    if (letters.length === 0) return;
    const { acknowledging, metrics, logger } = this.#parts;
    await acknowledging.putAside(letters);
    metrics.usageDeadLetters.inc(letters.length);
    const [{ entryId, reason } = {}] = letters;
    logger.error({ count: letters.length, entryId, reason }, "usage became a dead letter: it is not billed");
  }
}

function* batchesOf(entries: readonly UsageEntry[]): Generator<readonly UsageEntry[]> {
  let batch: UsageEntry[] = [];
  let events = 0;
  for (const entry of entries) {
    batch.push(entry);
    events += entry.events.length;
    if (events < EVENTS_PER_TRANSACTION) continue;
    yield batch;
    [batch, events] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
