import { ProblemError } from "../../core/errors.ts";
import { nameFile, uploadedKey } from "../../core/upload.ts";
import { deleteUploadFile, insertUploadFile, listUploadFiles } from "../../storage/catalog/upload-files.ts";
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
  if (known.includes(name)) return;
  const arrived = new Set<string>();
  if (known.length >= upload.file_count) {
    for (const each of known) {
      if ((await objectStore.head(uploadedKey(upload, each))) !== undefined) arrived.add(each);
    }
  }
  await database.begin(async (transaction) => {
    const locked = requireOpen(await lockUpload(transaction, upload.id));
    const names = await listUploadFiles(transaction, upload.id);
    const outcome = nameFile(names, arrived, name, locked.file_count);
    if (outcome.kind === "full") throw hasAllFiles(locked, names);
    if (outcome.kind === "known") return;
    if (outcome.kind === "replaced") await deleteUploadFile(transaction, upload.id, outcome.former);
    await insertUploadFile(transaction, upload.id, name);
  });
}

/** Throws a ProblemError `conflict` when an upload does not expect a file of this name. */
export async function requireExpected(
  { database }: Pick<Deps, "database">,
  upload: UploadRow,
  name: string,
): Promise<void> {
  const names = await listUploadFiles(database, upload.id);
  if (!names.includes(name)) throw hasAllFiles(upload, names);
}

function hasAllFiles(upload: UploadRow, names: readonly string[]): ProblemError {
  const files = names.map((each) => JSON.stringify(each)).join(", ");
  return new ProblemError(
    "conflict",
    `This upload was opened for ${upload.file_count} files and has them: ${files}. Complete it, or initiate another one.`,
  );
}
