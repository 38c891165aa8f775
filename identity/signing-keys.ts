import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JSONWebKeySet, type JWK } from "jose";
import type { Clock } from "../core/clock.ts";
import { seal, unseal } from "../core/access/sealed-box.ts";
import { planSigningKeys, type PlannedKey } from "../core/access/signing-key-plan.ts";
import type { Config } from "../infra/config.ts";
import type { Logger } from "../infra/logger.ts";
import type { Database } from "../storage/database/database.ts";
import { changeSigningKeys, listSigningKeys, type SigningKeyRow } from "../storage/accounts/signing-keys.ts";

/** The algorithm of every session token. */
export const SIGNING_ALGORITHM = "ES256";

/**
 * How often a process reads the keys and adds one that is due: far more often than a key is published ahead
 * of its use.
 */
const READ_EVERY_MS = 300_000;

/** A token with an unknown key id makes a process read the keys again, but not more often than this. */
const READ_AGAIN_MS = 5_000;

const PURPOSE = "signing key";

interface LoadedKey extends PlannedKey {
  readonly publicJwk: JWK;
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/**
 * The keys that sign session tokens: encrypted in PostgreSQL, shared by all processes, and rotated without an
 * interruption.
 */
export class SigningKeys {
  #keys: readonly LoadedKey[] = [];
  #readAtMs = 0;
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #secret: string;
  readonly #timer: NodeJS.Timeout;

  private constructor(database: Database, clock: Clock, secret: string, logger: Logger) {
    this.#database = database;
    this.#clock = clock;
    this.#secret = secret;
    this.#timer = setInterval(() => {
      this.rotate().catch((error: unknown) => logger.warn({ err: error }, "signing keys not read"));
    }, READ_EVERY_MS).unref();
  }

  /** Opens the keys; makes the first one where there is none. */
  static async open(
    database: Database,
    clock: Clock,
    config: Pick<Config, "IDENTITY_SECRET" | "GRANT_SECRET">,
    logger: Logger,
  ): Promise<SigningKeys> {
    const secret = config.IDENTITY_SECRET ?? config.GRANT_SECRET;
    const keys = new SigningKeys(database, clock, secret, logger);
    await keys.rotate();
    return keys;
  }

  /** Adds the next key when it is due, removes keys that are over, and loads the rest. */
  async rotate(): Promise<void> {
    await changeSigningKeys(this.#database, async (rows) => {
      const plan = planSigningKeys(rows.map(plannedOf), this.#clock());
      if (plan.createFromMs === undefined) return { remove: plan.remove };
      return { add: await this.#newKey(plan.createFromMs), remove: plan.remove };
    });
    await this.#load();
  }

  /** The key that signs now. */
  signing(): { readonly kid: string; readonly privateKey: CryptoKey } {
    const { signing } = planSigningKeys(this.#keys, this.#clock());
    const key = this.#keys.find(({ kid }) => kid === signing);
    if (key === undefined) throw new Error("there is no signing key");
    return key;
  }

  /** The public key of an id; undefined when it is not (or no longer) published. */
  async findPublic(kid: string): Promise<CryptoKey | undefined> {
    const find = () => this.#keys.find((key) => key.kid === kid)?.publicKey;
    if (find() === undefined && this.#clock() - this.#readAtMs > READ_AGAIN_MS) await this.#load();
    return find();
  }

  /** The public keys, for publication. */
  published(): JSONWebKeySet {
    return { keys: this.#keys.map((key) => key.publicJwk) };
  }

  /** Stops reading keys. */
  close(): void {
    clearInterval(this.#timer);
  }

  async #newKey(signsFromMs: number): Promise<SigningKeyRow> {
    const kid = randomUUID();
    const { publicKey, privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
    const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: SIGNING_ALGORITHM, use: "sig" };
    return {
      kid,
      public_jwk: publicJwk,
      sealed_private_jwk: seal(
        JSON.stringify(await exportJWK(privateKey)),
        this.#secret,
        `${PURPOSE} ${kid}`,
      ),
      signs_from: new Date(signsFromMs),
    };
  }

  async #load(): Promise<void> {
    this.#readAtMs = this.#clock();
    const rows = await listSigningKeys(this.#database);
    const known = new Map(this.#keys.map((key) => [key.kid, key]));
    this.#keys = await Promise.all(rows.map(async (row) => known.get(row.kid) ?? (await this.#open(row))));
  }

  async #open(row: SigningKeyRow): Promise<LoadedKey> {
    const privateJwk = JSON.parse(
      unseal(row.sealed_private_jwk, this.#secret, `${PURPOSE} ${row.kid}`),
    ) as JWK;
    const publicJwk = row.public_jwk as JWK;
    return {
      ...plannedOf(row),
      publicJwk,
      publicKey: (await importJWK(publicJwk, SIGNING_ALGORITHM)) as CryptoKey,
      privateKey: (await importJWK(privateJwk, SIGNING_ALGORITHM)) as CryptoKey,
    };
  }
}

function plannedOf(row: SigningKeyRow): PlannedKey {
  return { kid: row.kid, signsFromMs: row.signs_from.getTime() };
}
