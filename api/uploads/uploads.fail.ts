import { z } from "zod";
import { uploadFolder } from "../../core/upload.ts";
import { updateUpload } from "../../storage/catalog/uploads.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentUpload, uploadOutputSchema } from "./present-upload.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { dropAllParts } from "./parted-file.ts";
import { uploadIsOver } from "./open-upload.ts";

export const uploadsFail = defineOperation({
  id: "uploads.fail",
  summary: "Mark the session failed.",
  scope: "uploads:write",
  sideEffect: "destructive",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "UploadFailInput",
  input: z.strictObject({
    upload_id: resourceId,
    error_message: text(0, 10_000),
    error_step: text(0, 200).nullable().optional(),
  }),
  outputName: "UploadOutput",
  output: uploadOutputSchema,
  resources: { upload: { kind: "upload", role: "editor", field: "upload_id" } },
  async run(deps: Pick<Deps, "database" | "objectStore" | "limits" | "logger">, input, { resources }) {
    const { objectStore } = deps;
    const row = await updateUpload(deps.database, resources.upload.id, {
      status: "failed",
      error_message: input.error_message,
      error_step: input.error_step ?? null,
    });
    if (row === undefined) throw uploadIsOver();
    await dropAllParts(deps, row);
    // No row refers to the files that had arrived.
    for await (const key of objectStore.list(uploadFolder(row))) await objectStore.delete(key);
    return presentUpload(row);
  },
});
