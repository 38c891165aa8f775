import { newId } from "../../infra/new-id.ts";
import { announceChange } from "../database/change-notices.ts";
import type { Queryable } from "../database/database.ts";
import { gatherWarnings, readItem, type ItemRow } from "./items.ts";

/** What is different of a duplicate. */
export interface DuplicateValues {
  readonly name: string;
  readonly projectId: string;
  readonly collectionId: string | null;
  readonly createdBy: string;
}

/**
 * Makes an item like another one, with its files and profiles; the transaction holds it and its place. Files
 * are not copied in the store: both items refer to the same objects, which stay as long as one of them does.
 */
export async function duplicateItem(
  transaction: Queryable,
  item: ItemRow,
  { name, projectId, collectionId, createdBy }: DuplicateValues,
): Promise<ItemRow> {
  const id = newId();
  await transaction`
    insert into items (id, project_id, collection_id, stac_id, type, geometry, bbox, datetime, start_datetime,
      end_datetime, cloud_cover, gsd, name, description, attribution, properties, stac_extensions, tags,
      order_id, upload_id, job_id, duplicated_from_id, created_by)
    select ${id}, ${projectId}, ${collectionId}, ${newId()}, type, geometry, bbox, datetime, start_datetime,
      end_datetime, cloud_cover, gsd, ${name}, description, attribution, properties, stac_extensions, tags,
      order_id, upload_id, job_id, id, ${createdBy}
    from items where id = ${item.id}`;
  for (const table of ["assets", "render_profiles"] as const) await copyRows(transaction, table, item.id, id);
  await gatherWarnings(transaction, id);
  if (collectionId !== null) await announceChange(transaction, "collection", collectionId);
  return await readItem(transaction, id);
}

const COPIED = {
  assets: "key, object_key, version, bytes, media_type, raster, state, band_statistics, created_at",
  render_profiles:
    "name, layer, type, is_default, sort_order, config, asset_key, version, created_by, created_at, updated_at",
} as const;

async function copyRows(
  transaction: Queryable,
  table: keyof typeof COPIED,
  fromItemId: string,
  toItemId: string,
): Promise<void> {
  const columns = transaction.unsafe(COPIED[table]);
  const rows = await transaction<{ id: string }[]>`
    select id from ${transaction(table)} where item_id = ${fromItemId}`;
  const former = rows.map(({ id }) => id);
  const made = former.map(() => newId());
  await transaction`
    insert into ${transaction(table)} (id, item_id, ${columns})
    select made, ${toItemId}, ${columns}
    from unnest(${former}::uuid[], ${made}::uuid[]) as pairs (former, made) join ${transaction(table)} on id = former`;
}
