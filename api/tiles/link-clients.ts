import type { Clock } from "../../core/clock.ts";
import type { Logger } from "../../infra/logger.ts";
import { insertLinkClients } from "../../storage/link-clients.ts";
import type { Database } from "../../storage/postgres.ts";

const WRITE_EVERY_MS = 2_000;

/** Clients of a day that are known to be written; beyond that they are written again, which changes nothing. */
const KNOWN_MAX = 200_000;

/** Notes which client addresses used which link on a day; addresses leave this process only as salted hashes. */
export class LinkClients {
  #day = "";
  readonly #known = new Set<string>();
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
    const day = new Date(this.#clock()).toISOString().slice(0, 10);
    if (day !== this.#day) {
      void this.#write();
      this.#known.clear();
      this.#day = day;
    }
    const name = `${linkId} ${address}`;
    if (this.#known.has(name)) return;
    if (this.#known.size >= KNOWN_MAX) this.#known.clear();
    this.#known.add(name);
    this.#unwritten.push({ linkId, address });
  }

  /** Writes what is unwritten. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#write();
  }

  async #write(): Promise<void> {
    const uses = this.#unwritten;
    if (uses.length === 0) return;
    const day = this.#day;
    this.#unwritten = [];
    try {
      await insertLinkClients(this.#database, day, uses);
    } catch (error) {
      this.#logger.warn({ err: error, uses: uses.length }, "clients of links not written yet");
      if (day === this.#day && this.#unwritten.length + uses.length <= KNOWN_MAX)
        this.#unwritten.push(...uses);
    }
  }
}
