import { ProblemError } from "../../core/errors.ts";
import { clientNetworks } from "../../identity/client-networks.ts";
import type { WindowCounters } from "../../queue/window-counters.ts";
import type { SessionPrincipal } from "../../identity/session-directory.ts";

/** The rest of a limit, for the `RateLimit` headers. */
export interface RateLimitState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

const WINDOW_SECONDS = 60;

/** Counts the calls of limited keys across all processes. */
export class RateLimiter {
  readonly #counters: WindowCounters;

  constructor(counters: WindowCounters) {
    this.#counters = counters;
  }

  /**
   * Takes one of what strangers may have a minute, by network and in all; throws `too_many_requests` when
   * none is left.
   */
  async takeForAddress(
    what: string,
    address: string,
    perMinute: { readonly each: number; readonly all: number },
  ): Promise<void> {
    const [network] = clientNetworks(address);
    const each = await this.#counters.increment(`${what}:${network.name}`, WINDOW_SECONDS);
    // What is refused to one network takes nothing from the others.
    const all = each > perMinute.each ? 0 : await this.#counters.increment(what, WINDOW_SECONDS);
    if (each <= perMinute.each && all <= perMinute.all) return;
    const resetSeconds = this.#counters.secondsLeft(WINDOW_SECONDS);
    throw new ProblemError("too_many_requests", `Too many requests; try again in ${resetSeconds} s.`, {
      retryAfterSeconds: resetSeconds,
    });
  }

  /**
   * Takes one call from a key's minute; throws `too_many_requests` when none is left. Keys without a limit
   * are not counted. `tell` receives the rest in both cases, so that every answer can name it.
   */
  async take(principal: SessionPrincipal, tell: (state: RateLimitState) => void): Promise<void> {
    const limit = principal.requestsPerMinute;
    if (limit === undefined) return;
    const count = await this.#counters.increment(
      `calls:${principal.rateBucket ?? principal.id}`,
      WINDOW_SECONDS,
    );
    const resetSeconds = this.#counters.secondsLeft(WINDOW_SECONDS);
    tell({ limit, remaining: Math.max(0, limit - count), resetSeconds });
    if (count > limit) {
      throw new ProblemError(
        "too_many_requests",
        `This API key may make ${limit} calls a minute; try again in ${resetSeconds} s.`,
        { retryAfterSeconds: resetSeconds },
      );
    }
  }
}
