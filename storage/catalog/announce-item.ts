import { announceChange } from "../database/change-notices.ts";
import type { Queryable } from "../database/database.ts";

/** What an announcement names of an item. */
export interface AnnouncedItem {
  readonly id: string;
  readonly collection_id: string | null;
}

/** Announces that an item, and what its collections show, has changed. */
export async function announceItem(
  database: Queryable,
  item: AnnouncedItem,
  newCollectionId: string | null | undefined,
): Promise<void> {
  await announceChange(database, "item", item.id);
  const collections = new Set([item.collection_id, newCollectionId]);
  for (const id of collections) if (typeof id === "string") await announceChange(database, "collection", id);
}
