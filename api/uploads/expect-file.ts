import { ProblemError } from "../../core/errors.ts";
import { nameFile, uploadedKey } from "../../core/upload.ts";
import {
  deleteUploadFile,
  insertUploadFile,
  listUploadFiles,
  type UploadFileRow,
} from "../../storage/catalog/upload-files.ts";
import { lockUpload, type UploadRow } from "../../storage/catalog/uploads.ts";
import type { Deps } from "../deps.ts";
import { requireOpen } from "./open-upload.ts";

/**
 * Makes a name one of those that an upload expects. Throws a ProblemError `conflict` when as many files as it
 * was opened for have arrived under other names.
 */
export async function expectFile(
  { database, objectStore }: Pick<Deps, "database" | "objectStore">,
  upload: UploadRow,
  name: string,
): Promise<void> {
  const known = await listUploadFiles(database, upload.id);
  if (known.some((each) => each.name === name)) return;
  const arrived = new Set<string>();
  if (known.length >= upload.file_count) {
    for (const file of known) {
      if (file.parts_id !== null || (await objectStore.head(uploadedKey(upload, file.name))) !== undefined) {
        arrived.add(file.name);
      }
    }
  }
  await database.begin(async (transaction) => {
    const locked = requireOpen(await lockUpload(transaction, upload.id));
    const names = (await listUploadFiles(transaction, upload.id)).map((each) => each.name);
    const outcome = nameFile(names, arrived, name, locked.file_count);
    if (outcome.kind === "full") throw hasAllFiles(locked, names);
    if (outcome.kind === "known") return;
    if (outcome.kind === "replaced") await deleteUploadFile(transaction, upload.id, outcome.former);
    await insertUploadFile(transaction, upload.id, name);
  });
}

/** The file of a name; throws a ProblemError `conflict` when the upload does not expect it. */
export async function requireExpected(
  { database }: Pick<Deps, "database">,
  upload: UploadRow,
  name: string,
): Promise<UploadFileRow> {
  const files = await listUploadFiles(database, upload.id);
  const file = files.find((each) => each.name === name);
  if (file !== undefined) return file;
  throw hasAllFiles(
    upload,
    files.map((each) => each.name),
  );
}

function hasAllFiles(upload: UploadRow, names: readonly string[]): ProblemError {
  const files = names.map((each) => JSON.stringify(each)).join(", ");
  return new ProblemError(
    "conflict",
    `This upload was opened for ${upload.file_count} files and has them: ${files}. Complete it, or initiate another one.`,
  );
}
