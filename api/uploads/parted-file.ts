import { completedKey, missingParts, PARTED_BYTES_MAX, planParts } from "../../core/upload.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { newId } from "../../infra/new-id.ts";
import {
  forgetParts,
  listUploadFiles,
  noteParts,
  partedObjectOf,
  sumArrived,
  type UploadFileRow,
} from "../../storage/catalog/upload-files.ts";
import { lockUpload, type UploadRow } from "../../storage/catalog/uploads.ts";
import type { PartedObject } from "../../storage/object-store/parted-objects.ts";
import type { Deps } from "../deps.ts";
import { requireOpen } from "./open-upload.ts";
import { storageLeft } from "./upload-quota.ts";

type PartDeps = Pick<Deps, "database" | "objectStore" | "limits" | "logger">;

/**
 * The object that an expected file arrives at in parts, begun by the first call. Another size begins it anew:
 * the file has changed. Throws a ProblemError when the organization may not store as much.
 */
export async function beginParts(
  deps: PartDeps,
  upload: UploadRow,
  file: UploadFileRow,
  totalBytes: number,
): Promise<PartedObject> {
  if (totalBytes > PARTED_BYTES_MAX) {
    throw InputError.at("total_bytes", `must be at most ${PARTED_BYTES_MAX}, which is 5 TiB`);
  }
  const begun = partedObjectOf(file);
  if (begun !== undefined && file.total_bytes === totalBytes) return begun;
  const left = await storageLeft(deps, upload);
  if (totalBytes > left.bytes - (await sumArrived(deps.database, upload.id, file.name))) throw left.fault();
  const key = completedKey(upload, newId(), file.name);
  const object = { key, partsId: await deps.objectStore.parts.begin(key) };
  const { chosen, unused } = await deps.database.begin(async (transaction) => {
    requireOpen(await lockUpload(transaction, upload.id));
    const files = await listUploadFiles(transaction, upload.id);
    const current = files.find(({ name }) => name === file.name);
    if (current === undefined) throw new ProblemError("conflict", "Another file has taken this one's place.");
    const other = partedObjectOf(current);
    if (other !== undefined && current.total_bytes === totalBytes) return { chosen: other, unused: object };
    await noteParts(transaction, upload.id, file.name, object, totalBytes);
    return { chosen: object, unused: other };
  });
  if (unused !== undefined) await dropParts(deps, unused);
  return chosen;
}

/** Gives up the parts of a file that is sent whole after all. */
export async function sendWhole(deps: PartDeps, upload: UploadRow, file: UploadFileRow): Promise<void> {
  const object = partedObjectOf(file);
  if (object === undefined) return;
  await forgetParts(deps.database, upload.id, file.name);
  await dropParts(deps, object);
}

/** Gives up what has arrived in parts of an upload that is over. */
export async function dropAllParts(deps: PartDeps, upload: UploadRow): Promise<void> {
  for (const file of await listUploadFiles(deps.database, upload.id)) {
    const object = partedObjectOf(file);
    if (object !== undefined) await dropParts(deps, object);
  }
}

/** What cannot be dropped now is dropped when the upload is swept. */
async function dropParts({ objectStore, logger }: PartDeps, object: PartedObject): Promise<void> {
  await objectStore.parts.drop(object).catch((error: unknown) => {
    logger.warn({ err: error, key: object.key }, "parts of an upload are not dropped yet");
  });
}

/** What of a parted file is there: the parts that have arrived, or all of it when they were joined. */
export interface ArrivedParts {
  readonly missing: readonly number[];
  readonly bytes: number;
  readonly isJoined: boolean;
}

/** Looks which parts of a file have arrived. */
export async function findArrivedParts(
  { objectStore }: Pick<Deps, "objectStore">,
  object: PartedObject,
  totalBytes: number,
): Promise<ArrivedParts> {
  const plan = planParts(totalBytes);
  const parts = await objectStore.parts.list(object);
  if (parts !== undefined && parts.size > 0) {
    const bytes = [...parts.values()].reduce((sum, each) => sum + each, 0);
    return { missing: missingParts(plan, parts), bytes, isJoined: false };
  }
  const joined = await objectStore.head(object.key);
  if (joined !== undefined) return { missing: [], bytes: joined.bytes, isJoined: true };
  return { missing: missingParts(plan, new Map()), bytes: 0, isJoined: false };
}
