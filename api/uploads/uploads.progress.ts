import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { updateUpload } from "../../storage/catalog/uploads.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentUpload, uploadOutputSchema } from "./present-upload.ts";
import { resourceId } from "../operations/schemas.ts";
import { findArrivedFiles, sumArrivedBytes } from "./arrived-files.ts";
import { isOver, requireOpen } from "./open-upload.ts";
import { itemIngest } from "../items/present-ingest.ts";

/** The statuses that a client may report of an unfinished upload; its end has operations of its own. */
const REPORTABLE = ["open", "uploading", "processing"] as const;

export const uploadsProgress = defineOperation({
  id: "uploads.progress",
  summary: "Report progress, or learn how far a completed upload is prepared.",
  scope: "uploads:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "UploadProgressInput",
  input: z.strictObject({
    upload_id: resourceId,
    status: z
      .string()
      .nullable()
      .optional()
      .meta({ examples: [...REPORTABLE] }),
    bytes_uploaded: z.int().nullable().optional(),
  }),
  outputName: "UploadOutput",
  output: uploadOutputSchema,
  resources: { upload: { kind: "upload", role: "editor", field: "upload_id" } },
  async run(deps: Pick<Deps, "database" | "clock" | "objectStore">, input, { resources }) {
    const isReport = typeof input.status === "string" || typeof input.bytes_uploaded === "number";
    if (isOver(resources.upload) && !isReport) {
      const { item_id: itemId } = resources.upload;
      const ingest = itemId === null ? null : await itemIngest(deps, itemId);
      return { ...presentUpload(resources.upload), ingest };
    }
    const status = REPORTABLE.find((known) => known === input.status);
    if (typeof input.status === "string" && status === undefined) {
      throw InputError.at("status", `must be one of ${REPORTABLE.join(", ")}`);
    }
    const bytes = input.bytes_uploaded ?? undefined;
    if (bytes !== undefined && bytes < 0) throw InputError.at("bytes_uploaded", "must not be negative");
    const row = await updateUpload(deps.database, resources.upload.id, {
      ...(status === undefined ? {} : { status }),
      ...(bytes === undefined ? {} : { bytes_uploaded: bytes }),
    });
    const upload = requireOpen(row);
    // What the client reports is its own view; without a report the answer is what has arrived.
    const arrived = bytes ?? sumArrivedBytes(await findArrivedFiles(deps, upload));
    return { ...presentUpload(upload), bytes_uploaded: arrived };
  },
});
