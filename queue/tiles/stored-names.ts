import { Circuit } from "../../infra/circuit.ts";
import type { RedisConnection } from "../connection.ts";
import { partitionOf } from "../partitions.ts";
import { runScript } from "../run-script.ts";

/** Bits of a filter: 8 MiB. */
const BITS = 2 ** 26;

/** Bits of a name. With them, one name in a hundred is taken for a known one when a filter is full. */
const HASHES = 7;

/** Names after which a filter is full: bits / (hashes / ln 2). */
const NAMES_MAX = 7_000_000;

/** A look that takes longer is not worth it: the store is asked instead. A worker has more time. */
const LOOK_BUDGET_MS = 150;
const ADD_BUDGET_MS = 2_000;
const FAILURES_MAX = 3;
const PROBE_EVERY_MS = 500;

/*
 * KEYS: the filter, the full one before it, how many names the first one has. Names that only the old one has
 * are carried over when they are asked for: what is in use stays known.
 */
const FILTER = `
local function bit_of(first, second, at)
  return (first + at * second) % ${BITS}
end
local function has(filter, first, second)
  for at = 0, ${HASHES - 1} do
    if redis.call('GETBIT', filter, bit_of(first, second, at)) == 0 then return false end
  end
  return true
end
local function add(first, second)
  if has(KEYS[1], first, second) then return end
  for at = 0, ${HASHES - 1} do redis.call('SETBIT', KEYS[1], bit_of(first, second, at), 1) end
  if redis.call('INCR', KEYS[3]) < tonumber(ARGV[1]) then return end
  redis.call('RENAME', KEYS[1], KEYS[2])
  redis.call('DEL', KEYS[3])
end
`;

/** ARGV: names that fill a filter, then two numbers of a name. Answers 1 when the name may be known. */
const LOOK = `
${FILTER}
local first, second = tonumber(ARGV[2]), tonumber(ARGV[3])
if has(KEYS[1], first, second) then return 1 end
if not has(KEYS[2], first, second) then return 0 end
add(first, second)
return 1
`;

/** ARGV: names that fill a filter, then two numbers of each name. */
const ADD = `
${FILTER}
for at = 2, #ARGV, 2 do add(tonumber(ARGV[at]), tonumber(ARGV[at + 1])) end
`;

/**
 * Which tiles and blocks the object store holds, as a Bloom filter in Redis that all processes share: 16 MiB
 * for each partition. A filter that is full becomes the old one; what nothing asked for until the next one is
 * full is forgotten.
 */
export class RedisStoredNames {
  readonly #connection: RedisConnection;
  readonly #prefixes: readonly string[];
  readonly #namesMax: number;
  readonly #circuit: Circuit;

  /** `prefixes`: of the partitions, in their order. */
  constructor(connection: RedisConnection, prefixes: readonly string[], namesMax = NAMES_MAX) {
    this.#connection = connection;
    this.#prefixes = prefixes;
    this.#namesMax = namesMax;
    this.#circuit = new Circuit({
      part: "Redis",
      budgetMs: LOOK_BUDGET_MS,
      failuresMax: FAILURES_MAX,
      probe: () => connection.exists(...this.#keys("").slice(0, 1)),
      probeEveryMs: PROBE_EVERY_MS,
    });
  }

  /** Whether a name may have been added. Rejects at once while Redis does not answer. */
  async mayHold(organizationId: string, name: string): Promise<boolean> {
    return (await this.#run<number>(LOOK, organizationId, [name], LOOK_BUDGET_MS)) === 1;
  }

  /** Remembers names. */
  async add(organizationId: string, names: readonly string[]): Promise<void> {
    await this.#run(ADD, organizationId, names, ADD_BUDGET_MS);
  }

  /** Ends the probes. */
  close(): void {
    this.#circuit.close();
  }

  async #run<Result>(
    script: string,
    organizationId: string,
    names: readonly string[],
    budgetMs: number,
  ): Promise<Result> {
    const args = [this.#namesMax, ...names.flatMap(numbersOf)];
    const keys = this.#keys(organizationId);
    return await this.#circuit.run(() => runScript<Result>(this.#connection, script, keys, args), budgetMs);
  }

  #keys(organizationId: string): [string, string, string] {
    const prefix = this.#prefixes[partitionOf(organizationId, this.#prefixes.length)]!;
    return [`${prefix}:stored`, `${prefix}:stored:old`, `${prefix}:stored:count`];
  }
}

/**
 * Names begin with a hash in base64url. Two numbers of it stand for as many hash functions as are needed
 * (Kirsch and Mitzenmacher, 2006); the length tells a block from its tile of the same hash.
 */
function numbersOf(name: string): [number, number] {
  const hash = Buffer.alloc(8);
  hash.write(name, "base64url");
  const first = (hash.readUInt32BE(0) ^ Math.imul(name.length, 0x9e37_79b1)) >>> 0;
  return [first, (hash.readUInt32BE(4) | 1) >>> 0];
}
