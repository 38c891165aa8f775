import type { Clock } from "../../core/clock.ts";
import { utcDayStart } from "../../core/usage/usage-event.ts";
import { GroupCommit } from "../../infra/group-commit.ts";
import type { Logger } from "../../infra/logger.ts";
import { insertLinkClients } from "../../storage/links/link-clients.ts";
import type { Database } from "../../storage/database/database.ts";

const GATHER_MS = 2_000;

/** Uses in one statement. Their addresses are hashed in one go, which must not delay tiles. */
const BATCH_MAX = 10_000;

/**
 * The bound for known uses of a day, and for uses that wait. A use that is no longer known is written again,
 * which changes nothing.
 */
const USES_MAX = 200_000;

interface LinkUse {
  readonly dayStartMs: number;
  readonly linkId: string;
  readonly address: string;
}

/**
 * Records which client addresses used which link on a day. Addresses leave this process as salted hashes
 * only.
 */
export class LinkClients {
  #dayStartMs = NaN;
  #known = new Map<string, Set<string>>();
  #knownCount = 0;
  readonly #uses: GroupCommit<LinkUse>;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock, logger: Logger) {
    this.#clock = clock;
    this.#uses = new GroupCommit({
      write: (uses) => writeUses(database, uses),
      itemsMax: USES_MAX,
      batchMax: BATCH_MAX,
      gatherMs: GATHER_MS,
      // A use is noted once a day, so a dropped one would be missing from the count of that day.
      onFailure: "requeue",
      onError: (error, uses) =>
        logger.warn({ err: error, uses: uses.length }, "clients of links not written yet"),
    });
  }

  /** Notes one use; a repeated one costs two look-ups in memory. */
  note(linkId: string, address: string): void {
    const dayStartMs = utcDayStart(this.#clock());
    if (dayStartMs !== this.#dayStartMs) {
      this.#forget();
      this.#dayStartMs = dayStartMs;
    }
    let known = this.#known.get(linkId);
    if (known?.has(address) === true) return;
    // A use without room is not known either, so the next one tries again.
    if (this.#uses.add({ dayStartMs, linkId, address }) === undefined) return;
    if (this.#knownCount >= USES_MAX) this.#forget();
    known = this.#known.get(linkId) ?? new Set();
    this.#known.set(linkId, known.add(address));
    this.#knownCount += 1;
  }

  /** Writes what is not written yet. */
  async close(): Promise<void> {
    await this.#uses.close();
  }

  #forget(): void {
    this.#known = new Map();
    this.#knownCount = 0;
  }
}

/** Writes uses day by day, because each day has its own salt. */
async function writeUses(database: Database, uses: readonly LinkUse[]): Promise<void> {
  for (const dayStartMs of new Set(uses.map((use) => use.dayStartMs))) {
    const day = new Date(dayStartMs).toISOString().slice(0, 10);
    await insertLinkClients(
      database,
      day,
      uses.filter((use) => use.dayStartMs === dayStartMs),
    );
  }
}
