import { derivedProfiles } from "../../core/styles/derived-profiles.ts";
import type { Queryable } from "../database/database.ts";
import { listAssets } from "./assets.ts";
import { insertProfileRow, isDerived, listProfiles } from "./profiles.ts";

/**
 * Gives an item the profiles that suit its first file, in place of those that were derived of a former one.
 * An item with a profile that a person made or changed keeps what it has, and so does one whose file is still
 * being prepared.
 */
export async function deriveProfiles(
  transaction: Queryable,
  itemId: string,
  isCategorical: boolean,
): Promise<void> {
  const known = await listProfiles(transaction, [itemId]);
  const [asset] = await listAssets(transaction, itemId);
  if (asset === undefined || asset.state !== "ready" || known.some((profile) => !isDerived(profile))) return;
  if (known.length > 0) await transaction`delete from render_profiles where item_id = ${itemId}`;
  const [named] = await transaction<{ name: string }[]>`select name from items where id = ${itemId}`;
  const file = asset.object_key.slice(asset.object_key.lastIndexOf("/") + 1);
  const names = [asset.key, file, named?.name ?? ""];
  for (const [place, profile] of derivedProfiles(asset.raster, { names, isCategorical }).entries()) {
    await insertProfileRow(transaction, itemId, {
      ...profile,
      layer: "auto",
      sort_order: place,
      asset_key: asset.key,
      created_by: null,
    });
  }
}
