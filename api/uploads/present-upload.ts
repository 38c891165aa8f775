import { z } from "zod";
import type { UploadRow } from "../../storage/catalog/uploads.ts";
import { ingestSchema } from "../items/present-ingest.ts";
import { answeredTimestamp } from "../operations/schemas.ts";
import { toWire } from "../operations/wire.ts";

const uploadRowSchema = z.looseObject({
  id: z.string(),
  project_id: z.string(),
  status: z.string(),
  transfer_method: z.string(),
  file_count: z.int(),
  total_bytes: z.int(),
  bytes_uploaded: z.int(),
  target_collection_id: z.string().nullable(),
  target_item_id: z.string().nullable(),
  asset_key: z.string().nullable(),
  is_categorical: z.boolean(),
  /** The item that the files belong to, once the upload is completed. */
  item_id: z.string().nullable(),
  error_message: z.string().nullable(),
  error_step: z.string().nullable(),
  created_by: z.string().nullable(),
  created_at: answeredTimestamp,
  updated_at: answeredTimestamp,
  completed_at: answeredTimestamp.nullable(),
});

/** An upload as it is answered. */
export const uploadOutputSchema = uploadRowSchema.extend({
  /** How far the files of a completed upload are prepared. */
  ingest: ingestSchema.nullable().optional(),
});

const FIELDS = Object.keys(uploadRowSchema.shape) as (keyof typeof uploadRowSchema.shape)[];

/** See {@link uploadOutputSchema}. */
export function presentUpload(row: UploadRow) {
  return toWire(row, FIELDS);
}
