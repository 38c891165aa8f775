import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { ExpressionFault } from "../../core/styles/expression.ts";
import { ProfileFault, profileStyle, type ProfileType } from "../../core/styles/profile.ts";
import type { RenderStyle } from "../../core/styles/render-style.ts";
import { listAssets, type AssetRow } from "../../storage/catalog/assets.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { resolveExpression } from "../formulas/resolve-expression.ts";
import { inputFaults } from "../operations/input-faults.ts";

/** A profile, ready to be stored. */
export interface WantedProfile {
  readonly type: ProfileType;
  readonly config: Readonly<Record<string, unknown>>;
  readonly asset_key: string | null;
}

/** A config whose calculations name bands by index, how it draws, and what. */
interface CheckedConfig {
  readonly config: WantedProfile["config"];
  readonly style: RenderStyle;
  readonly asset: AssetRow;
}

/**
 * Checks a config against the raster it will draw; throws an InputError that names the field, as `config.…`
 * or `asset_key`. Formulas in it are replaced by their calculations.
 */
export async function checkConfig(
  database: Queryable,
  item: { readonly id: string; readonly organization_id: string },
  profile: WantedProfile,
): Promise<CheckedConfig> {
  const assets = await listAssets(database, item.id);
  const asset = profile.asset_key === null ? assets[0] : assets.find(({ key }) => key === profile.asset_key);
  if (asset === undefined && profile.asset_key !== null) {
    throw InputError.at("asset_key", "names no asset of the item");
  }
  if (asset === undefined) throw InputError.at("item_id", "names an item without a raster");
  try {
    const place = { organizationId: item.organization_id, raster: asset.raster };
    const config = await withoutFormulas(database, place, profile);
    return { asset, config, style: profileStyle(profile.type, config, asset.raster) };
  } catch (error) {
    if (error instanceof ProfileFault) throw InputError.at(`config.${error.path}`, error.message);
    if (!(error instanceof z.ZodError)) throw error;
    const faults = inputFaults(error, profile.config);
    throw new InputError(
      faults.map((fault) => ({ ...fault, loc: ["body", "config", ...fault.loc.slice(1)] })),
    );
  }
}

/** The config with calculations in place of formulas, in their colours and range unless it has its own. */
async function withoutFormulas(
  database: Queryable,
  place: Parameters<typeof resolveExpression>[1],
  { type, config }: WantedProfile,
): Promise<WantedProfile["config"]> {
  const resolve = async (text: string, path: string) =>
    await resolveExpression(database, place, text).catch((error: unknown) => {
      throw error instanceof ExpressionFault ? new ProfileFault(path, error.message) : error;
    });
  const { expression, expressions } = config;
  if (type === "expression" && typeof expression === "string") {
    const { formula, ...found } = await resolve(expression, "expression");
    if (formula === undefined) return { ...config, ...found };
    return { rescale: formula.value_range, colormap: formula.colormap, ...config, ...found };
  }
  if (type !== "multiband" || !Array.isArray(expressions) || expressions.length !== 3) return config;
  const found = await Promise.all(
    expressions.map(async (text: unknown, index) =>
      typeof text === "string" ? (await resolve(text, `expressions.${index}`)).expression : text,
    ),
  );
  return { ...config, expressions: found };
}
