import { LRUCache } from "lru-cache";
import { isApiKey, secretHash } from "../core/access/api-key.ts";
import type { Principal } from "../core/access/access.ts";
import type { Clock } from "../core/clock.ts";
import type { Logger } from "../infra/logger.ts";
import { findApiKeyByHash, touchApiKeys, type ApiKeyRow } from "../storage/accounts/api-keys.ts";
import type { Database } from "../storage/database/database.ts";

/** An API key as a principal, with its limit of requests a minute. */
export type ApiKeyPrincipal = Principal & { readonly requestsPerMinute?: number };

/** A key that is not heard of as revoked is looked up again after this long: a lost message costs no more. */
const FRESH_MS = 1_000;

const TOUCH_EVERY_MS = 10_000;

/** Finds API keys by their hash and remembers them for a second. */
export class ApiKeyDirectory {
  readonly #known = new LRUCache<string, { row: ApiKeyRow; loadedAtMs: number }>({ max: 10_000 });
  readonly #usedAt = new Map<string, Date>();
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #timer: NodeJS.Timeout;

  constructor(database: Database, clock: Clock, logger: Logger) {
    this.#database = database;
    this.#clock = clock;
    this.#logger = logger;
    this.#timer = setInterval(() => void this.#flush(), TOUCH_EVERY_MS).unref();
  }

  /** The principal of a key, or undefined when the key is malformed, unknown, revoked or expired. */
  async find(key: string): Promise<ApiKeyPrincipal | undefined> {
    if (!isApiKey(key)) return undefined;
    const row = await this.#lookUp(secretHash(key));
    const now = this.#clock();
    if (row === undefined || row.revoked_at !== null) return undefined;
    if (row.expires_at !== null && row.expires_at.getTime() <= now) return undefined;
    this.#usedAt.set(row.id, new Date(now));
    return {
      type: "api_key",
      id: row.id,
      organizationId: row.organization_id,
      scopes: new Set(row.scopes),
      ...(row.rate_limit === null ? {} : { requestsPerMinute: row.rate_limit }),
    };
  }

  async #lookUp(hash: Buffer): Promise<ApiKeyRow | undefined> {
    const name = hash.toString("base64");
    const known = this.#known.get(name);
    if (known !== undefined && this.#clock() - known.loadedAtMs < FRESH_MS) return known.row;
    const loadedAtMs = this.#clock();
    const row = await findApiKeyByHash(this.#database, hash);
    if (row === undefined) this.#known.delete(name);
    else this.#known.set(name, { row, loadedAtMs });
    return row;
  }

  /** Forgets everything: after a change of a key, or when changes may have been missed. */
  forgetAll(): void {
    this.#known.clear();
  }

  /** Writes the last times of use. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const usedAt = new Map(this.#usedAt);
    this.#usedAt.clear();
    try {
      await touchApiKeys(this.#database, usedAt);
    } catch (error) {
      this.#logger.warn({ err: error }, "last use of API keys not written");
    }
  }
}
