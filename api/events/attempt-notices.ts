import { EventEmitter, once } from "node:events";

/** Calls of this process that wait for the end of an attempt, which a worker announces by PostgreSQL. */
export class AttemptNotices {
  readonly #notices = new EventEmitter().setMaxListeners(0);

  /** Wakes the calls that wait for an attempt. */
  announce(id: string): void {
    this.#notices.emit(id);
  }

  /** Wakes all: announcements may have been missed. */
  announceAll(): void {
    for (const id of this.#notices.eventNames()) this.#notices.emit(id);
  }

  /**
   * Calls `look` now and after each announcement, until it answers something or the time is over. A notice
   * that comes while it looks makes it look again.
   */
  async watch<Result>(
    id: string,
    waitMs: number,
    look: () => Promise<Result | undefined>,
  ): Promise<Result | undefined> {
    const over = AbortSignal.timeout(waitMs);
    for (;;) {
      const found = new AbortController();
      const noticed = once(this.#notices, id, { signal: AbortSignal.any([over, found.signal]) }).then(
        () => true,
        () => false,
      );
      const result = await look();
      if (result !== undefined) {
        found.abort();
        return result;
      }
      if (!(await noticed)) return await look();
    }
  }
}
