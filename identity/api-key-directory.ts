import { isApiKey, secretHash } from "../core/access/api-key.ts";
import type { Principal } from "../core/access/access.ts";
import type { Clock } from "../core/clock.ts";
import { GroupCommit } from "../infra/group-commit.ts";
import type { Logger } from "../infra/logger.ts";
import { ReadThroughCache } from "../infra/read-through-cache.ts";
import {
  findApiKeyByHash,
  findApiKeyById,
  touchApiKeys,
  type LiveApiKeyRow,
} from "../storage/accounts/api-keys.ts";
import type { Database } from "../storage/database/database.ts";

/** An API key as a principal, with its limit of requests a minute. */
export type ApiKeyPrincipal = Principal & {
  readonly requestsPerMinute?: number;
  /** The key whose calls a minute it shares. */
  readonly rateBucket?: string;
};

/** A key is looked up again after this long, so a lost change notice costs at most this much. */
const FRESH_MS = 1_000;

const KEYS_MAX = 10_000;

/** How long a time of last use may wait for others before it is written. */
const USES_GATHER_MS = 10_000;

/** Keys whose last use may wait at once; the use of further keys is not recorded. */
const USES_MAX = 10_000;

interface KeyUse {
  readonly id: string;
  at: Date;
}

/** Finds API keys by their hash, and records when each was last used. */
export class ApiKeyDirectory {
  readonly #rows: ReadThroughCache<LiveApiKeyRow>;
  readonly #rowsById: ReadThroughCache<LiveApiKeyRow>;
  readonly #clock: Clock;
  /** Uses that wait for a write, by key. A later use changes the time of the waiting one. */
  readonly #waiting = new Map<string, KeyUse>();
  readonly #uses: GroupCommit<KeyUse>;

  constructor(database: Database, clock: Clock, logger: Logger) {
    this.#clock = clock;
    const remembering = { entriesMax: KEYS_MAX, freshMs: FRESH_MS, clock };
    this.#rows = new ReadThroughCache({
      load: (hash) => findApiKeyByHash(database, Buffer.from(hash, "base64")),
      ...remembering,
    });
    this.#rowsById = new ReadThroughCache({ load: (id) => findApiKeyById(database, id), ...remembering });
    this.#uses = new GroupCommit({
      write: async (uses) => {
        for (const use of uses) if (this.#waiting.get(use.id) === use) this.#waiting.delete(use.id);
        await touchApiKeys(database, new Map(uses.map(({ id, at }) => [id, at])));
      },
      itemsMax: USES_MAX,
      gatherMs: USES_GATHER_MS,
      // A key may be used only once, so an outage of PostgreSQL must delay its time of use and not lose it.
      onFailure: "requeue",
      onError: (error) => logger.warn({ err: error }, "last use of API keys not written yet"),
    });
  }

  /** The principal of a key, or undefined when the key is malformed, unknown, revoked or expired. */
  async find(key: string): Promise<ApiKeyPrincipal | undefined> {
    if (!isApiKey(key)) return undefined;
    return this.#principalOf(await this.#rows.get(secretHash(key).toString("base64")));
  }

  /** The principal of the key with this id; undefined when it is unknown, revoked or expired. */
  async findById(id: string): Promise<ApiKeyPrincipal | undefined> {
    return this.#principalOf(await this.#rowsById.get(id));
  }

  #principalOf(row: LiveApiKeyRow | undefined): ApiKeyPrincipal | undefined {
    const now = this.#clock();
    if (row === undefined || row.revoked_at !== null || !row.owner_holds) return undefined;
    if (row.expires_at !== null && row.expires_at.getTime() <= now) return undefined;
    this.#noteUse(row.id, new Date(now));
    return {
      type: "api_key",
      id: row.id,
      organizationId: row.organization_id,
      scopes: new Set(row.scopes),
      ...(row.rate_limit === null ? {} : { requestsPerMinute: row.rate_limit }),
      ...(row.rate_bucket === null ? {} : { rateBucket: row.rate_bucket }),
    };
  }

  /** Forgets everything: after a change of a key, or when changes may have been missed. */
  forgetAll(): void {
    this.#rows.forgetAll();
    this.#rowsById.forgetAll();
  }

  /** Writes the times of last use. */
  async close(): Promise<void> {
    await this.#uses.close();
  }

  #noteUse(id: string, at: Date): void {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) {
      waiting.at = at;
      return;
    }
    const use = { id, at };
    if (this.#uses.add(use) !== undefined) this.#waiting.set(id, use);
  }
}
