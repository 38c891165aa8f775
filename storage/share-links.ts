import { newId } from "../core/ids.ts";
import { announceChange } from "./changes.ts";
import { idParameter, single, type Database, type Queryable } from "./postgres.ts";

/** What a link shares. */
export type TargetType = "item" | "collection";

/** What the holder of a link may do. */
export type SharePermission = "view" | "download";

/** A row of `share_links` without its token hash. */
export interface ShareLinkRow {
  readonly id: string;
  readonly organization_id: string;
  readonly project_id: string;
  readonly target_type: TargetType;
  readonly target_id: string;
  readonly permission: SharePermission;
  readonly password_hash: string;
  readonly credential_version: number;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly access_count: number;
  readonly last_accessed_at: Date | null;
  readonly created_by: string | null;
  readonly created_at: Date;
}

const COLUMNS = [
  "id",
  "organization_id",
  "project_id",
  "target_type",
  "target_id",
  "permission",
  "password_hash",
  "credential_version",
  "expires_at",
  "revoked_at",
  "access_count",
  "last_accessed_at",
  "created_by",
  "created_at",
] as const;

/** Stores a link by the hashes of its token and password. */
export async function insertShareLink(
  database: Queryable,
  values: {
    organizationId: string;
    projectId: string;
    targetType: TargetType;
    targetId: string;
    permission: SharePermission;
    tokenHash: Buffer;
    passwordHash: string;
    expiresAt: Date;
    createdBy: string | null;
  },
): Promise<ShareLinkRow> {
  return single(
    await database<ShareLinkRow[]>`
      insert into share_links (id, organization_id, project_id, target_type, target_id, permission,
        token_hash, password_hash, expires_at, created_by)
      values (${newId()}, ${values.organizationId}, ${values.projectId}, ${values.targetType}, ${values.targetId},
        ${values.permission}, ${values.tokenHash}, ${values.passwordHash}, ${values.expiresAt}, ${values.createdBy})
      returning ${database(COLUMNS)}`,
  );
}

/** One link by id. */
export async function findShareLink(database: Queryable, id: string): Promise<ShareLinkRow | undefined> {
  const [row] = await database<ShareLinkRow[]>`
    select ${database(COLUMNS)} from share_links where id = ${idParameter(id)}`;
  return row;
}

/** The link whose token has this SHA-256. */
export async function findShareLinkByTokenHash(
  database: Queryable,
  tokenHash: Buffer,
): Promise<ShareLinkRow | undefined> {
  const [row] = await database<ShareLinkRow[]>`
    select ${database(COLUMNS)} from share_links where token_hash = ${tokenHash}`;
  return row;
}

/** Revokes a link for good and tells every process; revoking twice keeps the first time. */
export async function revokeShareLink(database: Database, id: string): Promise<void> {
  await database.begin(async (transaction) => {
    await transaction`update share_links set revoked_at = coalesce(revoked_at, now()) where id = ${id}`;
    await announceChange(transaction, "share_link", id);
  });
}
