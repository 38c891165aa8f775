import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { listAssets } from "../../storage/catalog/assets.ts";
import { deleteAsset } from "../../storage/catalog/item-files.ts";
import type { Deps } from "../deps.ts";
import { fileEffectsSchema, findFileEffects } from "../items/file-effects.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

export const assetsDelete = defineOperation({
  id: "assets.delete",
  summary:
    "Delete a file of an item, with the original that it was made of. The next file is drawn then, or nothing. `preview` says what would change.",
  scope: "items:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "AssetDeleteInput",
  input: z.strictObject({
    item_id: resourceId,
    asset_id: resourceId,
    /** Deletes nothing, and answers what would change. */
    preview: z.boolean().default(false),
  }),
  outputName: "AssetDeleteOutput",
  output: fileEffectsSchema.extend({ id: z.string().nullable().optional(), deleted: z.boolean() }).loose(),
  auditedAnswer: ["deleted", "live_links"],
  resources: { item: { kind: "item", role: "editor", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources: { item } }) {
    const assets = await listAssets(database, item.id);
    const asset = assets.find(({ id }) => id === input.asset_id);
    if (asset === undefined) throw new ProblemError("not_found", "The item has no such asset.");
    const left = assets.filter(({ id }) => id !== asset.id);
    const effects = await findFileEffects(database, item, left);
    if (!input.preview) {
      await database.begin((transaction) => deleteAsset(transaction, item, asset.key));
    }
    return { id: asset.id, deleted: !input.preview, ...effects };
  },
});
