import { LRUCache } from "lru-cache";
import { ProblemError } from "../core/errors.ts";
import type { Tallies, Tally, TallySet } from "../queue/tallies.ts";
import type { WindowCounters } from "../queue/window-counters.ts";
import { clientNetworks, neighbourhood } from "./client-networks.ts";

/** Failed attempts in a minute after which a single client must wait: at one name, and in all. */
const PER_NAME_AND_CLIENT_MAX = 10;
const PER_CLIENT_MAX = 50;

/** Failed attempts at one name from all networks after which networks that have failed before must wait. */
const PER_NAME_MAX = 200;

const WINDOW_SECONDS = 60;

/** How long a failure makes an attempt of the same network wait behind those of others. */
const SUSPECT_SECONDS = 3_600;

/** How long an opening by a network is remembered, in seconds. */
const OPENED_SECONDS = 7 * 86_400;

/** Throttled attempts of a network at a name after which a remembered password helps it no more. */
const SHUT_OUT_AFTER = 100;

/** An attempt that is counted as a failure until it is known to be none. */
export interface Attempt {
  readonly name: string;
  readonly network: string;
  /** Clients inside of one neighbourhood take turns. */
  readonly neighbourhood: string;
  /** The network has opened this name before. */
  readonly isKnown: boolean;
  /** The network has failed lately, or has other attempts in flight. */
  readonly isSuspect: boolean;
  readonly tallies: TallySet;
}

/**
 * Throttles guessing in Redis, for all processes together. Attempts count from their beginning, so guesses in
 * flight count, and are given back when they succeed. A network without failures never waits for the failures
 * of others, so no attacker can lock out the holder of the right password.
 */
export class AttemptThrottle {
  readonly #tallies: Tallies;
  readonly #counters: WindowCounters;
  /** Throttled attempts by name and network, of this process. */
  readonly #throttled = new LRUCache<string, number>({ max: 10_000, ttl: WINDOW_SECONDS * 1000 });
  /** Names at which a network is shut out. */
  readonly #guarded = new LRUCache<string, true>({ max: 10_000, ttl: WINDOW_SECONDS * 1000 });

  constructor(tallies: Tallies, counters: WindowCounters) {
    this.#tallies = tallies;
    this.#counters = counters;
  }

  /**
   * Counts an attempt at a name, such as a link or a person. Throws `too_many_requests` when this address
   * must wait before the next one.
   */
  async begin(name: string, address: string): Promise<Attempt> {
    const networks = clientNetworks(address);
    const [{ name: network }] = networks;
    const tallies = talliesOf(name, networks);
    const [counted, [opened = 0]] = await Promise.all([
      this.#tallies.take(tallies),
      this.#counters.read([openedName(name, network)], OPENED_SECONDS),
    ]);
    if (!counted.isTaken) {
      this.#noteThrottled(name, network);
      throw tooManyAttempts(counted.secondsLeft);
    }
    return {
      name,
      network,
      neighbourhood: neighbourhood(address),
      isKnown: opened > 0,
      isSuspect: counted.isMarked,
      tallies,
    };
  }

  /**
   * Runs the comparison of an attempt, whose answer is false or undefined for a failure. One that succeeds is
   * given back, and its network remembered; one that came to no answer is given back as well.
   */
  async comparing<T>(attempt: Attempt, compare: () => Promise<T>): Promise<T> {
    const { name, network, tallies } = attempt;
    const found = await compare().catch(async (error: unknown) => {
      await this.giveBack(attempt);
      throw error;
    });
    if (found === false || found === undefined) return found;
    await Promise.all([
      this.#tallies.giveBack(tallies),
      this.#counters.increment(openedName(name, network), OPENED_SECONDS),
    ]);
    return found;
  }

  /** Gives an attempt back that was none. */
  async giveBack({ tallies }: Attempt): Promise<void> {
    await this.#tallies.giveBack(tallies);
  }

  /**
   * Throws `too_many_requests` for a network that goes on guessing at this name although it is throttled:
   * otherwise passwords that are remembered could be guessed without end.
   */
  requireNotShutOut(name: string, address: string): void {
    if (!this.isGuarded(name)) return;
    const throttled = this.#throttled.get(`${name}:${clientNetworks(address)[0].name}`) ?? 0;
    if (throttled >= SHUT_OUT_AFTER) throw tooManyAttempts(WINDOW_SECONDS);
  }

  /** Whether some network is shut out at some name. */
  get guardsAny(): boolean {
    return this.#guarded.size > 0;
  }

  /** Whether some network is shut out at this name. */
  isGuarded(name: string): boolean {
    return this.guardsAny && this.#guarded.has(name);
  }

  #noteThrottled(name: string, network: string): void {
    const key = `${name}:${network}`;
    const throttled = (this.#throttled.get(key) ?? 0) + 1;
    this.#throttled.set(key, throttled);
    if (throttled >= SHUT_OUT_AFTER) this.#guarded.set(name, true);
  }
}

function talliesOf(name: string, networks: ReturnType<typeof clientNetworks>): TallySet {
  const inWindow = (tally: Pick<Tally, "name" | "max">) => ({ ...tally, seconds: WINDOW_SECONDS });
  return {
    bounds: networks.flatMap((network) => [
      inWindow({ name: `${name}:${network.name}`, max: PER_NAME_AND_CLIENT_MAX * network.share }),
      inWindow({ name: `client:${network.name}`, max: PER_CLIENT_MAX * network.share }),
    ]),
    sharedBound: inWindow({ name: `all:${name}`, max: PER_NAME_MAX }),
    marks: networks.map((network) => ({
      name: `suspect:${network.name}`,
      max: network.share,
      seconds: SUSPECT_SECONDS,
    })),
  };
}

function openedName(name: string, network: string): string {
  return `opened:${name}:${network}`;
}

function tooManyAttempts(seconds: number): ProblemError {
  return new ProblemError("too_many_requests", `Too many failed attempts; try again in ${seconds} s.`, {
    retryAfterSeconds: seconds,
  });
}
