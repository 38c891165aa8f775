import { limitExceeded } from "../../core/access/limits.ts";
import { ProblemError } from "../../core/errors.ts";
import { clientNetworks } from "../../identity/client-networks.ts";
import type { SharedRates } from "../../queue/shared-rates.ts";
import type { WindowCounters } from "../../queue/window-counters.ts";
import type { SessionPrincipal } from "../../identity/session-directory.ts";
import type { LimitDirectory } from "../organizations/limit-directory.ts";

/** The rest of one limit, for the `RateLimit` headers. */
export interface RateLimitState {
  readonly policy: "key" | "organization" | "link";
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** Receives the rest of every limit that binds a call. */
export type TellRateLimits = (states: readonly RateLimitState[]) => void;

const WINDOW_SECONDS = 60;

/** Counts calls and tiles across all processes. */
export class RateLimiter {
  readonly #counters: WindowCounters;
  readonly #rates: SharedRates;
  readonly #limits: Pick<LimitDirectory, "of">;

  constructor(counters: WindowCounters, rates: SharedRates, limits: Pick<LimitDirectory, "of">) {
    this.#counters = counters;
    this.#rates = rates;
    this.#limits = limits;
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
   * Takes one call from the minutes of a key and of its organization; throws `too_many_requests` when none is
   * left. A key's own limit is exact; the limits of the organization are shared within a quarter of a second
   * and cost no wait. `tell` receives the rests in any case, so that every answer can name them.
   */
  async take(principal: SessionPrincipal, tell: TellRateLimits): Promise<void> {
    const { organizationId } = principal;
    const limits = this.#limits.of(organizationId);
    const own = principal.requestsPerMinute;
    const name = `calls:${principal.rateBucket ?? principal.id}`;
    const key =
      own === undefined ? this.#add("key", name, limits.calls_per_key) : await this.#addExactly(name, own);
    const organization = this.#add(
      "organization",
      `calls-of:${organizationId}`,
      limits.calls_per_organization,
    );
    tell([key.state, organization.state]);
    if (key.isExceeded) throw own === undefined ? exceeded("calls_per_key", key) : ownLimitExceeded(key);
    if (organization.isExceeded) throw exceeded("calls_per_organization", organization);
  }

  /** Takes one tile from a link's minute; answers false when none is left. Costs no wait. */
  takeTile(link: { readonly id: string; readonly organization_id: string }): boolean {
    return this.#rates.add(`tiles:${link.id}`) <= this.#limits.of(link.organization_id).tiles_per_link;
  }

  /** Takes one tile from a link's minute; throws `too_many_requests` when none is left. */
  requireTile(link: { readonly id: string; readonly organization_id: string }): void {
    if (this.takeTile(link)) return;
    const { tiles_per_link: limit } = this.#limits.of(link.organization_id);
    throw limitExceeded("tiles_per_link", limit, this.#rates.secondsLeft());
  }

  async #addExactly(name: string, limit: number): Promise<Taken> {
    const count = await this.#counters.increment(name, WINDOW_SECONDS);
    return taken("key", limit, count, this.#counters.secondsLeft(WINDOW_SECONDS));
  }

  #add(policy: RateLimitState["policy"], name: string, limit: number): Taken {
    return taken(policy, limit, this.#rates.add(name), this.#rates.secondsLeft());
  }
}

interface Taken {
  readonly state: RateLimitState;
  readonly isExceeded: boolean;
}

function taken(policy: RateLimitState["policy"], limit: number, count: number, resetSeconds: number): Taken {
  const remaining = Math.max(0, limit - count);
  return { state: { policy, limit, remaining, resetSeconds }, isExceeded: count > limit };
}

function exceeded(name: "calls_per_key" | "calls_per_organization", { state }: Taken): ProblemError {
  return limitExceeded(name, state.limit, state.resetSeconds);
}

function ownLimitExceeded({ state: { limit, resetSeconds } }: Taken): ProblemError {
  return new ProblemError(
    "too_many_requests",
    `This API key may make ${limit} calls a minute; try again in ${resetSeconds} s.`,
    { retryAfterSeconds: resetSeconds },
  );
}
