import { LRUCache } from "lru-cache";
import type { RedisConnection } from "./connection.ts";
import { runScript } from "./run-script.ts";

/** One count: its name, its bound, and how many seconds after its first one it begins anew. */
export interface Tally {
  readonly name: string;
  readonly max: number;
  readonly seconds: number;
}

/** What is counted together: bounds that nothing may pass, and marks that are only reported. */
export interface TallySet {
  /** Nothing is counted once one of these has reached its bound. */
  readonly bounds: readonly Tally[];
  /** A bound for those only whose first bound is not at 0. */
  readonly sharedBound: Tally;
  /** Counted like the others; reported when one has reached its bound. */
  readonly marks: readonly Tally[];
}

/** Whether all was counted; otherwise a bound is reached, and nothing was counted. */
export type Counted =
  | { readonly isTaken: true; readonly isMarked: boolean }
  | { readonly isTaken: false; readonly secondsLeft: number };

/**
 * Counts several things in one step, or none when a bound is reached, for all processes through Redis: what
 * is in flight counts. While Redis is unavailable each process counts for itself.
 */
export class Tallies {
  readonly #local: LRUCache<string, number>;
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
    this.#local = new LRUCache<string, number>({ max: 100_000 });
  }

  /** Counts one more of everything, or refuses. */
  async take(set: TallySet): Promise<Counted> {
    const all = inOrder(set);
    try {
      const args = [set.bounds.length, ...all.flatMap(({ max, seconds }) => [max, seconds])];
      const [isTaken, rest = 0] = await runScript<number[]>(this.#connection, TAKE, this.#keys(all), args);
      return isTaken === 1
        ? { isTaken: true, isMarked: rest === 1 }
        : { isTaken: false, secondsLeft: Math.max(1, rest) };
    } catch {
      return this.#takeLocally(set);
    }
  }

  /** Takes back one of everything. */
  async giveBack(set: TallySet): Promise<void> {
    const all = inOrder(set);
    try {
      await runScript(this.#connection, GIVE_BACK, this.#keys(all), []);
    } catch {
      for (const { name } of all)
        this.#local.set(name, Math.max(0, this.#countOf(name) - 1), {
          noUpdateTTL: true,
        });
    }
  }

  #keys(all: readonly Tally[]): string[] {
    return all.map(({ name }) => `${this.#prefix}:tally:${name}`);
  }

  #takeLocally(set: TallySet): Counted {
    const isFull = ({ name, max }: Tally) => this.#countOf(name) >= max;
    const isKnown = this.#countOf(set.bounds[0]?.name ?? "") > 0;
    const full =
      set.bounds.find(isFull) ?? (isKnown && isFull(set.sharedBound) ? set.sharedBound : undefined);
    if (full !== undefined) {
      const secondsLeft = Math.ceil(this.#local.getRemainingTTL(full.name) / 1000);
      return { isTaken: false, secondsLeft: Math.max(1, secondsLeft) };
    }
    const isMarked = set.marks.some(isFull);
    for (const { name, seconds } of inOrder(set)) {
      this.#local.set(name, this.#countOf(name) + 1, { ttl: seconds * 1000, noUpdateTTL: true });
    }
    return { isTaken: true, isMarked };
  }

  #countOf(name: string): number {
    return this.#local.get(name) ?? 0;
  }
}

function inOrder({ bounds, sharedBound, marks }: TallySet): Tally[] {
  return [...bounds, sharedBound, ...marks];
}

/**
 * KEYS: bounds, shared bound, marks. ARGV: how many bounds, then bound and seconds of each key. Answers 1 and
 * whether a mark is reached, or 0 and the seconds until the reached bound begins anew.
 */
const TAKE = `
local bounds = tonumber(ARGV[1])
local function is_full(at)
  return tonumber(redis.call('GET', KEYS[at]) or '0') >= tonumber(ARGV[at * 2])
end
for at = 1, bounds do
  if is_full(at) then return {0, redis.call('TTL', KEYS[at])} end
end
if tonumber(redis.call('GET', KEYS[1]) or '0') > 0 and is_full(bounds + 1) then
  return {0, redis.call('TTL', KEYS[bounds + 1])}
end
local is_marked = 0
for at = bounds + 2, #KEYS do
  if is_full(at) then is_marked = 1 end
end
for at = 1, #KEYS do
  if redis.call('INCR', KEYS[at]) == 1 then redis.call('EXPIRE', KEYS[at], ARGV[at * 2 + 1]) end
end
return {1, is_marked}
`;

/** A count that has ended since is not begun anew. */
const GIVE_BACK = `
for at = 1, #KEYS do
  if tonumber(redis.call('GET', KEYS[at]) or '0') > 0 then redis.call('DECR', KEYS[at]) end
end
return 1
`;
