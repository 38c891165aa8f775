import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { listAssets } from "../../storage/catalog/assets.ts";
import { findItem } from "../../storage/catalog/items.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { fileEffectsSchema, findFileEffects } from "../items/file-effects.ts";
import { presentAsset } from "../items/present-item.ts";
import { ingestSchema, itemIngest } from "../items/present-ingest.ts";
import { presentUpload, uploadOutputSchema } from "./present-upload.ts";
import { resourceId } from "../operations/schemas.ts";
import { completeUpload } from "./complete-upload.ts";

export const uploadsComplete = defineOperation({
  id: "uploads.complete",
  summary: "Finish the session; the file becomes an item asset.",
  scope: "uploads:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: null,
  // The contract requires no field, but no upload can be completed without this one.
  input: z.strictObject({ upload_id: resourceId.optional() }),
  outputName: null,
  output: uploadOutputSchema.extend({
    item_id: z.string(),
    assets: z.array(z.looseObject({ id: z.string(), key: z.string() })),
    /** How far the files are prepared: tiles are drawn once it is `ready`. */
    ingest: ingestSchema.nullable().optional(),
    /** What the files changed of an item that was there before; null for a new item. */
    effects: fileEffectsSchema.nullable(),
  }),
  resources: { upload: { kind: "upload", role: "editor", field: "upload_id" } },
  async run(
    deps: Pick<Deps, "database" | "objectStore" | "jobs" | "limits" | "logger" | "config" | "clock">,
    _input,
    { resources: { upload } },
  ) {
    if (upload === undefined) throw InputError.at("upload_id", "is required", "missing");
    const completed = await completeUpload(deps, upload);
    const assets = await listAssets(deps.database, completed.item_id ?? "");
    const target = completed.target_item_id && (await findItem(deps.database, completed.target_item_id));
    return {
      ...presentUpload(completed),
      item_id: completed.item_id ?? "",
      assets: assets.map(presentAsset),
      ingest: await itemIngest(deps, completed.item_id ?? ""),
      effects: target ? await findFileEffects(deps.database, target, assets) : null,
    };
  },
});
