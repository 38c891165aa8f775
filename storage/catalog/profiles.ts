import { newId } from "../../infra/new-id.ts";
import type { ProfileType } from "../../core/styles/profile.ts";
import { announceItem, type AnnouncedItem } from "./announce-item.ts";
import { rowsWithin } from "../database/rows-within.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";

/** What can be set of a render profile. */
export interface ProfileValues {
  readonly name: string;
  readonly type: ProfileType;
  readonly is_default: boolean;
  readonly sort_order: number;
  readonly config: Readonly<Record<string, unknown>>;
  readonly asset_key: string | null;
}

/** A row of `render_profiles`. */
export interface ProfileRow extends ProfileValues {
  readonly id: string;
  readonly item_id: string;
  readonly layer: "sensor" | "auto" | "user";
  /** Goes up with every change. */
  readonly version: number;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Creates a profile; a default one takes the place of the one before. */
export async function insertProfile(
  database: Database,
  item: AnnouncedItem,
  values: ProfileValues & Pick<ProfileRow, "layer" | "created_by">,
): Promise<ProfileRow> {
  return await database.begin((transaction) => insertProfileWithin(transaction, item, values));
}

/** As {@link insertProfile}, as part of a transaction. */
export async function insertProfileWithin(
  transaction: Queryable,
  item: AnnouncedItem,
  values: ProfileValues & Pick<ProfileRow, "layer" | "created_by">,
): Promise<ProfileRow> {
  if (values.is_default) await clearDefault(transaction, item.id);
  await makeWay(transaction, item.id, values.name);
  const created = await insertProfileRow(transaction, item.id, values);
  await announceItem(transaction, item, undefined);
  return created;
}

/** Writes a profile, and nothing else. */
export async function insertProfileRow(
  transaction: Queryable,
  itemId: string,
  values: ProfileValues & Pick<ProfileRow, "layer" | "created_by">,
): Promise<ProfileRow> {
  const row = {
    ...values,
    id: newId(),
    item_id: itemId,
    config: transaction.json(values.config as never),
  };
  return single(
    await transaction<ProfileRow[]>`insert into render_profiles ${transaction(row as never)} returning *`,
  );
}

/** Whether the service made a profile of the file itself, and it is unchanged since. */
export function isDerived({
  layer,
  created_by: maker,
  version,
}: Pick<ProfileRow, "layer" | "created_by" | "version">): boolean {
  return layer === "auto" && maker === null && version === 1;
}

/** A name that only a derived profile has is free for a person's. */
async function makeWay(transaction: Queryable, itemId: string, name: string | undefined): Promise<void> {
  if (name === undefined) return;
  await transaction`
    delete from render_profiles
    where item_id = ${itemId} and name = ${name} and layer = 'auto' and created_by is null and version = 1`;
}

/** One profile of an item. */
export async function findProfile(
  database: Queryable,
  itemId: string,
  profileId: string,
): Promise<ProfileRow | undefined> {
  const [row] = await database<ProfileRow[]>`
    select * from render_profiles where item_id = ${itemId} and id = ${idParameter(profileId)}`;
  return row;
}

/** The profiles that one link can show are of this size together at most, as JSON. */
const SHOWN_BYTES_MAX = 4_000_000;

/**
 * The default profiles of items, and those listed by name or id (null: all). When they are too much together,
 * default profiles and those of the first items come first.
 */
export async function listShownProfiles(
  database: Queryable,
  itemIds: readonly string[],
  listed: readonly string[] | null,
): Promise<{ profiles: ProfileRow[]; omitted: boolean }> {
  const ids = itemIds as string[];
  const isListed =
    listed === null
      ? database`true`
      : database`is_default or name = any(${listed as string[]}) or id::text = any(${listed as string[]})`;
  const wanted = database`
    select render_profiles.*, count(*) over () as wanted
    from unnest(${ids}::uuid[]) with ordinality as wanted (wanted_id, wanted_place)
    join render_profiles on item_id = wanted_id and (${isListed})
    order by is_default desc, wanted_place, sort_order, created_at, id`;
  const rows = await database<(ProfileRow & { wanted: number })[]>`
    ${rowsWithin(database, wanted, SHOWN_BYTES_MAX)}`;
  return { profiles: [...rows], omitted: rows.length < (rows[0]?.wanted ?? 0) };
}

/** A page of an item's profiles, by sort order and age; it ends early when the rows are large. */
export async function listProfilePage(
  database: Queryable,
  itemId: string,
  offset: number,
): Promise<{ profiles: ProfileRow[]; total: number }> {
  const ordered = database`
    select *, count(*) over () as total from render_profiles where item_id = ${itemId}
    order by sort_order, created_at, id offset ${offset}`;
  const rows = await database<(ProfileRow & { total: number })[]>`${rowsWithin(database, ordered)}`;
  return { profiles: [...rows], total: rows[0]?.total ?? 0 };
}

/** The profiles of items, by sort order and age. */
export async function listProfiles(database: Queryable, itemIds: readonly string[]): Promise<ProfileRow[]> {
  return await database<ProfileRow[]>`
    select * from render_profiles where item_id = any(${itemIds as string[]}) order by sort_order, created_at, id`;
}

/** Changes a profile and raises its version; undefined when it is deleted meanwhile. */
export async function updateProfile(
  database: Database,
  item: AnnouncedItem,
  profileId: string,
  values: Partial<ProfileValues>,
): Promise<ProfileRow | undefined> {
  return await database.begin(async (transaction) => {
    const known = await findProfile(transaction, item.id, profileId);
    if (known === undefined) return undefined;
    if (values.is_default === true) await clearDefault(transaction, item.id);
    if (known.name !== values.name) await makeWay(transaction, item.id, values.name);
    const { config, ...plain } = values;
    const columns = {
      ...plain,
      ...(config === undefined ? {} : { config: transaction.json(config as never) }),
      updated_at: new Date(),
    };
    const [row] = await transaction<ProfileRow[]>`
      update render_profiles set ${transaction(columns as never)}, version = version + 1
      where item_id = ${item.id} and id = ${idParameter(profileId)} returning *`;
    await announceItem(transaction, item, undefined);
    return row;
  });
}

/** Deletes a profile; false when there is none. */
export async function deleteProfile(
  database: Database,
  item: AnnouncedItem,
  profileId: string,
): Promise<boolean> {
  return await database.begin(async (transaction) => {
    const deleted = await transaction`
      delete from render_profiles where item_id = ${item.id} and id = ${idParameter(profileId)} returning id`;
    await announceItem(transaction, item, undefined);
    return deleted.length > 0;
  });
}

async function clearDefault(database: Queryable, itemId: string): Promise<void> {
  await database`update render_profiles set is_default = false where item_id = ${itemId} and is_default`;
}
