import type { Principal } from "../core/access/access.ts";
import { userScopes } from "../core/access/oauth.ts";
import type { Clock } from "../core/clock.ts";
import { ReadThroughCache } from "../infra/read-through-cache.ts";
import { findSession, type SessionRow } from "../storage/accounts/sessions.ts";
import type { Database } from "../storage/database/database.ts";

/** The caller behind a session token; the session of an API key has the key's limit of requests a minute. */
export type SessionPrincipal = Principal & {
  readonly sessionId?: string;
  readonly requestsPerMinute?: number;
  /** The key whose calls a minute it shares. */
  readonly rateBucket?: string;
};

/** A session is looked up again after this long, so a lost change notice costs at most this much. */
const FRESH_MS = 1_000;

const SESSIONS_MAX = 10_000;

/** Finds sessions that have not ended, and what each may do now: no more than its key or user may. */
export class SessionDirectory {
  readonly #rows: ReadThroughCache<SessionRow>;
  readonly #clock: Clock;
  readonly #lifetimeMs: number;

  /** A session ends `lifetimeMs` after it began, however often it is refreshed. */
  constructor(database: Database, clock: Clock, lifetimeMs: number) {
    this.#clock = clock;
    this.#lifetimeMs = lifetimeMs;
    this.#rows = new ReadThroughCache({
      load: (id) => findSession(database, id),
      entriesMax: SESSIONS_MAX,
      freshMs: FRESH_MS,
      clock,
    });
  }

  /** A session with its principal; undefined when it is unknown or has ended. */
  async find(id: string): Promise<{ row: SessionRow; principal: SessionPrincipal } | undefined> {
    const row = await this.#rows.get(id);
    const principal = row && principalOf(row, this.#clock(), this.#lifetimeMs);
    return row && principal && { row, principal };
  }

  /** Forgets everything: after a change of a session or a key, or when changes may have been missed. */
  forgetAll(): void {
    this.#rows.forgetAll();
  }
}

function principalOf(row: SessionRow, nowMs: number, lifetimeMs: number): SessionPrincipal | undefined {
  if (row.revoked_at !== null || row.created_at.getTime() + lifetimeMs <= nowMs) return undefined;
  const common = { organizationId: row.organization_id, sessionId: row.id };
  if (row.api_key_id !== null) {
    const isOver = row.key_expires_at !== null && row.key_expires_at.getTime() <= nowMs;
    if (row.key_revoked_at !== null || isOver || !row.key_owner_holds) return undefined;
    const held = new Set(row.key_scopes);
    return {
      ...common,
      type: "api_key",
      id: row.api_key_id,
      scopes: new Set(row.scopes.filter((scope) => held.has(scope))),
      ...(row.key_rate_limit === null ? {} : { requestsPerMinute: row.key_rate_limit }),
      ...(row.key_rate_bucket === null ? {} : { rateBucket: row.key_rate_bucket }),
    };
  }
  if (row.user_id === null || row.user_disabled_at !== null) return undefined;
  const isOrganizationAdmin = row.is_organization_admin === true;
  const held = new Set(userScopes(isOrganizationAdmin));
  return {
    ...common,
    type: "user",
    id: row.user_id,
    isOrganizationAdmin,
    scopes: new Set(row.scopes.filter((scope) => held.has(scope))),
  };
}
