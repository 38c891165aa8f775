import type { Clock } from "../../core/clock.ts";
import { utcDayStart } from "../../core/usage/usage-event.ts";
import type { Logger } from "../../infra/logger.ts";
import { insertLinkClients } from "../../storage/links/link-clients.ts";
import type { Database } from "../../storage/database/database.ts";

const WRITE_EVERY_MS = 2_000;

/** Clients of a day that are known to be written; beyond that they are written again, which changes nothing. */
const KNOWN_MAX = 200_000;

/** Notes which client addresses used which link on a day; addresses leave this process only as salted hashes. */
export class LinkClients {
  #dayStartMs = NaN;
  #known = new Map<string, Set<string>>();
  #knownCount = 0;
  #unwritten: { linkId: string; address: string }[] = [];
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #timer: NodeJS.Timeout;

  constructor(database: Database, clock: Clock, logger: Logger) {
    this.#database = database;
    this.#clock = clock;
    this.#logger = logger;
    this.#timer = setInterval(() => void this.#write(), WRITE_EVERY_MS).unref();
  }

  /** Notes one use; costs a look into a set. */
  note(linkId: string, address: string): void {
    const dayStartMs = utcDayStart(this.#clock());
    if (dayStartMs !== this.#dayStartMs) {
      void this.#write();
      this.#forget();
      this.#dayStartMs = dayStartMs;
    }
    let known = this.#known.get(linkId);
    if (known?.has(address) === true) return;
    if (this.#knownCount >= KNOWN_MAX) this.#forget();
    known = this.#known.get(linkId) ?? new Set();
    this.#known.set(linkId, known.add(address));
    this.#knownCount += 1;
    this.#unwritten.push({ linkId, address });
  }

  /** Writes what is unwritten. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#write();
  }

  #forget(): void {
    this.#known = new Map();
    this.#knownCount = 0;
  }

  async #write(): Promise<void> {
    const uses = this.#unwritten;
    if (uses.length === 0) return;
    const dayStartMs = this.#dayStartMs;
    const day = new Date(dayStartMs).toISOString().slice(0, 10);
    this.#unwritten = [];
    try {
      await insertLinkClients(this.#database, day, uses);
    } catch (error) {
      this.#logger.warn({ err: error, uses: uses.length }, "clients of links not written yet");
      if (dayStartMs === this.#dayStartMs && this.#unwritten.length + uses.length <= KNOWN_MAX)
        this.#unwritten.push(...uses);
    }
  }
}
