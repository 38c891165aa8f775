import { ProblemError } from "../../core/errors.ts";
import type { UploadRow } from "../../storage/catalog/uploads.ts";

/** Refuses an upload that is over. */
export function requireOpen(upload: UploadRow | undefined): UploadRow {
  if (upload === undefined || upload.status === "completed" || upload.status === "failed") {
    throw uploadIsOver();
  }
  return upload;
}

/** The failure of a call for an upload that is over. */
export function uploadIsOver(): ProblemError {
  return new ProblemError("conflict", "This upload is completed or failed; initiate another one.");
}
