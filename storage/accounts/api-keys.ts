import type { Scope } from "../../core/access/access.ts";
import { newId } from "../../infra/new-id.ts";
import { announceChange } from "../database/change-notices.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";

/** A row of `api_keys`; the key itself is not in it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: Scope[];
  readonly rate_limit: number | null;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
  readonly last_used_at: Date | null;
  readonly created_by: string | null;
  readonly created_at: Date;
}

const COLUMNS = [
  "id",
  "organization_id",
  "name",
  "prefix",
  "scopes",
  "rate_limit",
  "expires_at",
  "revoked_at",
  "last_used_at",
  "created_by",
  "created_at",
] as const;

/** Stores a key by its hash. */
export async function insertApiKey(
  database: Queryable,
  values: {
    organizationId: string;
    name: string;
    prefix: string;
    secretHash: Buffer;
    scopes: readonly Scope[];
    rateLimit: number | null;
    expiresAt: Date | null;
    createdBy: string | null;
  },
): Promise<ApiKeyRow> {
  return single(
    await database<ApiKeyRow[]>`
      insert into api_keys (id, organization_id, name, prefix, secret_hash, scopes, rate_limit, expires_at, created_by)
      values (${newId()}, ${values.organizationId}, ${values.name}, ${values.prefix}, ${values.secretHash},
        ${values.scopes as string[]}, ${values.rateLimit}, ${values.expiresAt}, ${values.createdBy})
      returning ${database(COLUMNS)}`,
  );
}

/** The key with this hash, revoked or not. */
export async function findApiKeyByHash(
  database: Queryable,
  secretHash: Buffer,
): Promise<ApiKeyRow | undefined> {
  const [row] = await database<ApiKeyRow[]>`
    select ${database(COLUMNS)} from api_keys where secret_hash = ${secretHash}`;
  return row;
}

/** The key with this id, revoked or not. */
export async function findApiKeyById(database: Queryable, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await database<ApiKeyRow[]>`
    select ${database(COLUMNS)} from api_keys where id = ${idParameter(id)}`;
  return row;
}

/** An organization's keys, oldest first. */
export async function listApiKeys(database: Queryable, organizationId: string): Promise<ApiKeyRow[]> {
  return await database<ApiKeyRow[]>`
    select ${database(COLUMNS)} from api_keys where organization_id = ${organizationId} order by created_at, id`;
}

/** Revokes a key of an organization for good; false when it has no such key. */
export async function revokeApiKey(database: Database, organizationId: string, id: string): Promise<boolean> {
  return await database.begin(async (transaction) => {
    const result = await transaction`
      update api_keys set revoked_at = coalesce(revoked_at, now())
      where id = ${idParameter(id)} and organization_id = ${organizationId}`;
    if (result.count > 0) await announceChange(transaction, "api_key", id);
    return result.count > 0;
  });
}

/** Notes when keys were last used. */
export async function touchApiKeys(database: Queryable, usedAt: ReadonlyMap<string, Date>): Promise<void> {
  if (usedAt.size === 0) return;
  await database`
    update api_keys set last_used_at = greatest(last_used_at, used.at)
    from unnest(${[...usedAt.keys()]}::uuid[], ${[...usedAt.values()].map((at) => at.toISOString())}::timestamptz[]) as used (id, at)
    where api_keys.id = used.id`;
}
