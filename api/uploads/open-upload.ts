import { ProblemError } from "../../core/errors.ts";
import type { UploadRow } from "../../storage/catalog/uploads.ts";

/** Refuses an upload that is over. */
export function requireOpen(upload: UploadRow | undefined): UploadRow {
  if (upload === undefined || isOver(upload)) throw uploadIsOver();
  return upload;
}

/** Whether an upload takes no more files. */
export function isOver(upload: UploadRow | undefined): boolean {
  return upload === undefined || upload.status === "completed" || upload.status === "failed";
}

/** The failure of a call for an upload that is over. */
export function uploadIsOver(): ProblemError {
  return new ProblemError("conflict", "This upload is completed or failed; initiate another one.");
}
