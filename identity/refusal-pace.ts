import { setTimeout as delay } from "node:timers/promises";
import { ProblemError } from "../core/errors.ts";
import type { Config } from "../infra/config.ts";

/** Refusals that are held at once; a flood above that is refused at once, and pays with its own time. */
const HELD_MAX = 5_000;

/** Delays of a client that is throttled: its answer is known at once, and no hurry helps it. */
const THROTTLED_DELAYS = 3;

/**
 * Holds refusals of passwords until a whole number of delays has passed since their beginning. So the time of
 * a refusal does not tell whether a name exists, and a client that waits for its answers cannot ask often.
 */
export class RefusalPace {
  readonly #delayMs: number;
  #held = 0;

  constructor(config: Pick<Config, "REFUSAL_DELAY_MS">) {
    this.#delayMs = config.REFUSAL_DELAY_MS;
  }

  /** Resolves when a refusal may be answered; `startedAt` is of `performance.now()`. */
  async hold(startedAt: number, refusal: unknown): Promise<void> {
    if (this.#delayMs === 0 || this.#held >= HELD_MAX) return;
    const isThrottled = refusal instanceof ProblemError && refusal.code === "too_many_requests";
    const delayMs = this.#delayMs * (isThrottled ? THROTTLED_DELAYS : 1);
    const passedMs = performance.now() - startedAt;
    this.#held += 1;
    try {
      await delay(Math.ceil(passedMs / delayMs) * delayMs - passedMs);
    } finally {
      this.#held -= 1;
    }
  }
}
