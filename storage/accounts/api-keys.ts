import type { Scope } from "../../core/access/access.ts";
import { newId } from "../../infra/new-id.ts";
import { announceChange } from "../database/change-notices.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";
import { rowsWithin } from "../database/rows-within.ts";

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
  /** The key that made it. */
  readonly parent_key_id: string | null;
  /** The person it belongs to. */
  readonly user_id: string | null;
  /** The key whose calls a minute it shares. */
  readonly rate_bucket: string | null;
}

/** A key, and whether the person it belongs to, if any, may still have it. */
export interface LiveApiKeyRow extends ApiKeyRow {
  readonly owner_holds: boolean;
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
  "parent_key_id",
  "user_id",
  "rate_bucket",
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
    /** The key that makes it; undefined when a person does. */
    parent?: ApiKeyRow | undefined;
    /** The person it belongs to. */
    userId?: string | null;
  },
): Promise<ApiKeyRow> {
  const { parent } = values;
  const bucket = parent?.rate_bucket ?? (parent?.rate_limit == null ? null : parent.id);
  return single(
    await database<ApiKeyRow[]>`
      insert into api_keys (id, organization_id, name, prefix, secret_hash, scopes, rate_limit, expires_at, created_by,
        parent_key_id, user_id, rate_bucket)
      values (${newId()}, ${values.organizationId}, ${values.name}, ${values.prefix}, ${values.secretHash},
        ${values.scopes as string[]}, ${values.rateLimit}, ${values.expiresAt}, ${values.createdBy},
        ${parent?.id ?? null}, ${parent?.user_id ?? values.userId ?? null}, ${bucket})
      returning ${database(COLUMNS)}`,
  );
}

/** The key with this hash, revoked or not. */
export async function findApiKeyByHash(
  database: Queryable,
  secretHash: Buffer,
): Promise<LiveApiKeyRow | undefined> {
  const [row] = await database<LiveApiKeyRow[]>`
    select ${database(COLUMNS)}, ${ownerHolds(database)} from api_keys where secret_hash = ${secretHash}`;
  return row;
}

/** Keys that belong to a person are administrators' keys: they end with the role. */
function ownerHolds(database: Queryable) {
  return database`(user_id is null or exists (
    select from users where users.id = user_id and disabled_at is null and is_organization_admin)) as owner_holds`;
}

/** The key with this id, revoked or not. */
export async function findApiKeyById(database: Queryable, id: string): Promise<LiveApiKeyRow | undefined> {
  const [row] = await database<LiveApiKeyRow[]>`
    select ${database(COLUMNS)}, ${ownerHolds(database)} from api_keys where id = ${idParameter(id)}`;
  return row;
}

/** A key of an organization by its id, revoked or not. */
export async function findApiKey(
  database: Queryable,
  organizationId: string,
  id: string,
): Promise<ApiKeyRow | undefined> {
  const [row] = await database<ApiKeyRow[]>`
    select ${database(COLUMNS)} from api_keys where id = ${idParameter(id)} and organization_id = ${organizationId}`;
  return row;
}

/** Whether a key is another one, or was made by it, directly or through further keys. */
export async function isKeyOrDescendant(
  database: Queryable,
  ancestorId: string,
  id: string,
): Promise<boolean> {
  const rows = await database`
    with recursive line as (
      select id, parent_key_id from api_keys where id = ${idParameter(id)}
      union all
      select api_keys.id, api_keys.parent_key_id from api_keys join line on api_keys.id = line.parent_key_id
    ) select from line where id = ${idParameter(ancestorId)}`;
  return rows.length > 0;
}

/** An organization's keys, oldest first. */
export async function listApiKeys(database: Queryable, organizationId: string): Promise<ApiKeyRow[]> {
  return await database<ApiKeyRow[]>`
    select ${database(COLUMNS)} from api_keys where organization_id = ${organizationId} order by created_at, id`;
}

/**
 * A page of an organization's keys, oldest first, and how many there are. It ends where an answer is full.
 */
export async function listApiKeyPage(
  database: Queryable,
  organizationId: string,
  offset: number,
): Promise<{ keys: ApiKeyRow[]; total: number }> {
  const ordered = database`
    select ${database(COLUMNS)} from api_keys where organization_id = ${organizationId}
    order by created_at, id offset ${offset}`;
  const keys = await database<ApiKeyRow[]>`${rowsWithin(database, ordered)}`;
  const [counted] = await database<{ total: number }[]>`
    select count(*) as total from api_keys where organization_id = ${organizationId}`;
  return { keys: [...keys], total: counted?.total ?? 0 };
}

/** Revokes a key of an organization, and every key made by it, for good; false when there is no such key. */
export async function revokeApiKey(database: Database, organizationId: string, id: string): Promise<boolean> {
  return await database.begin(async (transaction) => {
    const found = await transaction`
      select from api_keys where id = ${idParameter(id)} and organization_id = ${organizationId} for update`;
    if (found.count === 0) return false;
    // A key that is being made holds its maker for share, so a statement may wait for it and not see it: the
    // next one does.
    for (let revoked = 1; revoked > 0;) revoked = await revokeTree(transaction, id);
    await announceChange(transaction, "api_key", id);
    return true;
  });
}

async function revokeTree(transaction: Queryable, id: string): Promise<number> {
  const result = await transaction`
    with recursive tree as (
      select id from api_keys where id = ${id}
      union all
      select api_keys.id from api_keys join tree on api_keys.parent_key_id = tree.id
    )
    update api_keys set revoked_at = now() where id in (select id from tree) and revoked_at is null`;
  return result.count;
}

/**
 * Runs `make` while a key cannot be revoked; undefined when it has been. So no key is made by one that is
 * being revoked.
 */
export async function whileKeyLives<T>(
  database: Database,
  id: string,
  make: (transaction: Queryable) => Promise<T>,
): Promise<T | undefined> {
  return await database.begin(async (transaction) => {
    const living = await transaction`
      select from api_keys where id = ${idParameter(id)} and revoked_at is null for share`;
    return living.count === 0 ? undefined : await make(transaction);
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
