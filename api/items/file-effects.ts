import { z } from "zod";
import { isUnplaced } from "../../core/rasters/ingest-plan.ts";
import { profileStyle } from "../../core/styles/profile.ts";
import type { AssetRow } from "../../storage/catalog/assets.ts";
import type { ItemRow } from "../../storage/catalog/items.ts";
import { isDerived, listProfiles } from "../../storage/catalog/profiles.ts";
import { countLiveLinks } from "../../storage/links/live-links.ts";
import type { Queryable } from "../../storage/database/database.ts";

/** What a change of an item's files means for what is shown of it. */
export const fileEffectsSchema = z.object({
  /** Links that show the item, alone or in its collection, and show the change at once. */
  live_links: z.int(),
  /** Names of profiles that no longer fit: maps in them are drawn automatically. */
  unfit_profiles: z.array(z.string()),
});

type ShownFile = Pick<AssetRow, "key" | "raster">;

/** What changes for links and profiles when an item has these files, in this order. */
export async function findFileEffects(
  database: Queryable,
  item: Pick<ItemRow, "id" | "collection_id">,
  files: readonly ShownFile[],
): Promise<z.output<typeof fileEffectsSchema>> {
  const profiles = await listProfiles(database, [item.id]);
  const unfit = profiles.filter((profile) => {
    const file = files.find(({ key }) => key === profile.asset_key) ?? files[0];
    // Of a file that is still to be prepared nothing is known.
    if (isDerived(profile) || file === undefined || isUnplaced(file.raster)) return false;
    try {
      profileStyle(profile.type, profile.config, file.raster);
      return false;
    } catch {
      return true;
    }
  });
  return {
    live_links: await countLiveLinks(database, item),
    unfit_profiles: unfit.map(({ name }) => name),
  };
}
