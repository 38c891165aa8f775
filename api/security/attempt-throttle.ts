import { ProblemError } from "../../core/errors.ts";
import type { WindowCounters } from "../../queue/window-counters.ts";

/** Failed attempts in a minute after which an address has to wait: at one link, and in all. */
const PER_LINK_AND_ADDRESS_MAX = 10;
const PER_ADDRESS_MAX = 50;

/** Failed attempts at one link from everywhere, after which addresses that have failed before have to wait. */
const PER_LINK_MAX = 200;

const WINDOW_SECONDS = 60;

/**
 * Slows guessing down, in Redis, for all processes together. An address that has not failed is never made to wait for the failures of others:
 * nobody can lock the holder of the right password out.
 */
export class AttemptThrottle {
  readonly #counters: WindowCounters;

  constructor(counters: WindowCounters) {
    this.#counters = counters;
  }

  /** Throws `too_many_requests` when this address has to wait before it may try again. */
  async check(linkName: string, address: string): Promise<void> {
    const [here = 0, address_ = 0, link = 0] = await this.#counters.read(
      names(linkName, address),
      WINDOW_SECONDS,
    );
    const blocked =
      here >= PER_LINK_AND_ADDRESS_MAX || address_ >= PER_ADDRESS_MAX || (link >= PER_LINK_MAX && here > 0);
    if (!blocked) return;
    const seconds = this.#counters.secondsLeft(WINDOW_SECONDS);
    throw new ProblemError("too_many_requests", `Too many failed attempts; try again in ${seconds} s.`, {
      retryAfterSeconds: seconds,
    });
  }

  /** Counts a failed attempt. */
  async countFailure(linkName: string, address: string): Promise<void> {
    await Promise.all(names(linkName, address).map((name) => this.#counters.increment(name, WINDOW_SECONDS)));
  }
}

function names(linkName: string, address: string): string[] {
  return [`failed:${linkName}:${address}`, `failed:address:${address}`, `failed:link:${linkName}`];
}
