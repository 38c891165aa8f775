import { checkConfig, type WantedProfile } from "../profiles/check-config.ts";
import { configToStore } from "../profiles/config-to-store.ts";
import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { ItemRow } from "../../storage/catalog/items.ts";
import type { Deps } from "../deps.ts";
import { layerOf } from "./plan-layers.ts";

/**
 * An item in a profile that is not saved, with the stretches that it would be saved with; throws an
 * InputError that names the field of the config.
 */
export async function draftLayer(
  deps: Pick<Deps, "database" | "jobs">,
  item: ItemRow,
  profile: WantedProfile,
): Promise<PlanLayer> {
  const config = await configToStore(deps, item, profile);
  const { asset, style } = await checkConfig(deps.database, item, { ...profile, config });
  return layerOf(asset, style);
}
