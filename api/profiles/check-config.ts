import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { ProfileFault, profileStyle, type ProfileType } from "../../core/styles/profile.ts";
import type { RenderStyle } from "../../core/styles/render-style.ts";
import { listAssets, type AssetRow } from "../../storage/catalog/assets.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { inputFaults } from "../operations/input-faults.ts";

/** A profile, ready to be stored. */
export interface WantedProfile {
  readonly type: ProfileType;
  readonly config: Readonly<Record<string, unknown>>;
  readonly asset_key: string | null;
}

/**
 * Checks a config against the raster it will draw; throws an InputError that names the field, as `config.…`
 * or `asset_key`.
 */
export async function checkConfig(
  database: Queryable,
  itemId: string,
  profile: WantedProfile,
): Promise<{ readonly style: RenderStyle; readonly asset: AssetRow }> {
  const assets = await listAssets(database, itemId);
  const asset = profile.asset_key === null ? assets[0] : assets.find(({ key }) => key === profile.asset_key);
  if (asset === undefined && profile.asset_key !== null) {
    throw InputError.at("asset_key", "names no asset of the item");
  }
  if (asset === undefined) throw InputError.at("item_id", "names an item without a raster");
  try {
    return { asset, style: profileStyle(profile.type, profile.config, asset.raster) };
  } catch (error) {
    if (error instanceof ProfileFault) throw InputError.at(`config.${error.path}`, error.message);
    if (!(error instanceof z.ZodError)) throw error;
    const faults = inputFaults(error, profile.config);
    throw new InputError(
      faults.map((fault) => ({ ...fault, loc: ["body", "config", ...fault.loc.slice(1)] })),
    );
  }
}
