import { announceChange } from "../database/change-notices.ts";
import { single, type Database, type Queryable } from "../database/database.ts";
import { sweepDeletedItems } from "./upload-sweeps.ts";

/** What a project holds. */
export interface ProjectContents {
  readonly items: number;
  readonly collections: number;
  /** Links that are neither revoked nor expired. */
  readonly live_links: number;
  /** Of its files and what is read with them. */
  readonly bytes: number;
}

/** What goes with a project. */
export async function findProjectContents(database: Queryable, projectId: string): Promise<ProjectContents> {
  return single(
    await database<ProjectContents[]>`
      select
        (select count(*) from items where project_id = ${projectId} and deleted_at is null) as items,
        (select count(*) from collections where project_id = ${projectId} and deleted_at is null) as collections,
        (select count(*) from share_links
          where project_id = ${projectId} and revoked_at is null and expires_at > now()) as live_links,
        ((select coalesce(sum(assets.bytes), 0) from assets join items on items.id = assets.item_id
          where items.project_id = ${projectId} and items.deleted_at is null)
        + (select coalesce(sum(sidecar_bytes), 0) from ingests join items on items.id = ingests.item_id
          where items.project_id = ${projectId} and items.deleted_at is null and is_current))::bigint as bytes`,
  );
}

/** Items that one transaction deletes: each announces a change. */
const ITEMS_AT_ONCE = 1_000;

/**
 * Deletes a project softly, with its items and collections; open uploads fail. Items go in many transactions
 * before the project does: interrupted, it is deleted by the next call. What came meanwhile goes with the
 * last one.
 */
export async function deleteProject(database: Database, projectId: string): Promise<void> {
  while ((await database.begin((transaction) => deleteItemsOf(transaction, projectId))) === ITEMS_AT_ONCE);
  await database.begin(async (transaction) => {
    await transaction`select from projects where id = ${projectId} for update`;
    const collections = await transaction<{ id: string }[]>`
      update collections set deleted_at = now(), updated_at = now()
      where project_id = ${projectId} and deleted_at is null returning id`;
    for (const { id } of collections) await announceChange(transaction, "collection", id);
    while ((await deleteItemsOf(transaction, projectId)) === ITEMS_AT_ONCE);
    await transaction`
      update uploads set status = 'failed', sweep_after = now() + interval '1 day', updated_at = now(),
        error_step = 'project', error_message = 'The project has been deleted.'
      where project_id = ${projectId} and status not in ('completed', 'failed')`;
    await transaction`
      update projects set deleted_at = now(), updated_at = now() where id = ${projectId} and deleted_at is null`;
  });
}

/** Deletes some items of a project, in the order of ids as others do; the table announces them. */
async function deleteItemsOf(transaction: Queryable, projectId: string): Promise<number> {
  const rows = await transaction<{ id: string }[]>`
    update items set deleted_at = now(), lifecycle_state = 'deleted', updated_at = now()
    where id in (
      select id from items where project_id = ${projectId} and deleted_at is null
      order by id limit ${ITEMS_AT_ONCE} for update
    ) returning id`;
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await sweepDeletedItems(transaction, ids);
  return ids.length;
}
