import { listAssets, listAssetsOfItems, type AssetRow } from "../catalog/assets.ts";
import { findCollection, type CollectionRow } from "../catalog/collections.ts";
import { findItem, listCollectionItemIds, type ItemRow } from "../catalog/items.ts";
import type { Mosaic } from "../../core/tiles/mosaic.ts";
import type { Queryable } from "../database/database.ts";
import { listProfiles, listShownProfiles, type ProfileRow } from "../catalog/profiles.ts";
import type { TargetType } from "./share-links.ts";

/** How many items of a collection a mosaic considers, topmost first. */
export const MOSAIC_ITEMS_MAX = 1_000;

/** How many of so many items a mosaic does not show. */
export function omittedItems(count: number): number {
  return Math.max(0, count - MOSAIC_ITEMS_MAX);
}

/** An item with its rasters and render profiles. The first raster is shown unless a profile names another. */
export interface RasterItem {
  readonly itemId: string;
  readonly assets: readonly AssetRow[];
  readonly profiles: readonly ProfileRow[];
  /** Of an item in a mosaic, the time of its data. */
  readonly datetime?: Date | null;
}

/** The target of a link in its current state. */
export type ShareTarget =
  | { readonly type: "item"; readonly item: ItemRow; readonly rasters: readonly RasterItem[] }
  | {
      readonly type: "collection";
      readonly collection: CollectionRow;
      /** The items that are shown, newest first; their rows are read when they are answered. */
      readonly itemIds: readonly string[];
      /** Profiles of items at the bottom that together were too much: these items are drawn automatically. */
      readonly profilesOmitted: boolean;
      /** The attributions of the items in the mosaic, each once. */
      readonly attributions: readonly string[];
      /** Ordered by the mosaic rule of the collection, topmost first. */
      readonly rasters: readonly RasterItem[];
    };

/**
 * Loads the target of a link, with the default profiles of its items and those that the link lists (null:
 * all); undefined when it is deleted.
 */
export async function findShareTarget(
  database: Queryable,
  type: TargetType,
  id: string,
  listed: readonly string[] | null,
): Promise<ShareTarget | undefined> {
  switch (type) {
    case "item": {
      const item = await findItem(database, id);
      if (item === undefined) return undefined;
      const [assets, { profiles }] = await Promise.all([
        listAssets(database, id),
        listShownProfiles(database, [id], listed),
      ]);
      return { type, item, rasters: [{ itemId: id, assets, profiles }] };
    }
    case "collection": {
      const collection = await findCollection(database, id);
      if (collection === undefined) return undefined;
      const [itemIds, mosaic] = await Promise.all([
        listCollectionItemIds(database, id, MOSAIC_ITEMS_MAX),
        listMosaicRasters(database, collection, listed),
      ]);
      return { type, collection, itemIds, ...mosaic };
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

async function listMosaicRasters(
  database: Queryable,
  collection: CollectionRow,
  listed: readonly string[] | null,
): Promise<{ rasters: RasterItem[]; profilesOmitted: boolean; attributions: string[] }> {
  const rows = await database<{ id: string; attribution: string | null; datetime: Date | null }[]>`
    select id, attribution, coalesce(datetime, start_datetime) as datetime from items where collection_id = ${collection.id} and deleted_at is null
    order by ${stackingOrder(database, collection)}
    limit ${MOSAIC_ITEMS_MAX}`;
  const ids = rows.map(({ id }) => id);
  const [assets, { profiles, omitted }] = await Promise.all([
    listAssetsOfItems(database, ids),
    listShownProfiles(database, ids, listed),
  ]);
  const assetsByItem = groupByItem(assets);
  const profilesByItem = groupByItem(profiles);
  const rasters = rows.map(({ id: itemId, datetime }) => ({
    itemId,
    datetime,
    assets: assetsByItem.get(itemId) ?? [],
    profiles: profilesByItem.get(itemId) ?? [],
  }));
  const attributions = [...new Set(rows.flatMap(({ attribution }) => attribution ?? []))];
  return { rasters, profilesOmitted: omitted, attributions };
}

/** The topmost item first. */
function stackingOrder(database: Queryable, { mosaic_rule: rule, mosaic_property: property }: Mosaic) {
  const latest = database`coalesce(datetime, created_at) desc, id desc`;
  switch (rule) {
    case "last":
      return latest;
    case "first":
      return database`coalesce(datetime, created_at), id`;
    case "highest":
      return database`${numberOf(database, property ?? "")} desc nulls last, ${latest}`;
    case "lowest":
      return database`${numberOf(database, property ?? "")} nulls last, ${latest}`;
  }
}

/** A property of an item as a number; STAC keeps two of them in columns of their own. */
function numberOf(database: Queryable, property: string) {
  if (property === "cloud_cover") return database`cloud_cover`;
  if (property === "gsd") return database`gsd`;
  return database`case jsonb_typeof(properties -> ${property}::text)
    when 'number' then (properties ->> ${property}::text)::double precision end`;
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
