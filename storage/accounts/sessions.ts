import type { Scope } from "../../core/access/access.ts";
import { newId } from "../../infra/new-id.ts";
import { announceChange } from "../database/change-notices.ts";
import { idParameter, type Database, type Queryable } from "../database/database.ts";

/** A session with the state of whom it belongs to. */
export interface SessionRow {
  readonly id: string;
  readonly organization_id: string;
  readonly user_id: string | null;
  readonly api_key_id: string | null;
  readonly client_id: string;
  readonly scopes: Scope[];
  readonly is_openid: boolean;
  readonly revoked_at: Date | null;
  readonly is_organization_admin: boolean | null;
  readonly user_disabled_at: Date | null;
  readonly key_scopes: Scope[] | null;
  readonly key_revoked_at: Date | null;
  readonly key_expires_at: Date | null;
  readonly key_rate_limit: number | null;
  readonly key_rate_bucket: string | null;
  /** Whether the person the key belongs to, if any, may still have it. */
  readonly key_owner_holds: boolean;
  readonly created_at: Date;
}

/** Whom a session is for. */
export type SessionHolder = { readonly userId: string } | { readonly apiKeyId: string };

/** Starts a session; resolves to its id. */
export async function insertSession(
  database: Queryable,
  values: {
    organizationId: string;
    holder: SessionHolder;
    clientId: string;
    scopes: readonly Scope[];
    isOpenid: boolean;
    createdAt: Date;
  },
): Promise<string> {
  const id = newId();
  const { holder } = values;
  await database`
    insert into sessions (id, organization_id, user_id, api_key_id, client_id, scopes, is_openid, created_at)
    values (${id}, ${values.organizationId}, ${"userId" in holder ? holder.userId : null},
      ${"apiKeyId" in holder ? holder.apiKeyId : null}, ${values.clientId}, ${values.scopes as string[]},
      ${values.isOpenid}, ${values.createdAt})`;
  return id;
}

/** A session by id, revoked or not. */
export async function findSession(database: Queryable, id: string): Promise<SessionRow | undefined> {
  const [row] = await database<SessionRow[]>`
    select sessions.id, sessions.organization_id, sessions.user_id, api_key_id, client_id, sessions.scopes, is_openid,
      sessions.revoked_at, users.is_organization_admin, users.disabled_at as user_disabled_at,
      api_keys.scopes as key_scopes, api_keys.revoked_at as key_revoked_at, api_keys.expires_at as key_expires_at,
      api_keys.rate_limit as key_rate_limit, api_keys.rate_bucket as key_rate_bucket, sessions.created_at,
      (api_keys.user_id is null or owners.disabled_at is null and owners.is_organization_admin) as key_owner_holds
    from sessions left join users on users.id = sessions.user_id left join api_keys on api_keys.id = api_key_id
      left join users as owners on owners.id = api_keys.user_id
    where sessions.id = ${idParameter(id)}`;
  return row;
}

/** Ends a session with all its tokens, everywhere. */
export async function revokeSession(database: Database, id: string): Promise<void> {
  await database.begin(async (transaction) => {
    await transaction`update sessions set revoked_at = coalesce(revoked_at, now()) where id = ${idParameter(id)}`;
    await announceChange(transaction, "session", id);
  });
}

/** Keeps a refresh token by its hash. */
export async function insertRefreshToken(
  database: Queryable,
  values: { tokenHash: Buffer; sessionId: string; expiresAt: Date },
): Promise<void> {
  await database`
    insert into refresh_tokens (token_hash, session_id, expires_at)
    values (${values.tokenHash}, ${values.sessionId}, ${values.expiresAt})`;
}

/** The outcome of using a refresh token: it works once, and a second use proves that a copy exists. */
export type RefreshTokenUse =
  | { readonly kind: "used"; readonly sessionId: string }
  | { readonly kind: "reused"; readonly sessionId: string }
  | { readonly kind: "unknown" };

/** Uses a refresh token up; of many that try at once one succeeds. */
export async function useRefreshToken(
  database: Queryable,
  tokenHash: Buffer,
  now: Date,
): Promise<RefreshTokenUse> {
  const [used] = await database<{ session_id: string }[]>`
    update refresh_tokens set used_at = ${now}
    where token_hash = ${tokenHash} and used_at is null and expires_at > ${now}
    returning session_id`;
  if (used !== undefined) return { kind: "used", sessionId: used.session_id };
  const [known] = await database<{ session_id: string; used_at: Date | null }[]>`
    select session_id, used_at from refresh_tokens where token_hash = ${tokenHash}`;
  if (known === undefined || known.used_at === null) return { kind: "unknown" };
  return { kind: "reused", sessionId: known.session_id };
}

/** The session of a refresh token that may still be used. */
export async function findRefreshToken(
  database: Queryable,
  tokenHash: Buffer,
  now: Date,
): Promise<{ session_id: string; expires_at: Date } | undefined> {
  const [row] = await database<{ session_id: string; expires_at: Date }[]>`
    select session_id, expires_at from refresh_tokens
    where token_hash = ${tokenHash} and used_at is null and expires_at > ${now}`;
  return row;
}

/** The session that a refresh token belongs to or belonged to. */
export async function findSessionOfRefreshToken(
  database: Queryable,
  tokenHash: Buffer,
): Promise<string | undefined> {
  const [row] = await database<{ session_id: string }[]>`
    select session_id from refresh_tokens where token_hash = ${tokenHash}`;
  return row?.session_id;
}

/** Removes what expired more than a day ago. */
export async function deleteExpiredIdentity(database: Queryable, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 86_400_000);
  await database`delete from refresh_tokens where expires_at < ${before}`;
  // Strangers make these: they go as soon as they cannot be used.
  await database`delete from device_authorizations where expires_at < ${now}`;
  await database`
    delete from sessions where created_at < ${before}
      and not exists (select 1 from refresh_tokens where session_id = sessions.id)
      and not exists (select 1 from device_authorizations where session_id = sessions.id)`;
}

/** A log-in that has not ended, for lists. */
export interface ListedSession {
  readonly id: string;
  readonly user_id: string;
  readonly client_id: string;
  readonly scopes: Scope[];
  readonly created_at: Date;
  /** When it was last refreshed. */
  readonly last_used_at: Date;
}

/**
 * The log-ins of people of an organization that can still be refreshed, newest first; of one person if named.
 */
export async function listSessions(
  database: Queryable,
  organizationId: string,
  userId: string | undefined,
  { now, refreshSeconds, lifetimeMs }: { now: Date; refreshSeconds: number; lifetimeMs: number },
): Promise<ListedSession[]> {
  const since = new Date(Math.max(0, now.getTime() - lifetimeMs));
  return await database<ListedSession[]>`
    select sessions.id, user_id, client_id, scopes, created_at,
      max(expires_at) - ${refreshSeconds} * interval '1 second' as last_used_at
    from sessions join refresh_tokens on session_id = sessions.id and used_at is null and expires_at > ${now}
    where organization_id = ${organizationId} and user_id is not null and revoked_at is null
      and created_at > ${since}
      ${userId === undefined ? database`` : database`and user_id = ${idParameter(userId)}`}
    group by sessions.id order by created_at desc, sessions.id limit 1000`;
}
