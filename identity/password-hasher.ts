import { createHmac, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { ProblemError } from "../core/errors.ts";
import type { Config } from "../infra/config.ts";
import type { PasswordTask } from "./password-thread.ts";
import { PasswordThreads } from "./password-threads.ts";
import { Turns } from "./turns.ts";

/** At least this many groups find room in the queue, so a flood at one link cannot fill it. */
const GROUPS_MIN = 5;

/** How long a right password need not be hashed again. */
const REMEMBERED_MS = 5 * 60_000;

/**
 * Hashes and compares passwords with bcrypt in a bounded pool of low-priority threads, so that a flood of
 * passwords delays neither tiles nor other requests. It remembers right passwords as an HMAC under a key that
 * only this process has.
 */
export class PasswordHasher {
  readonly #threads: PasswordThreads;
  readonly #turns: Turns;
  readonly #cost: number;
  readonly #rememberingKey = randomBytes(32);
  readonly #remembered = new LRUCache<string, true>({ max: 50_000, ttl: REMEMBERED_MS });
  /** Comparisons in flight (single flight): a thousand clients that open one link at once cost one. */
  readonly #comparing = new Map<string, Promise<boolean>>();
  /** The hash to compare with when there is no link, so that "unknown" takes as long as "wrong". */
  readonly #dummyHash: string;

  constructor(config: Pick<Config, "BCRYPT_COST" | "BCRYPT_THREADS" | "BCRYPT_WAITING_MAX">) {
    this.#cost = config.BCRYPT_COST;
    this.#dummyHash = hashOfNothing(config.BCRYPT_COST);
    this.#turns = new Turns({
      running: config.BCRYPT_THREADS,
      waiting: config.BCRYPT_WAITING_MAX,
      waitingOfGroup: Math.ceil(config.BCRYPT_WAITING_MAX / GROUPS_MIN),
    });
    this.#threads = new PasswordThreads(config.BCRYPT_THREADS);
  }

  /** The bcrypt hash of a password. */
  async hash(password: string): Promise<string> {
    return (await this.#run("hash", { kind: "hash", password, cost: this.#cost })) as string;
  }

  /**
   * Whether a password is right. Without a hash the answer is no, after the same time. Groups take turns;
   * throws `unavailable` when no more of a group may wait.
   */
  async matches(password: string, hash: string | undefined, group: string): Promise<boolean> {
    const same = await this.#compare(password, hash ?? this.#dummyHash, group);
    return same && hash !== undefined;
  }

  async #compare(password: string, hash: string, group: string): Promise<boolean> {
    const name = this.#fingerprint(password, hash);
    const running = this.#comparing.get(name);
    if (running !== undefined) return await running;
    const comparison = this.#run(group, { kind: "compare", password, hash }) as Promise<boolean>;
    this.#comparing.set(name, comparison);
    try {
      return await comparison;
    } finally {
      this.#comparing.delete(name);
    }
  }

  /** Whether this process found this password right for this hash within the last five minutes. */
  isRemembered(password: string, hash: string): boolean {
    return this.#remembered.has(this.#fingerprint(password, hash));
  }

  /** Remembers a right password. A changed password has another hash, so it is not remembered. */
  remember(password: string, hash: string): void {
    this.#remembered.set(this.#fingerprint(password, hash), true);
  }

  /** How many hashes and comparisons were made: every wrong answer must cost the same work. */
  get finished(): number {
    return this.#threads.finished;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#threads.close();
  }

  #fingerprint(password: string, hash: string): string {
    return createHmac("sha256", this.#rememberingKey).update(hash).update(password).digest("base64");
  }

  async #run(group: string, task: PasswordTask): Promise<string | boolean> {
    const turn = this.#turns.take(group, () => this.#threads.run(task));
    if (turn === undefined) throw tooMany();
    return await turn;
  }
}

/**
 * A well-formed bcrypt hash of a cost, without a known password: version, cost, 22 characters of salt and 31
 * of hash.
 */
function hashOfNothing(cost: number): string {
  const random = randomBytes(40).toString("base64").replaceAll("+", ".").slice(0, 53);
  return `$2b$${String(cost).padStart(2, "0")}$${random}`;
}

function tooMany(): ProblemError {
  return new ProblemError("unavailable", "Too many passwords are being checked; try again.", {
    retryAfterSeconds: 2,
  });
}
