import { announceChange } from "../database/change-notices.ts";
import type { Database } from "../database/database.ts";
import { announceItem } from "./announce-item.ts";
import { holdCollection, holdItem } from "./hold-item.ts";
import { readItem, type ItemRow } from "./items.ts";
import { holdProject } from "./projects.ts";

/** Where an item goes. */
export interface ItemPlace {
  readonly projectId: string;
  readonly collectionId: string | null;
}

/**
 * Moves an item to another project, and the links and warm-ups of it with it; a ProblemError when the item or
 * its place is gone meanwhile.
 */
export async function moveItem(
  database: Database,
  item: ItemRow,
  { projectId, collectionId }: ItemPlace,
): Promise<ItemRow> {
  return await database.begin(async (transaction) => {
    await holdProject(transaction, projectId);
    await holdCollection(transaction, collectionId);
    await holdItem(transaction, item);
    await transaction`
      update items set project_id = ${projectId}, collection_id = ${collectionId}, updated_at = now()
      where id = ${item.id}`;
    const links = await transaction<{ id: string }[]>`
      update share_links set project_id = ${projectId}
      where target_type = 'item' and target_id = ${item.id} returning id`;
    for (const { id } of links) await announceChange(transaction, "share_link", id);
    await transaction`
      update warm_ups set project_id = ${projectId} where target_type = 'item' and target_id = ${item.id}`;
    await announceItem(transaction, item, collectionId);
    return await readItem(transaction, item.id);
  });
}
