import { createHmac, hash as digest, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { passwordForms } from "../core/access/password.ts";
import { ProblemError } from "../core/errors.ts";
import type { Config } from "../infra/config.ts";
import type { Attempt } from "./attempt-throttle.ts";
import type { PasswordTask } from "./password-thread.ts";
import { PasswordThreads } from "./password-threads.ts";
import { Turns } from "./turns.ts";

/** How long a right password need not be hashed again. */
const REMEMBERED_MS = 5 * 60_000;

/** How long a password may wait for its turn. Clients give up after ten seconds or so. */
const TURN_DEADLINE_MS = 8_000;

/** Comparisons of unknown names in flight, of one kind and one lane. */
const UNKNOWN_MAX = 4;

/** What a password opens: each kind has room of its own. */
export type PasswordKind = "links" | "log-ins";

type TrustedClass = "known" | "owners";

type Lane = "trusted" | "prompt" | "patient";

/**
 * Hashes and compares passwords with bcrypt in bounded pools of low-priority threads, so that a flood of
 * passwords delays neither tiles nor other requests. It remembers right passwords as a hash under a key that
 * only this process has.
 *
 * Passwords wait in three lanes with threads of their own. The trusted one is for owners and for networks
 * that have opened the name before. The prompt one is for networks without failures; there the newest goes
 * first, because a flood soon has failures. The patient one is for all others.
 */
export class PasswordHasher {
  readonly #threads: PasswordThreads;
  readonly #trusted: Turns<TrustedClass>;
  readonly #prompt: Turns<PasswordKind>;
  readonly #patient: Turns<PasswordKind>;
  readonly #cost: number;
  readonly #ownKey = randomBytes(32);
  readonly #ownPrefix = randomBytes(32).toString("hex");
  readonly #remembered = new LRUCache<string, true>({ max: 50_000, ttl: REMEMBERED_MS });
  /** Comparisons in flight (single flight): a thousand clients that open one link at once cost one. */
  readonly #comparing = new Map<string, Promise<boolean>>();
  /** Comparisons of unknown names in flight, by kind and lane. */
  readonly #unknown = new Map<string, number>();

  constructor(config: Pick<Config, "BCRYPT_COST" | "BCRYPT_THREADS" | "BCRYPT_WAITING_MAX">) {
    this.#cost = config.BCRYPT_COST;
    const options = {
      running: config.BCRYPT_THREADS,
      waiting: config.BCRYPT_WAITING_MAX,
      deadlineMs: TURN_DEADLINE_MS,
      refusal: tooMany,
    };
    this.#trusted = new Turns({ ...options, classes: { known: "last", owners: "last" } });
    this.#prompt = new Turns({ ...options, classes: { links: "first", "log-ins": "first" } });
    this.#patient = new Turns({ ...options, classes: { links: "last", "log-ins": "last" } });
    this.#threads = new PasswordThreads(config.BCRYPT_THREADS);
  }

  /** The bcrypt hash of a password, of its composed form; organizations take turns. */
  async hash(password: string, organizationId: string): Promise<string> {
    const task = { kind: "hash", password: password.normalize("NFC"), cost: this.#cost } as const;
    return (await this.#trusted.take("owners", [organizationId], () =>
      this.#threads.run(task, "trusted"),
    )) as string;
  }

  /**
   * Whether a password is right, composed or as typed. Without a hash the answer is no, after the same work
   * where there is room for it: unknown names share a small allowance, so that none takes the room of a name
   * that exists. Throws `unavailable` when there is no turn in time.
   */
  async matches(
    password: string,
    hash: string | undefined,
    kind: PasswordKind,
    attempt: Attempt,
  ): Promise<boolean> {
    if (hash !== undefined) return await this.#compare(password, hash, kind, attempt.name, attempt);
    const room = `${kind}:${attempt.isSuspect}`;
    const inFlight = this.#unknown.get(room) ?? 0;
    if (inFlight >= UNKNOWN_MAX) return false;
    this.#unknown.set(room, inFlight + 1);
    try {
      await this.#compare(password, this.#dummyHash(attempt.name), kind, "unknown", attempt);
    } catch (error) {
      // Without a turn in time the answer is known all the same.
      if (!(error instanceof ProblemError)) throw error;
    } finally {
      this.#unknown.set(room, (this.#unknown.get(room) ?? 1) - 1);
    }
    return false;
  }

  /** Whether this process found this password right for this hash within the last five minutes. */
  isRemembered(password: string, hash: string): boolean {
    return this.#remembered.has(this.fingerprint(password, hash));
  }

  /** Remembers a right password. A changed password has another hash, so it is not remembered. */
  remember(password: string, hash: string): void {
    this.#remembered.set(this.fingerprint(password, hash), true);
  }

  /**
   * Names a password and a hash, in this process only: SHA-256 under a secret prefix of one block. That is
   * a keyed hash because no digest is shown to a caller, who could otherwise extend it; it costs a quarter
   * of an HMAC, and every tile by password takes one.
   */
  fingerprint(password: string, hash: string): string {
    return digest("sha256", `${this.#ownPrefix}${hash}\0${password}`, "base64");
  }

  /** How many hashes and comparisons were made: every wrong answer must cost the same work. */
  get finished(): number {
    return this.#threads.finished;
  }

  /** How many passwords wait for their turn, by lane. */
  get waiting(): Readonly<Record<Lane, number>> {
    const { waiting: trusted } = this.#trusted;
    const { waiting: prompt } = this.#prompt;
    const { waiting: patient } = this.#patient;
    return { trusted, prompt, patient };
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#threads.close();
  }

  async #compare(
    password: string,
    hash: string,
    kind: PasswordKind,
    group: string,
    attempt: Attempt,
  ): Promise<boolean> {
    const lane = laneOf(attempt);
    const name = `${lane}:${this.fingerprint(password, hash)}`;
    const running = this.#comparing.get(name);
    if (running !== undefined) return await running;
    const task = { kind: "compare", passwords: passwordForms(password), hash } as const;
    const comparison = this.#take(task, lane, kind, group, attempt);
    this.#comparing.set(name, comparison);
    try {
      return await comparison;
    } finally {
      this.#comparing.delete(name);
    }
  }

  async #take(
    task: PasswordTask,
    lane: Lane,
    kind: PasswordKind,
    group: string,
    { neighbourhood, network }: Attempt,
  ): Promise<boolean> {
    const path = [group, neighbourhood, network];
    const run = () => this.#threads.run(task, lane);
    switch (lane) {
      case "trusted":
        return (await this.#trusted.take("known", path, run)) as boolean;
      case "prompt":
        return (await this.#prompt.take(kind, path, run)) as boolean;
      case "patient":
        return (await this.#patient.take(kind, path, run)) as boolean;
    }
  }

  /**
   * The hash to compare with where a name has none, so that "unknown" takes as long as "wrong": always the
   * same for a name, as for one that exists. A well-formed hash without a known password: version, cost, 22
   * characters of salt and 31 of hash.
   */
  #dummyHash(name: string): string {
    const digest = createHmac("sha512", this.#ownKey).update(name).digest("base64");
    return `$2b$${String(this.#cost).padStart(2, "0")}$${digest.replaceAll("+", ".").slice(0, 53)}`;
  }
}

function laneOf({ isKnown, isSuspect }: Attempt): Lane {
  if (isKnown) return "trusted";
  return isSuspect ? "patient" : "prompt";
}

function tooMany(): ProblemError {
  return new ProblemError("unavailable", "Too many passwords are being checked; try again.", {
    retryAfterSeconds: 2,
  });
}
