import { uploadFolder } from "../../core/upload.ts";
import type { Logger } from "../../infra/logger.ts";
import {
  failAbandonedUploads,
  findDueSweeps,
  findKeptObjects,
  noteSweep,
} from "../../storage/catalog/upload-sweeps.ts";
import { forgetParts, listUploadFiles, partedObjectOf } from "../../storage/catalog/upload-files.ts";
import type { Database } from "../../storage/database/database.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";

/** Uploads of one run; the rest waits for the next one, a minute later. */
const UPLOADS_MAX = 200;

/** What the sweep of uploads works on. */
export interface SweepDeps {
  readonly database: Database;
  readonly objectStore: ObjectStore;
  readonly logger: Logger;
}

/**
 * Gives up uploads that nothing happened to for some hours, and deletes files in the folders of ended uploads
 * that no asset refers to: abandoned ones, late arrivals, copies of a killed process, replaced and deleted
 * files.
 */
export async function sweepUploads(deps: SweepDeps, abandonedHours: number): Promise<void> {
  const { database, logger } = deps;
  const abandoned = await failAbandonedUploads(database, abandonedHours, UPLOADS_MAX);
  if (abandoned.length > 0) logger.info({ uploads: abandoned.length }, "abandoned uploads given up");
  for (const upload of await findDueSweeps(database, UPLOADS_MAX)) {
    await dropParts(deps, upload.id);
    const folder = uploadFolder(upload);
    const keys: string[] = [];
    for await (const key of deps.objectStore.list(folder)) keys.push(key);
    const { kept, until } = await findKeptObjects(database, keys);
    const unused = keys.filter((key) => !kept.has(key));
    for (const key of unused) await deps.objectStore.delete(key);
    await noteSweep(database, upload.id, until);
    if (unused.length > 0) logger.info({ upload: upload.id, files: unused.length }, "unused files deleted");
  }
}

/** Gives up what arrived in parts of an upload that ended before they were joined. */
async function dropParts({ database, objectStore }: SweepDeps, uploadId: string): Promise<void> {
  for (const file of await listUploadFiles(database, uploadId)) {
    const object = partedObjectOf(file);
    if (object !== undefined) await objectStore.parts.drop(object);
  }
  await forgetParts(database, uploadId);
}
