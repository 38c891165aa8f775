import { LRUCache } from "lru-cache";
import type { Clock } from "../core/clock.ts";
import { userScopes } from "../core/access/oauth.ts";
import type { Database } from "../storage/database/database.ts";
import { findSession, type SessionRow } from "../storage/accounts/sessions.ts";
import type { SessionPrincipal } from "./session-principal.ts";

/** A session that is not heard of as ended is looked up again after this long: a lost message costs no more. */
const FRESH_MS = 1_000;

/** Knows which sessions go on, and what each may do now: no more than its key or person may. */
export class SessionDirectory {
  readonly #known = new LRUCache<string, { row: SessionRow; loadedAtMs: number }>({ max: 10_000 });
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Whom a session is for, with the client it was made for; undefined when it has ended. */
  async find(id: string): Promise<{ row: SessionRow; principal: SessionPrincipal } | undefined> {
    const known = this.#known.get(id);
    const loadedAtMs = this.#clock();
    const isFresh = known !== undefined && loadedAtMs - known.loadedAtMs < FRESH_MS;
    const row = isFresh ? known.row : await findSession(this.#database, id);
    if (row === undefined) return undefined;
    if (!isFresh) this.#known.set(id, { row, loadedAtMs });
    const principal = principalOf(row, this.#clock());
    return principal && { row, principal };
  }

  /** Forgets everything: after a change of a session or a key, or when changes may have been missed. */
  forgetAll(): void {
    this.#known.clear();
  }
}

function principalOf(row: SessionRow, nowMs: number): SessionPrincipal | undefined {
  if (row.revoked_at !== null) return undefined;
  const common = { organizationId: row.organization_id, sessionId: row.id };
  if (row.api_key_id !== null) {
    const isOver = row.key_expires_at !== null && row.key_expires_at.getTime() <= nowMs;
    if (row.key_revoked_at !== null || isOver) return undefined;
    const held = new Set(row.key_scopes);
    return {
      ...common,
      type: "api_key",
      id: row.api_key_id,
      scopes: new Set(row.scopes.filter((scope) => held.has(scope))),
      ...(row.key_rate_limit === null ? {} : { requestsPerMinute: row.key_rate_limit }),
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
