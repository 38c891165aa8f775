import { setTimeout as delay } from "node:timers/promises";

/** How long nothing else must have run: the requests of one map view follow each other within this time. */
const QUIET_MS = 100;

/** After so long, work in the background has its turn anyway: a worker that is never quiet still ends it. */
const PATIENCE_MS = 10_000;

const LOOK_MS = 20;

/** Keeps work in the background out of the way of other work: it begins in a pause of the other work. */
export class QuietTime {
  #running = 0;
  #endedAtMs = -Infinity;

  /** Runs work that comes first. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#endedAtMs = performance.now();
    }
  }

  /** Resolves in a pause of the work that comes first, or when it has waited long. */
  async wait(): Promise<void> {
    const giveUpAtMs = performance.now() + PATIENCE_MS;
    while (!this.#isQuiet() && performance.now() < giveUpAtMs) await delay(LOOK_MS);
  }

  #isQuiet(): boolean {
    return this.#running === 0 && performance.now() - this.#endedAtMs >= QUIET_MS;
  }
}
