import { listAssets, listAssetsOfItems, type AssetRow } from "./assets.ts";
import { findCollection, type CollectionRow } from "./collections.ts";
import { findItem, listItems, type ItemRow } from "./items.ts";
import type { Queryable } from "./postgres.ts";
import { listProfiles, type ProfileRow } from "./profiles.ts";
import type { TargetType } from "./share-links.ts";

/** How many of a collection's items a mosaic looks at, newest first. */
export const MOSAIC_ITEMS_MAX = 1_000;

/** An item with its rasters, of which the first is shown unless a profile names another, and the ways to draw them. */
export interface RasterItem {
  readonly itemId: string;
  readonly assets: readonly AssetRow[];
  readonly profiles: readonly ProfileRow[];
}

/** What a link leads to, as it is now. */
export type ShareTarget =
  | { readonly type: "item"; readonly item: ItemRow; readonly rasters: readonly RasterItem[] }
  | {
      readonly type: "collection";
      readonly collection: CollectionRow;
      readonly items: readonly ItemRow[];
      /** Newest item first: the order in which a mosaic paints, top first. */
      readonly rasters: readonly RasterItem[];
    };

/** Loads what a link leads to; undefined when it is deleted. */
export async function findShareTarget(
  database: Queryable,
  type: TargetType,
  id: string,
): Promise<ShareTarget | undefined> {
  switch (type) {
    case "item": {
      const item = await findItem(database, id);
      if (item === undefined) return undefined;
      return { type, item, rasters: [await findRasterItem(database, id)] };
    }
    case "collection": {
      const collection = await findCollection(database, id);
      if (collection === undefined) return undefined;
      const { items } = await listItems(database, { collectionId: id, limit: MOSAIC_ITEMS_MAX, offset: 0 });
      return { type, collection, items, rasters: await listMosaicRasters(database, id) };
    }
  }
}

/** An item's rasters and profiles. */
export async function findRasterItem(database: Queryable, itemId: string): Promise<RasterItem> {
  const [assets, profiles] = await Promise.all([
    listAssets(database, itemId),
    listProfiles(database, [itemId]),
  ]);
  return { itemId, assets, profiles };
}

async function listMosaicRasters(database: Queryable, collectionId: string): Promise<RasterItem[]> {
  const rows = await database<{ id: string }[]>`
    select id from items where collection_id = ${collectionId} and deleted_at is null
    order by coalesce(datetime, created_at) desc, id desc
    limit ${MOSAIC_ITEMS_MAX}`;
  const ids = rows.map(({ id }) => id);
  const [assets, profiles] = await Promise.all([
    listAssetsOfItems(database, ids),
    listProfiles(database, ids),
  ]);
  const assetsByItem = groupByItem(assets);
  const profilesByItem = groupByItem(profiles);
  return ids.map((itemId) => ({
    itemId,
    assets: assetsByItem.get(itemId) ?? [],
    profiles: profilesByItem.get(itemId) ?? [],
  }));
}

function groupByItem<Row extends { readonly item_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.item_id);
    if (group) group.push(row);
    else groups.set(row.item_id, [row]);
  }
  return groups;
}
