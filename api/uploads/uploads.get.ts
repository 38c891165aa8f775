import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { findArrivedFiles, sumArrivedBytes } from "./arrived-files.ts";
import { isOver } from "./open-upload.ts";
import { presentUpload, uploadOutputSchema } from "./present-upload.ts";

export const uploadsGet = defineOperation({
  id: "uploads.get",
  summary: "An upload, and what has arrived of its files.",
  scope: "uploads:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "UploadGetInput",
  input: z.strictObject({ upload_id: resourceId }),
  outputName: "UploadWithFiles",
  output: uploadOutputSchema.extend({
    files: z.array(
      z.object({
        name: z.string(),
        /** As announced, for a file in parts. */
        total_bytes: z.int().nullable(),
        bytes_uploaded: z.int(),
        part_count: z.int().nullable(),
        parts_left: z.int().nullable(),
      }),
    ),
  }),
  resources: { upload: { kind: "upload", role: "viewer", field: "upload_id" } },
  async run(deps: Pick<Deps, "database" | "objectStore">, _input, { resources: { upload } }) {
    if (isOver(upload)) return { ...presentUpload(upload), files: [] };
    const files = await findArrivedFiles(deps, upload);
    return { ...presentUpload(upload), bytes_uploaded: sumArrivedBytes(files), files };
  },
});
