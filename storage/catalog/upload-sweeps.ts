import type { Queryable } from "../database/database.ts";

/** Days for which the files of a deleted item stay. */
const DELETED_ITEM_DAYS = 30;

/** An ended upload whose folder is to be swept. */
export interface DueSweep {
  readonly id: string;
  readonly organization_id: string;
}

/** Fails uploads that nothing happened to for some hours; resolves to their ids. */
export async function failAbandonedUploads(
  database: Queryable,
  hours: number,
  limit: number,
): Promise<string[]> {
  const rows = await database<{ id: string }[]>`
    update uploads set status = 'failed', sweep_after = now(), updated_at = now(),
      error_step = 'maintenance', error_message = ${`Nothing happened for ${hours} hours.`}
    where id in (
      select id from uploads
      where status not in ('completed', 'failed') and updated_at < now() - make_interval(hours => ${hours})
      order by updated_at limit ${limit} for update skip locked
    ) and status not in ('completed', 'failed')
    returning id`;
  return rows.map(({ id }) => id);
}

/** Notes that something happened to an upload. */
export async function touchUpload(database: Queryable, id: string): Promise<void> {
  await database`update uploads set updated_at = now() where id = ${id}`;
}

/** Uploads whose sweep is due. */
export async function findDueSweeps(database: Queryable, limit: number): Promise<DueSweep[]> {
  return await database<DueSweep[]>`
    select uploads.id, projects.organization_id from uploads join projects on projects.id = uploads.project_id
    where sweep_after <= now() order by sweep_after limit ${limit}`;
}

/** Of some objects, those that an asset refers to, and when the first of them stops doing so. */
export async function findKeptObjects(
  database: Queryable,
  keys: readonly string[],
): Promise<{ kept: Set<string>; until: Date | null }> {
  const rows = await database<{ object_key: string; until: Date | null }[]>`
    select object_key, deleted_at + make_interval(days => ${DELETED_ITEM_DAYS}) as until
    from assets join items on items.id = assets.item_id
    where object_key = any(${keys as string[]})
      and (deleted_at is null or deleted_at > now() - make_interval(days => ${DELETED_ITEM_DAYS}))`;
  const sidecars = await database<{ object_key: string }[]>`
    select distinct kept.object_key from unnest(${keys as string[]}::text[]) as kept (object_key)
    join ingests on sidecar_keys @> array[kept.object_key] and is_current
    join items on items.id = ingests.item_id
    where deleted_at is null or deleted_at > now() - make_interval(days => ${DELETED_ITEM_DAYS})`;
  const ends = rows.flatMap(({ until }) => (until === null ? [] : [until.getTime()]));
  return {
    kept: new Set([...rows, ...sidecars].map((row) => row.object_key)),
    until: ends.length === 0 ? null : new Date(Math.min(...ends)),
  };
}

/** Notes that an upload has been swept, and when to do so again. */
export async function noteSweep(database: Queryable, id: string, again: Date | null): Promise<void> {
  await database`update uploads set sweep_after = ${again} where id = ${id}`;
}

/** Has the uploads swept that an item's files came from, a day after files of these keys were replaced. */
export async function sweepReplaced(
  transaction: Queryable,
  itemId: string,
  assetKeys: readonly string[],
): Promise<void> {
  await transaction`
    update uploads set sweep_after = least(sweep_after, now() + interval '1 day')
    where id in (
      select upload_of_object(object_key) from assets where item_id = ${itemId} and key = any(${assetKeys as string[]})
    ) and status in ('completed', 'failed')`;
}

/** Has the uploads swept that files of deleted items came from, once they are needed no longer. */
export async function sweepDeletedItems(transaction: Queryable, itemIds: readonly string[]): Promise<void> {
  await transaction`
    update uploads set sweep_after = least(sweep_after, now() + make_interval(days => ${DELETED_ITEM_DAYS}))
    where id in (select upload_of_object(object_key) from assets where item_id = any(${itemIds as string[]}))
      and status in ('completed', 'failed')`;
}
