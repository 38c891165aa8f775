import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { listAssets } from "../../storage/catalog/assets.ts";
import { nameBands } from "../../storage/catalog/item-files.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { fileEffectsSchema, findFileEffects } from "./file-effects.ts";
import { presentAsset } from "./present-item.ts";

export const itemsSetAssetBandNames = defineOperation({
  id: "items.set_asset_band_names",
  summary:
    "Name the bands of a file, for profiles and expressions that name bands. The file itself is not changed; a name that is empty is taken away.",
  scope: "items:write",
  sideEffect: "compute",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "SetBandNamesInput",
  input: z.strictObject({
    item_id: resourceId,
    asset_id: resourceId,
    band_names: z.array(text(0, 100)).max(4_096),
  }),
  outputName: "AssetOutput",
  output: fileEffectsSchema.extend({ id: z.string() }).loose(),
  resources: { item: { kind: "item", role: "editor", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources: { item } }) {
    const assets = await listAssets(database, item.id);
    const asset = assets.find(({ id }) => id === input.asset_id);
    if (asset === undefined) throw new ProblemError("not_found", "The item has no such asset.");
    const names = input.band_names.map((name) => name.trim() || null);
    const { length: count } = asset.raster.bands;
    if (names.length !== count) {
      throw InputError.at("band_names", `must have ${count} names, as the file has bands`);
    }
    const given = names.filter((name) => name !== null);
    if (new Set(given).size !== given.length)
      throw InputError.at("band_names", "must differ from each other");
    const named = await database.begin((transaction) => nameBands(transaction, item, asset, names));
    if (!named) throw new ProblemError("conflict", "The file has been replaced meanwhile.");
    const files = await listAssets(database, item.id);
    const effects = await findFileEffects(database, item, files);
    return { ...presentAsset(files.find(({ id }) => id === asset.id) ?? asset), ...effects };
  },
});
