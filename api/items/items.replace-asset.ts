import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { listAssets } from "../../storage/catalog/assets.ts";
import { replaceAssets } from "../../storage/catalog/item-files.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { fileEffectsSchema, findFileEffects } from "./file-effects.ts";
import { ingestSchema, itemIngest } from "./present-ingest.ts";
import { presentAsset } from "./present-item.ts";
import { assetInput, registerFile } from "./register-assets.ts";
import { startIngests } from "./start-ingests.ts";

export const itemsReplaceAsset = defineOperation({
  id: "items.replace_asset",
  summary:
    "Put a file of the asset store in the place of one of an item's files: maps and links show it at once, under the same addresses. `preview` says what would change.",
  scope: "items:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "ReplaceAssetInput",
  input: z.strictObject({
    item_id: resourceId,
    /** Absent: the file that is drawn, which is the first one. */
    asset_id: resourceId.nullable().optional(),
    ...assetInput.shape,
    /** Replaces nothing, and answers what would change. */
    preview: z.boolean().default(false),
  }),
  outputName: "ReplaceAssetOutput",
  output: fileEffectsSchema.extend({
    replaced: z.boolean(),
    /** The file that is there now. */
    asset: z.looseObject({ id: z.string(), key: z.string() }),
    ingest: ingestSchema.nullable().optional(),
  }),
  auditedAnswer: ["replaced", "live_links"],
  resources: { item: { kind: "item", role: "editor", field: "item_id" } },
  async run(
    deps: Pick<Deps, "database" | "objectStore" | "jobs" | "config" | "logger" | "clock">,
    input,
    { resources: { item } },
  ) {
    const { database } = deps;
    const assets = await listAssets(database, item.id);
    const former = input.asset_id ? assets.find(({ id }) => id === input.asset_id) : assets[0];
    if (former === undefined) throw new ProblemError("not_found", "The item has no such asset.");
    const project = { id: item.project_id, organization_id: item.organization_id };
    const file = await registerFile(deps, former.key, input, project, ["body"]);
    const files = assets.map((each) => (each.id === former.id ? { ...each, raster: file.raster } : each));
    const effects = await findFileEffects(database, item, files);
    if (input.preview) return { ...effects, replaced: false, asset: presentAsset(former) };
    await database.begin((transaction) => replaceAssets(transaction, item, [file]));
    await startIngests(deps, item.id);
    const now = await listAssets(database, item.id);
    const asset = now.find(({ key }) => key === former.key) ?? former;
    return {
      ...effects,
      replaced: true,
      asset: presentAsset(asset),
      ingest: await itemIngest(deps, item.id),
    };
  },
});
