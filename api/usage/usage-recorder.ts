import { ProblemError } from "../../core/errors.ts";
import type { UsageEvent } from "../../core/usage/usage-event.ts";
import { encodeUsageEvents } from "../../core/usage/usage-wire.ts";
import type { Journal } from "../../infra/journal.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Metrics } from "../../infra/metrics.ts";
import { RecentBatches } from "./recent-batches.ts";

/** Where encoded events go while all is well. */
export interface UsageSink {
  append(encodedEvents: string): Promise<void>;
}

interface Batch {
  readonly events: UsageEvent[];
  readonly recorded: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Events that wait for being recorded; when neither stream nor disk answers, tiles are refused rather than remembered without end. */
const WAITING_MAX = 20_000;

/** Turns of the event loop for which a batch may wait for company. */
const TURNS_MAX = 4;

/** How often the journal is looked at for lines to replay. */
const REPLAY_EVERY_MS = 1_000;

/**
 * Records usage before answers leave: a group commit. Everything that happens while one append is under way, and until the turn of the event loop
 * ends, goes into the next one: nobody waits for company, and the cost of recording shrinks with the load all the same. When the stream is away, batches go to the local journal, which is
 * replayed later. Events carry their ids, so that sending them twice counts them once.
 */
export class UsageRecorder {
  #open: Batch | undefined;
  #turn: NodeJS.Immediate | undefined;
  #isSending = false;
  #isReplaying = false;
  readonly #recent = new RecentBatches();
  readonly #replayTimer: NodeJS.Timeout;
  readonly #sink: UsageSink;
  readonly #journal: Journal;
  readonly #logger: Logger;
  readonly #metrics: Pick<Metrics, "usageJournaled" | "usageJournalBytes" | "usageUnrecorded">;

  constructor(
    sink: UsageSink,
    journal: Journal,
    logger: Logger,
    metrics: Pick<Metrics, "usageJournaled" | "usageJournalBytes" | "usageUnrecorded">,
  ) {
    this.#sink = sink;
    this.#journal = journal;
    this.#logger = logger;
    this.#metrics = metrics;
    metrics.usageJournalBytes.set(journal.bytes);
    this.#replayTimer = setInterval(() => void this.#replay(), REPLAY_EVERY_MS).unref();
  }

  /**
   * Records one event; resolves when it is safe in the stream or in the journal. Rejects with a ProblemError `unavailable` when it is in neither:
   * then the tile must not be given away.
   */
  record(event: UsageEvent): Promise<void> {
    if ((this.#open?.events.length ?? 0) >= WAITING_MAX) {
      this.#metrics.usageUnrecorded.inc();
      return Promise.reject(unrecordable("too many events wait"));
    }
    this.#open ??= newBatch();
    this.#open.events.push(event);
    if (!this.#isSending) this.#sendAfterThisTurn();
    return this.#open.recorded;
  }

  /** Sends the recent batches again: to be called when the stream is back after a failure. */
  async resendRecent(): Promise<void> {
    for (const encoded of this.#recent.list()) {
      await this.#sink.append(encoded).catch(() => this.#toJournal(encoded));
    }
  }

  /** Sends what is open and closes the journal. */
  async close(): Promise<void> {
    clearInterval(this.#replayTimer);
    const open = this.#open;
    if (open !== undefined) {
      if (!this.#isSending) await this.#send();
      await open.recorded.catch(() => undefined);
    }
    await this.#journal.close();
  }

  /** Waits for company turn by turn, as long as each turn of the event loop brings some: without load it is one turn, and no time. */
  #sendAfterThisTurn(turns = 1): void {
    const before = this.#open?.events.length ?? 0;
    this.#turn ??= setImmediate(() => {
      this.#turn = undefined;
      const isAlone = this.#open?.events.length === before;
      if (isAlone || turns >= TURNS_MAX) void this.#send();
      else this.#sendAfterThisTurn(turns + 1);
    });
  }

  async #send(): Promise<void> {
    clearImmediate(this.#turn);
    this.#turn = undefined;
    const batch = this.#open;
    if (batch === undefined) return;
    this.#open = undefined;
    this.#isSending = true;
    try {
      await this.#keep(encodeUsageEvents(batch.events));
      batch.resolve();
    } catch (error) {
      this.#metrics.usageUnrecorded.inc(batch.events.length);
      this.#logger.error({ err: error, events: batch.events.length }, "usage could not be recorded");
      batch.reject(unrecordable("neither stream nor journal took it", error));
    } finally {
      this.#isSending = false;
      if (this.#open !== undefined) this.#sendAfterThisTurn();
    }
  }

  async #keep(encoded: string): Promise<void> {
    try {
      await this.#sink.append(encoded);
      this.#recent.add(encoded);
    } catch {
      await this.#toJournal(encoded);
    }
  }

  async #toJournal(encoded: string): Promise<void> {
    await this.#journal.append(encoded);
    this.#metrics.usageJournaled.inc();
    this.#metrics.usageJournalBytes.set(this.#journal.bytes);
  }

  async #replay(): Promise<void> {
    if (this.#isReplaying) return;
    this.#isReplaying = true;
    try {
      if (await this.#journal.isEmpty()) return;
      const lines = await this.#journal.replay((line) => this.#sink.append(line));
      if (lines > 0) this.#logger.info({ lines }, "usage journal replayed");
    } catch (error) {
      this.#logger.debug({ err: error }, "usage journal not replayed yet");
    } finally {
      this.#metrics.usageJournalBytes.set(this.#journal.bytes);
      this.#isReplaying = false;
    }
  }
}

function unrecordable(internal: string, cause?: unknown): ProblemError {
  return new ProblemError("unavailable", "Usage cannot be recorded at the moment; try again.", {
    internal,
    cause,
    retryAfterSeconds: 1,
  });
}

function newBatch(): Batch {
  let settle: Pick<Batch, "resolve" | "reject"> | undefined;
  const recorded = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Whoever recorded hears of a failure; a batch nobody listens to must not end the process.
  recorded.catch(() => undefined);
  return { events: [], recorded, ...(settle as unknown as Pick<Batch, "resolve" | "reject">) };
}
