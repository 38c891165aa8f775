import { listAssets, parseAsset, type AssetRow } from "./assets.ts";
import { findCollection, type CollectionRow } from "./collections.ts";
import { findItem, listItems, type ItemRow } from "./items.ts";
import type { Queryable } from "./postgres.ts";
import type { TargetType } from "./share-links.ts";

/** How many of a collection's items a mosaic looks at, newest first. */
export const MOSAIC_ITEMS_MAX = 1_000;

/** An item with the raster that is shown for it. */
export interface RasterItem {
  readonly itemId: string;
  readonly asset: AssetRow;
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
      const assets = await listAssets(database, id);
      return { type, item, rasters: assets.slice(0, 1).map((asset) => ({ itemId: id, asset })) };
    }
    case "collection": {
      const collection = await findCollection(database, id);
      if (collection === undefined) return undefined;
      const { items } = await listItems(database, { collectionId: id, limit: MOSAIC_ITEMS_MAX, offset: 0 });
      return { type, collection, items, rasters: await listMosaicRasters(database, id) };
    }
  }
}

async function listMosaicRasters(database: Queryable, collectionId: string): Promise<RasterItem[]> {
  const rows = await database`
    select first_asset.* from items
    cross join lateral (select * from assets where item_id = items.id order by created_at, id limit 1) as first_asset
    where items.collection_id = ${collectionId} and items.deleted_at is null
    order by coalesce(items.datetime, items.created_at) desc, items.id desc
    limit ${MOSAIC_ITEMS_MAX}`;
  return rows.map((row) => {
    const asset = parseAsset(row);
    return { itemId: asset.item_id, asset };
  });
}
