import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { suggestBandNames } from "../../core/styles/suggest-band-names.ts";
import { listAssets } from "../../storage/catalog/assets.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

export const itemsDetectAssetBands = defineOperation({
  id: "items.detect_asset_bands",
  summary:
    "Suggest names for the bands of a file: those it has, those of its colours, or by how bright its bands are. Nothing is changed.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "DetectBandsInput",
  input: z.strictObject({ item_id: resourceId, asset_id: resourceId }),
  outputName: "DetectBandsOutput",
  output: z.object({
    suggested_band_names: z.array(z.unknown()),
    current_band_names: z.array(z.unknown()),
    method: z.string().default("reflectance_ranking"),
  }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources: { item } }) {
    const assets = await listAssets(database, item.id);
    const asset = assets.find(({ id }) => id === input.asset_id);
    if (asset === undefined) throw new ProblemError("not_found", "The item has no such asset.");
    const { bands } = asset.raster;
    const means = bands.map((_, index) => asset.band_statistics?.[index]?.mean ?? null);
    const { names, method } = suggestBandNames(bands, means);
    return {
      suggested_band_names: names,
      current_band_names: bands.map(({ description }) => description),
      method,
    };
  },
});
