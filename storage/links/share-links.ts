import { newId } from "../../infra/new-id.ts";
import type { LinkChoices } from "../../core/links/link-choices.ts";
import type { Tags } from "../../core/tags/tags.ts";
import type { Picos } from "../../core/billing/money.ts";
import { announceChange } from "../database/change-notices.ts";
import type { SpendMonth } from "./link-limits.ts";
import { rowsWithin } from "../database/rows-within.ts";
import { idParameter, type Database, type Queryable } from "../database/database.ts";

/** The kind of target of a link. */
export type TargetType = "item" | "collection";

/** The limits of a link and what it has used of them; all null for a link without limits. */
export interface LinkLimitsRow extends SpendMonth {
  readonly max_views: number | null;
  readonly max_tiles: number | null;
  /** In micro-units. */
  readonly spend_limit: number | null;
  /**
   * Openings by `share.link.validate` or `share.tilejson` since the first limit of the link, on top of its
   * accesses until then. Exact at once.
   */
  readonly views_used: number | null;
  readonly tiles_used: number | null;
  readonly spend_used_picos: Picos | null;
}

/** A row of `share_links` with its limits. */
export interface ShareLinkRow extends LinkLimitsRow, LinkChoices {
  readonly id: string;
  readonly organization_id: string;
  readonly project_id: string;
  readonly target_type: TargetType;
  readonly target_id: string;
  /** Made before owners could choose what a link gives, and not edited since: it gives all of it. */
  readonly predates_choices: boolean;
  readonly label: string | null;
  readonly tags: Tags;
  /** Origins of pages that may use the link in a browser; empty: all. */
  readonly allowed_origins: string[];
  readonly token_hash: Buffer;
  readonly password_hash: string;
  readonly credential_version: number;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly paused_at: Date | null;
  /**
   * Openings by `share.link.validate` only, over the whole life of the link. From the ledger, a second or two
   * behind.
   */
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
  "allow_values",
  "profiles",
  "properties",
  "min_zoom",
  "max_zoom",
  "bounds",
  "introduction",
  "address_life",
  "preview_card",
  "predates_choices",
  "label",
  "tags",
  "allowed_origins",
  "token_hash",
  "password_hash",
  "credential_version",
  "expires_at",
  "revoked_at",
  "paused_at",
  "access_count",
  "last_accessed_at",
  "created_by",
  "created_at",
  "max_views",
  "max_tiles",
  "spend_limit",
  "views_used",
  "tiles_used",
  "spend_used_picos",
  "spend_month",
  "spend_month_tiles",
] as const;

type RawRow = Omit<ShareLinkRow, "spend_used_picos"> & { readonly spend_used_picos: string | null };

/** Numeric columns arrive as text. */
function parseLink({ spend_used_picos: spent, ...row }: RawRow): ShareLinkRow {
  return { ...row, spend_used_picos: spent === null ? null : BigInt(spent) };
}

/** Stores a link by the hashes of its token and password; resolves to its id. */
export async function insertShareLink(
  database: Queryable,
  values: LinkChoices & {
    organizationId: string;
    projectId: string;
    targetType: TargetType;
    targetId: string;
    tokenHash: Buffer;
    passwordHash: string;
    expiresAt: Date;
    createdBy: string | null;
    label: string | null;
    tags?: Tags | undefined;
    allowedOrigins: readonly string[];
  },
): Promise<string> {
  const id = newId();
  const row = {
    id,
    organization_id: values.organizationId,
    project_id: values.projectId,
    target_type: values.targetType,
    target_id: values.targetId,
    permission: values.permission,
    allow_values: values.allow_values,
    profiles: values.profiles,
    properties: values.properties,
    min_zoom: values.min_zoom,
    max_zoom: values.max_zoom,
    bounds: values.bounds,
    introduction: values.introduction,
    address_life: values.address_life,
    preview_card: values.preview_card,
    token_hash: values.tokenHash,
    password_hash: values.passwordHash,
    expires_at: values.expiresAt,
    created_by: values.createdBy,
    label: values.label,
    tags: database.json(values.tags ?? {}),
    allowed_origins: values.allowedOrigins,
  };
  await database`insert into share_links ${database(row as never)}`;
  return id;
}

/** One link by id. */
export async function findShareLink(database: Queryable, id: string): Promise<ShareLinkRow | undefined> {
  const [row] = await database<RawRow[]>`
    select ${database(COLUMNS)} from share_links left join share_link_limits on link_id = id
    where id = ${idParameter(id)}`;
  return row && parseLink(row);
}

/** The link whose token has this SHA-256. */
export async function findShareLinkByTokenHash(
  database: Queryable,
  tokenHash: Buffer,
): Promise<ShareLinkRow | undefined> {
  const [row] = await database<RawRow[]>`
    select ${database(COLUMNS)} from share_links left join share_link_limits on link_id = id
    where token_hash = ${tokenHash}`;
  return row && parseLink(row);
}

/** What a link says of itself before its password; all null where it says nothing, or is not known. */
export interface LinkIntroductionRow {
  readonly organization: string | null;
  readonly label: string | null;
  readonly expires_at: Date | null;
}

/** What the link whose token has this SHA-256 says of itself: one statement, whether there is one or not. */
export async function findLinkIntroduction(
  database: Queryable,
  tokenHash: Buffer,
): Promise<LinkIntroductionRow> {
  const [row] = await database<LinkIntroductionRow[]>`
    select organizations.name as organization, case introduction when 'label' then label end as label, expires_at
    from share_links join organizations on organizations.id = organization_id
    where token_hash = ${tokenHash} and introduction <> 'none'`;
  return row ?? { organization: null, label: null, expires_at: null };
}

/** What the page of a link needs of it before the password. */
export interface PageOfLink extends Pick<LinkChoices, "preview_card"> {
  readonly allowed_origins: string[];
  readonly organization: string;
  readonly label: string | null;
  readonly target_name: string | null;
}

/** The page of the link whose token has this SHA-256; undefined when there is none or it has ended. */
export async function findPageOfLink(
  database: Queryable,
  tokenHash: Buffer,
): Promise<PageOfLink | undefined> {
  const [row] = await database<PageOfLink[]>`
    select preview_card, allowed_origins, organizations.name as organization, label, ${targetName(database)}
    from share_links join organizations on organizations.id = organization_id
    where token_hash = ${tokenHash} and revoked_at is null and paused_at is null and expires_at > now()`;
  return row;
}

/** A filter of links; an undefined field does not narrow the list. */
export interface ShareLinkFilter {
  readonly organizationId: string;
  /** Only links of projects that this user is a member of. */
  readonly memberId?: string | undefined;
  readonly projectId?: string | undefined;
  readonly targetId?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** The name of what a link of `share_links` shares. */
function targetName(database: Queryable) {
  return database`case target_type
    when 'item' then (select name from items where items.id = target_id)
    else (select name from collections where collections.id = target_id) end as target_name`;
}

/** The name of what a link shares; null when that is deleted for good. */
export async function findTargetName(database: Queryable, linkId: string): Promise<string | null> {
  const [row] = await database<{ target_name: string | null }[]>`
    select ${targetName(database)} from share_links where id = ${linkId}`;
  return row?.target_name ?? null;
}

/** A link in a list, with the name of its target; null when that is deleted for good. */
export interface ListedLinkRow extends ShareLinkRow {
  readonly target_name: string | null;
}

/** A page of an organization's links, newest first, and how many there are. */
export async function listShareLinks(
  database: Queryable,
  filter: ShareLinkFilter,
): Promise<{ links: ListedLinkRow[]; total: number }> {
  const { memberId, projectId, targetId } = filter;
  const where = database`
    organization_id = ${filter.organizationId}
    ${memberId === undefined ? database`` : database`and project_id in (select project_id from project_members where user_id = ${memberId})`}
    ${projectId === undefined ? database`` : database`and project_id = ${projectId}`}
    ${targetId === undefined ? database`` : database`and target_id = ${idParameter(targetId)}`}`;
  const ordered = database`
    select ${database(COLUMNS)}, ${targetName(database)}
    from share_links left join share_link_limits on link_id = id
    where ${where} order by created_at desc, id desc limit ${filter.limit} offset ${filter.offset}`;
  const links = await database<
    (RawRow & Pick<ListedLinkRow, "target_name">)[]
  >`${rowsWithin(database, ordered)}`;
  const [counted] = await database<
    { total: number }[]
  >`select count(*) as total from share_links where ${where}`;
  const named = links.map(({ target_name, ...row }) => ({ ...parseLink(row), target_name }));
  return { links: named, total: counted?.total ?? 0 };
}

/** A change of a link; undefined leaves a field as it is. */
export interface ShareLinkChange {
  readonly label?: string | null | undefined;
  readonly tags?: Tags | undefined;
  readonly allowedOrigins?: readonly string[] | undefined;
  /** What the link gives. */
  readonly choices?: Partial<Omit<LinkChoices, "permission">> | undefined;
  readonly expiresAt?: Date | undefined;
  /** Ends every grant, as a new password or token does. */
  readonly endsGrants?: boolean | undefined;
  /** Ends every grant and remembered password. */
  readonly passwordHash?: string | undefined;
  /** Ends the old token, every grant and remembered password. */
  readonly tokenHash?: Buffer | undefined;
}

/** Changes a link; the caller must announce it with `announceChange`. */
export async function updateShareLink(
  database: Queryable,
  id: string,
  change: ShareLinkChange,
): Promise<void> {
  const row = {
    ...(change.label === undefined ? {} : { label: change.label }),
    ...(change.tags === undefined ? {} : { tags: database.json(change.tags) }),
    ...(change.allowedOrigins === undefined ? {} : { allowed_origins: change.allowedOrigins }),
    ...(change.choices === undefined ? {} : { ...change.choices, predates_choices: false }),
    ...(change.expiresAt === undefined ? {} : { expires_at: change.expiresAt }),
    ...(change.passwordHash === undefined ? {} : { password_hash: change.passwordHash }),
    ...(change.tokenHash === undefined ? {} : { token_hash: change.tokenHash }),
  };
  const endsGrants =
    change.endsGrants === true || change.passwordHash !== undefined || change.tokenHash !== undefined;
  if (Object.keys(row).length === 0) return;
  await database`
    update share_links set ${database(row as never)},
      credential_version = credential_version + ${endsGrants ? 1 : 0}
    where id = ${id}`;
}

/** Pauses a link or resumes it, and announces that to every process. A second pause keeps the first time. */
export async function pauseShareLink(
  database: Database,
  id: string,
  isPaused: boolean,
): Promise<ShareLinkRow | undefined> {
  return await database.begin(async (transaction) => {
    await transaction`update share_links
      set paused_at = ${isPaused ? transaction`coalesce(paused_at, now())` : transaction`null`} where id = ${id}`;
    await announceChange(transaction, "share_link", id);
    return await findShareLink(transaction, id);
  });
}

/** Revokes a link for good and announces it to every process. A second call keeps the first time. */
export async function revokeShareLink(database: Database, id: string): Promise<void> {
  await database.begin(async (transaction) => {
    await transaction`update share_links set revoked_at = coalesce(revoked_at, now()) where id = ${id}`;
    await announceChange(transaction, "share_link", id);
  });
}
