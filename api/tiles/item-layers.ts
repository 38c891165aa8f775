import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { ExpressionFault } from "../../core/styles/expression.ts";
import { ProfileFault, profileStyle, type ProfileType } from "../../core/styles/profile.ts";
import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { AssetRow } from "../../storage/catalog/assets.ts";
import type { ItemRow } from "../../storage/catalog/items.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { findRasterItem } from "../../storage/links/share-targets.ts";
import { resolveExpression } from "../formulas/resolve-expression.ts";
import { layerOf, planLayers, profileName } from "./plan-layers.ts";

/** How an owner's request draws an item: by a profile, or by settings that a profile could hold. */
export interface ItemDrawing {
  readonly profile?: string | null | undefined;
  readonly asset_key?: string | null | undefined;
  readonly expression?: string | null | undefined;
  /** One band or three, by index or name: `4,3,2`. */
  readonly bands?: string | null | undefined;
  /** `low,high`, or three such pairs one after the other. */
  readonly rescale?: string | null | undefined;
  readonly colormap?: string | null | undefined;
}

/** The layers of an item in a requested drawing; throws an InputError that names the field at fault. */
export async function itemLayers(
  database: Queryable,
  item: ItemRow,
  drawing: ItemDrawing,
): Promise<PlanLayer[]> {
  const found = await findRasterItem(database, item.id);
  const assets = drawing.asset_key
    ? found.assets.filter(({ key }) => key === drawing.asset_key)
    : found.assets;
  if (assets.length === 0 && drawing.asset_key) {
    throw InputError.at("asset_key", "names no asset of the item");
  }
  const [asset] = assets;
  if (asset === undefined) throw new ProblemError("not_found", "The item has no raster to show.");
  const drawn = await drawnLayer(database, item, asset, drawing);
  if (drawn !== undefined) return [drawn];
  const name = profileName(drawing.profile);
  const layers = planLayers([{ ...found, assets }], name === "" ? undefined : name);
  if (layers === undefined) throw InputError.at("profile", "names no profile of the item");
  return layers;
}

/** One file as the request says, if it says anything; throws an InputError that names the field at fault. */
export async function drawnLayer(
  database: Queryable,
  { organization_id: organizationId }: Pick<ItemRow, "organization_id">,
  asset: AssetRow,
  drawing: ItemDrawing,
): Promise<PlanLayer | undefined> {
  const place = { organizationId, raster: asset.raster };
  const config = configOf(await withoutFormula(database, place, drawing));
  return config && adHocLayer(asset, config);
}

/** A drawing with a calculation in place of a formula, in its colours and range unless it says others. */
async function withoutFormula(
  database: Queryable,
  place: Parameters<typeof resolveExpression>[1],
  drawing: ItemDrawing,
): Promise<ItemDrawing> {
  if (!drawing.expression) return drawing;
  try {
    const { expression, formula } = await resolveExpression(database, place, drawing.expression);
    if (formula === undefined) return { ...drawing, expression };
    const rescale = drawing.rescale || formula.value_range.join(",");
    return { ...drawing, expression, rescale, colormap: drawing.colormap || formula.colormap };
  } catch (error) {
    if (error instanceof ExpressionFault) throw InputError.at("expression", error.message);
    throw error;
  }
}

interface AdHocConfig {
  readonly type: ProfileType;
  readonly config: Readonly<Record<string, unknown>>;
}

function configOf({ expression, bands, rescale, colormap }: ItemDrawing): AdHocConfig | undefined {
  if (!expression && !bands && !rescale && !colormap) return undefined;
  const names = bands ? bands.split(",").map((name) => bandOf(name.trim())) : undefined;
  const ranges = rescale ? rangesOf(rescale) : undefined;
  const common = {
    ...(ranges === undefined ? {} : { rescale: ranges.length === 1 ? ranges[0] : ranges }),
    ...(colormap ? { colormap } : {}),
  };
  if (expression) return { type: "expression", config: { expression, ...common } };
  if (names?.length === 1 || colormap)
    return { type: "singleband", config: { band: names?.[0] ?? 1, ...common } };
  return { type: "rgb", config: { ...(names ? { bands: names } : {}), ...common } };
}

function bandOf(name: string): number | string {
  return /^\d+$/.test(name) ? Number(name) : name;
}

function rangesOf(text: string): [number, number][] {
  const numbers = text.split(",").map(Number);
  if (numbers.some((number) => !Number.isFinite(number)) || (numbers.length !== 2 && numbers.length !== 6)) {
    throw InputError.at("rescale", "must be low,high or three such pairs");
  }
  return numbers.flatMap((low, index): [number, number][] =>
    index % 2 === 0 ? [[low, numbers[index + 1]!]] : [],
  );
}

/** The fields of a config have the names of the input, except `band` for `bands`. */
function adHocLayer(asset: AssetRow, { type, config }: AdHocConfig): PlanLayer {
  try {
    return layerOf(asset, profileStyle(type, config, asset.raster));
  } catch (error) {
    const field = (name: string) => name.replace(/^band$/, "bands");
    if (error instanceof ProfileFault) throw InputError.at(field(error.path.split(".")[0]!), error.message);
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    throw InputError.at(field(String(issue?.path[0] ?? "expression")), issue?.message ?? "is not valid");
  }
}
