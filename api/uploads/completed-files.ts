import { completedKey, planParts, uploadedKey } from "../../core/upload.ts";
import { ProblemError } from "../../core/errors.ts";
import { forgetParts, partedObjectOf, type UploadFileRow } from "../../storage/catalog/upload-files.ts";
import type { UploadRow } from "../../storage/catalog/uploads.ts";
import type { PartedObject } from "../../storage/object-store/parted-objects.ts";
import type { Deps } from "../deps.ts";
import { findArrivedParts } from "./parted-file.ts";

type FileDeps = Pick<Deps, "database" | "objectStore" | "logger">;

/** A file on its way to its final key. */
export interface CompletedFile {
  readonly name: string;
  /** Where it lies once it has been completed. */
  readonly objectKey: string;
  /** Of a file that arrives in parts. */
  readonly parts: { readonly object: PartedObject; readonly totalBytes: number } | undefined;
}

/** Where a file goes: one that was sent whole into a folder of this completion. */
export function completedFile(upload: UploadRow, completion: string, row: UploadFileRow): CompletedFile {
  const { name, total_bytes: totalBytes } = row;
  const object = partedObjectOf(row);
  if (object === undefined || totalBytes === null) {
    return { name, objectKey: completedKey(upload, completion, name), parts: undefined };
  }
  return { name, objectKey: object.key, parts: { object, totalBytes } };
}

/** Throws a ProblemError `conflict` that says what is missing. */
export async function requireArrived(
  deps: FileDeps,
  upload: UploadRow,
  files: readonly CompletedFile[],
): Promise<void> {
  let arrived = 0;
  for (const { name, parts } of files) {
    if (parts === undefined) {
      if ((await deps.objectStore.head(uploadedKey(upload, name))) !== undefined) arrived += 1;
      continue;
    }
    const { missing } = await findArrivedParts(deps, parts.object, parts.totalBytes);
    if (missing.length > 0) throw partsMissing(name, missing, planParts(parts.totalBytes).partCount);
    arrived += 1;
  }
  if (arrived === upload.file_count) return;
  throw new ProblemError("conflict", `${arrived} of the upload's ${upload.file_count} files are there.`);
}

function partsMissing(name: string, missing: readonly number[], count: number): ProblemError {
  const shown = missing.slice(0, 5).join(", ") + (missing.length > 5 ? ", …" : "");
  const detail = `${name} lacks ${missing.length} of its ${count} parts (${shown}); uploads.part_urls has their addresses.`;
  return new ProblemError("conflict", detail);
}

/** Brings each file to its final key. Joining twice is fine: what is missing then has been joined. */
export async function settle(
  { objectStore }: FileDeps,
  upload: UploadRow,
  files: readonly CompletedFile[],
): Promise<void> {
  for (const { name, objectKey, parts } of files) {
    if (parts === undefined) {
      if (await objectStore.copy(uploadedKey(upload, name), objectKey)) continue;
      throw new ProblemError("conflict", `${name} has been deleted meanwhile; send it again.`);
    }
    await objectStore.parts.join(parts.object).catch(async (error: unknown) => {
      if ((await objectStore.head(objectKey)) === undefined) throw error;
    });
  }
}

/** Deletes files that cannot be served; a file in parts is sent anew. */
export async function discard(
  deps: FileDeps,
  upload: UploadRow,
  files: readonly CompletedFile[],
): Promise<void> {
  await forgetParts(deps.database, upload.id);
  await deleteEach(
    deps,
    files.map(({ objectKey }) => objectKey),
  );
}

/** What cannot be deleted now is swept later. */
export async function deleteEach({ objectStore, logger }: FileDeps, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await objectStore.delete(key).catch((error: unknown) => {
      logger.warn({ err: error, key }, "a file of an upload is not deleted yet");
    });
  }
}
