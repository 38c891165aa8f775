import { isUnplaced } from "../../core/rasters/ingest-plan.ts";
import { footprintBounds, footprintGeometry } from "../../core/rasters/footprint-geometry.ts";
import type { Queryable } from "../database/database.ts";
import { announceItem } from "./announce-item.ts";
import { listAssets, type AssetRow } from "./assets.ts";
import { holdItem } from "./hold-item.ts";
import { supersedeIngests } from "./ingests.ts";
import { gatherWarnings, insertItemAssets, type ItemRow, type NewItemAsset } from "./items.ts";
import { sweepReplaced } from "./upload-sweeps.ts";

/**
 * Gives an item files, in place of those it has under the same keys; what is drawn first stays first. An item
 * whose place was that of its former file moves to that of the new one.
 */
export async function replaceAssets(
  transaction: Queryable,
  item: ItemRow,
  assets: readonly NewItemAsset[],
): Promise<void> {
  await holdItem(transaction, item);
  const [former] = await listAssets(transaction, item.id);
  const keys = assets.map(({ key }) => key);
  const places = await removeAssets(transaction, item.id, keys);
  await insertItemAssets(transaction, item.id, assets);
  for (const { key, created_at: at } of places) {
    await transaction`update assets set created_at = ${at} where item_id = ${item.id} and key = ${key}`;
  }
  await followFile(transaction, item, former);
  await announceItem(transaction, item, undefined);
}

/** Takes a file from an item, with the original that it was made of. */
export async function deleteAsset(transaction: Queryable, item: ItemRow, key: string): Promise<void> {
  await holdItem(transaction, item);
  const [former] = await listAssets(transaction, item.id);
  await removeAssets(transaction, item.id, [key]);
  await followFile(transaction, item, former);
  await gatherWarnings(transaction, item.id);
  await transaction`update items set updated_at = now() where id = ${item.id}`;
  await announceItem(transaction, item, undefined);
}

/** Their uploads are swept, and their preparations end. Resolves to when each was registered. */
async function removeAssets(
  transaction: Queryable,
  itemId: string,
  named: readonly string[],
): Promise<{ key: string; created_at: Date }[]> {
  const keys = [...named, ...(await originalsOf(transaction, itemId, named))];
  await sweepReplaced(transaction, itemId, keys);
  const removed = await transaction<{ key: string; created_at: Date }[]>`
    delete from assets where item_id = ${itemId} and key = any(${keys}) returning key, created_at`;
  await supersedeIngests(transaction, itemId, keys);
  return removed;
}

/** The keys of originals that prepared files were made of. */
async function originalsOf(
  transaction: Queryable,
  itemId: string,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await transaction<{ key: string }[]>`
    select key from assets where item_id = ${itemId} and key like '%original%' and key <> all(${keys as string[]})
      and object_key in (
        select source_key from ingests
        where item_id = ${itemId} and asset_key = any(${keys as string[]}) and is_current and kind = 'convert'
          and state = 'ready'
      )`;
  return rows.map(({ key }) => key);
}

/** An item whose place was that of its first file gets that of the one that is first now. */
async function followFile(
  transaction: Queryable,
  item: ItemRow,
  former: AssetRow | undefined,
): Promise<void> {
  const bounds = former === undefined ? undefined : footprintBounds(former.raster.footprint);
  if (item.bbox !== null && String(item.bbox) !== String(bounds)) return;
  const [first] = await listAssets(transaction, item.id);
  const raster = first === undefined || isUnplaced(first.raster) ? undefined : first.raster;
  const columns = {
    geometry: raster ? transaction.json(footprintGeometry(raster.footprint) as never) : null,
    bbox: raster ? footprintBounds(raster.footprint) : null,
    updated_at: new Date(),
  };
  await transaction`update items set ${transaction(columns as never)} where id = ${item.id}`;
}

/** Gives the bands of a file names; false when the file was replaced meanwhile. */
export async function nameBands(
  transaction: Queryable,
  item: ItemRow,
  { id, raster }: AssetRow,
  names: readonly (string | null)[],
): Promise<boolean> {
  await holdItem(transaction, item);
  const bands = raster.bands.map((band, index) => ({ ...band, description: names[index] ?? null }));
  const rows = await transaction`
    update assets set raster = jsonb_set(raster, '{bands}', ${transaction.json(bands)})
    where id = ${id} and item_id = ${item.id} and jsonb_array_length(raster -> 'bands') = ${bands.length}
    returning id`;
  if (rows.length === 0) return false;
  await announceItem(transaction, item, undefined);
  return true;
}
