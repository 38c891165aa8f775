import { ProblemError } from "../../core/errors.ts";
import type { UsageEvent } from "../../core/usage/usage-event.ts";
import { encodeUsageEvents } from "../../core/usage/usage-wire.ts";
import { GroupCommit, type Waiter } from "../../infra/group-commit.ts";
import { Circuit } from "../../infra/circuit.ts";
import type { Journal } from "../../infra/journal.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Metrics } from "../../infra/metrics.ts";
import { RecentBatches } from "./recent-batches.ts";

/** The stream that takes encoded events. */
export interface UsageSink {
  append(encodedEvents: string): Promise<void>;
  /** Resolves when the stream answers. */
  ping(): Promise<void>;
}

/**
 * An append is waited for so long; then the batch goes to the journal as well, and later ones there alone
 * until the stream answers a ping. Counted twice is none of them: events carry their ids.
 */
const APPEND_BUDGET_MS = 200;
const PING_EVERY_MS = 250;

/** Events that wait at most. Above that, tiles are refused: memory is bounded, and no tile is given away. */
const EVENTS_MAX = 20_000;

/** How often lines of the journal are replayed, in milliseconds. */
const REPLAY_EVERY_MS = 1_000;

/**
 * Records usage before answers leave, many events in one append (a group commit). While the stream is
 * unavailable or silent, batches go to the local journal and are replayed later. Events carry their ids, so
 * an event that is sent twice counts once.
 */
export class UsageRecorder {
  #isReplaying = false;
  #isClosed = false;
  readonly #events: GroupCommit<UsageEvent>;
  readonly #recent = new RecentBatches();
  readonly #replayTimer: NodeJS.Timeout;
  readonly #sink: UsageSink;
  readonly #circuit: Circuit;
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
    this.#circuit = new Circuit({
      part: "the usage stream",
      budgetMs: APPEND_BUDGET_MS,
      failuresMax: 1,
      probe: () => sink.ping(),
      probeEveryMs: PING_EVERY_MS,
      onChange: (isOpen) => {
        if (isOpen) logger.warn("the usage stream does not answer; usage goes to the journal");
        else logger.info("the usage stream answers again");
      },
    });
    this.#events = new GroupCommit({
      write: (events) => this.#keep(encodeUsageEvents(events)),
      itemsMax: EVENTS_MAX,
      // A tile whose event is in neither stream nor journal must not leave, so its request must learn of the
      // failure.
      onFailure: "reject",
      onError: (error, events) => {
        metrics.usageUnrecorded.inc(events.length);
        logger.error({ err: error, events: events.length }, "usage could not be recorded");
      },
    });
    metrics.usageJournalBytes.set(journal.bytes);
    this.#replayTimer = setInterval(() => void this.#replay(), REPLAY_EVERY_MS).unref();
  }

  /**
   * Records one event; resolves when it is safe in the stream or in the journal. Rejects with a ProblemError
   * `unavailable` when it is in neither: then the tile must not be given away.
   */
  record(event: UsageEvent): Promise<void> {
    return this.#events.add(event) ?? this.#refuse();
  }

  /** As {@link record}, with a waiter instead of the promise. */
  recordFor(waiter: Waiter, event: UsageEvent): void {
    if (this.#events.addFor(waiter, event)) return;
    this.#metrics.usageUnrecorded.inc();
    process.nextTick(() => waiter.failed(unrecordable("too many events wait")));
  }

  /** Sends the recent batches again: call it when the stream is available again after a failure. */
  async resendRecent(): Promise<void> {
    for (const encoded of this.#recent.list()) {
      if (this.#isClosed) return;
      await this.#sink
        .append(encoded)
        .catch(() => this.#toJournal(encoded))
        .catch((error: unknown) =>
          this.#logger.error({ err: error }, "recent usage could not be sent again"),
        );
    }
  }

  /** Records the events that wait and closes the journal. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#replayTimer);
    await this.#events.close();
    this.#circuit.close();
    await this.#journal.close();
  }

  #refuse(): Promise<never> {
    this.#metrics.usageUnrecorded.inc();
    return Promise.reject(unrecordable("too many events wait"));
  }

  async #keep(encoded: string): Promise<void> {
    try {
      await this.#append(encoded);
      this.#recent.add(encoded);
    } catch {
      await this.#toJournal(encoded).catch((error: unknown) => {
        throw unrecordable("neither stream nor journal took it", error);
      });
    }
  }

  #append(encoded: string): Promise<void> {
    return this.#circuit.run(() => this.#sink.append(encoded));
  }

  async #toJournal(encoded: string): Promise<void> {
    await this.#journal.append(encoded);
    this.#metrics.usageJournaled.inc();
    this.#metrics.usageJournalBytes.set(this.#journal.bytes);
  }

  async #replay(): Promise<void> {
    // A replay holds the journal, which takes the usage of every tile while the circuit is open.
    if (this.#isReplaying || this.#circuit.isOpen) return;
    this.#isReplaying = true;
    try {
      if (await this.#journal.isEmpty()) return;
      const lines = await this.#journal.replay((line) => this.#append(line));
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
