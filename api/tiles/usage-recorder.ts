import { encodeUsageEvents, type UsageEvent } from "../../core/usage.ts";
import type { Journal } from "../../infra/journal.ts";
import type { Logger } from "../../infra/logger.ts";

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

/** Milliseconds for which the first event of a batch waits for company. */
const LINGER_MS = 1;

/** How often the journal is looked at for lines to replay. */
const REPLAY_EVERY_MS = 1_000;

/** Batches sent in the last seconds are sent again when the stream comes back: Redis may have lost what it had acknowledged. */
const RESEND_MS = 5_000;

/**
 * Records usage before answers leave: a group commit. Everything that happens while one append is under way, or within a millisecond, goes
 * into the next one, so that the cost of recording shrinks with the load. When the stream is away, batches go to the local journal, which is
 * replayed later. Events carry their ids, so that sending them twice counts them once.
 */
export class UsageRecorder {
  #open: Batch | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isSending = false;
  #isReplaying = false;
  #sent: { encoded: string; atMs: number }[] = [];
  readonly #replayTimer: NodeJS.Timeout;
  readonly #sink: UsageSink;
  readonly #journal: Journal;
  readonly #logger: Logger;

  constructor(sink: UsageSink, journal: Journal, logger: Logger) {
    this.#sink = sink;
    this.#journal = journal;
    this.#logger = logger;
    this.#replayTimer = setInterval(() => void this.#replay(), REPLAY_EVERY_MS).unref();
  }

  /** Records one event; resolves when it is safe in the stream or in the journal, rejects when it is in neither. */
  record(event: UsageEvent): Promise<void> {
    this.#open ??= newBatch();
    this.#open.events.push(event);
    if (!this.#isSending) this.#timer ??= setTimeout(() => void this.#send(), LINGER_MS);
    return this.#open.recorded;
  }

  /** Sends the recent batches again: to be called when the stream is back after a failure. */
  async resendRecent(): Promise<void> {
    const recent = this.#sent;
    for (const { encoded } of recent) {
      await this.#sink.append(encoded).catch(() => this.#journal.append(encoded));
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

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#open;
    if (batch === undefined) return;
    this.#open = undefined;
    this.#isSending = true;
    try {
      await this.#keep(encodeUsageEvents(batch.events));
      batch.resolve();
    } catch (error) {
      this.#logger.error({ err: error, events: batch.events.length }, "usage could not be recorded");
      batch.reject(error);
    } finally {
      this.#isSending = false;
      if (this.#open !== undefined) this.#timer ??= setTimeout(() => void this.#send(), LINGER_MS);
    }
  }

  async #keep(encoded: string): Promise<void> {
    try {
      await this.#sink.append(encoded);
      this.#rememberSent(encoded);
    } catch {
      await this.#journal.append(encoded);
    }
  }

  #rememberSent(encoded: string): void {
    const now = performance.now();
    this.#sent.push({ encoded, atMs: now });
    if (this.#sent[0] && now - this.#sent[0].atMs > RESEND_MS * 2) {
      this.#sent = this.#sent.filter((batch) => now - batch.atMs <= RESEND_MS);
    }
  }

  async #replay(): Promise<void> {
    if (this.#isReplaying || (await this.#journal.isEmpty())) return;
    this.#isReplaying = true;
    try {
      const lines = await this.#journal.replay((line) => this.#sink.append(line));
      this.#logger.info({ lines }, "usage journal replayed");
    } catch (error) {
      this.#logger.debug({ err: error }, "usage journal not replayed yet");
    } finally {
      this.#isReplaying = false;
    }
  }
}

function newBatch(): Batch {
  let settle: Pick<Batch, "resolve" | "reject"> | undefined;
  const recorded = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { events: [], recorded, ...(settle as unknown as Pick<Batch, "resolve" | "reject">) };
}
