import { ProblemError } from "../core/errors.ts";
import type { WindowCounters } from "../queue/window-counters.ts";

/** Failed attempts in a minute after which a network must wait: at one link, and in all. */
const PER_LINK_AND_NETWORK_MAX = 10;
const PER_NETWORK_MAX = 50;

/** Failed attempts at one link from all networks after which networks that have failed before must wait. */
const PER_LINK_MAX = 200;

const WINDOW_SECONDS = 60;

/** How long an opening of a link by a network is remembered, in seconds. */
const OPENED_SECONDS = 7 * 86_400;

/**
 * Throttles guessing in Redis, for all processes together. A network without failures never waits for the
 * failures of others, so no attacker can lock out the holder of the right password.
 */
export class AttemptThrottle {
  readonly #counters: WindowCounters;

  constructor(counters: WindowCounters) {
    this.#counters = counters;
  }

  /**
   * Throws `too_many_requests` when this address must wait before the next attempt. Resolves to the queue
   * group of its password check: guesses at a link queue behind each other, not before networks that opened
   * it recently.
   */
  async check(linkName: string, address: string): Promise<string> {
    const network = clientNetwork(address);
    const [[here = 0, all = 0, link = 0], [opened = 0]] = await Promise.all([
      this.#counters.read(names(linkName, network), WINDOW_SECONDS),
      this.#counters.read([openedName(linkName, network)], OPENED_SECONDS),
    ]);
    const isBlocked =
      here >= PER_LINK_AND_NETWORK_MAX || all >= PER_NETWORK_MAX || (link >= PER_LINK_MAX && here > 0);
    if (!isBlocked) return opened > 0 ? `opened:${linkName}` : linkName;
    const seconds = this.#counters.secondsLeft(WINDOW_SECONDS);
    throw new ProblemError("too_many_requests", `Too many failed attempts; try again in ${seconds} s.`, {
      retryAfterSeconds: seconds,
    });
  }

  /** Counts a failed attempt. */
  async countFailure(linkName: string, address: string): Promise<void> {
    await Promise.all(
      names(linkName, clientNetwork(address)).map((name) => this.#counters.increment(name, WINDOW_SECONDS)),
    );
  }

  /** Records that an address had the right password. */
  async countSuccess(linkName: string, address: string): Promise<void> {
    await this.#counters.increment(openedName(linkName, clientNetwork(address)), OPENED_SECONDS);
  }
}

function names(linkName: string, network: string): string[] {
  return [`failed:${linkName}:${network}`, `failed:address:${network}`, `failed:link:${linkName}`];
}

function openedName(linkName: string, network: string): string {
  return `opened:${linkName}:${network}`;
}

/**
 * The network of a client address, as far as one client holds it: an IPv4 address itself, or the /64 of an
 * IPv6 address. An IPv4 address in IPv6 form counts as IPv4.
 */
export function clientNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [plain = ""] = address.split("%");
  if (!/^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(plain)) return address;
  const [head = "", tail] = plain.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  // The last two groups may be written as an IPv4 address.
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length - (plain.includes(".") ? 1 : 0);
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => "0"), ...after];
  const prefix = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${prefix.join(":")}::/64`;
}
