import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "../../infra/logger.ts";
import type { JobProducer } from "../../queue/job-producer.ts";
import {
  deleteFormerIngests,
  findQuietIngests,
  findUnusedResults,
  noteResultDeleted,
} from "../../storage/catalog/ingests.ts";
import type { Database } from "../../storage/database/database.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";

/** A preparation writes its progress every second: after this long without, its job may be lost. */
const QUIET_MS = 120_000;

/** Rows of one run; the rest waits for the next one. */
const ROWS_MAX = 200;

/** No preparation takes that long: what is older was left by a killed worker. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1_000;

/** What the care for preparations works on. */
export interface MaintenanceParts {
  readonly database: Database;
  readonly objectStore: ObjectStore;
  readonly jobs: JobProducer;
  readonly folder: string;
  readonly logger: Logger;
}

/**
 * Gives preparations that have lost their job another one (one that waits or runs is not doubled), and
 * deletes results that no item shows any more.
 */
export async function maintainIngests(parts: MaintenanceParts): Promise<void> {
  const { database, objectStore, jobs, logger } = parts;
  for (const { id, organization_id: organizationId } of await findQuietIngests(
    database,
    QUIET_MS,
    ROWS_MAX,
  )) {
    await jobs.enqueue("asset.ingest", { ingestId: id }, { deduplicationId: id, organizationId });
  }
  const unused = await findUnusedResults(database, ROWS_MAX);
  for (const { id, result_key: key } of unused) {
    await objectStore.delete(key);
    await noteResultDeleted(database, id);
  }
  if (unused.length > 0) logger.info({ files: unused.length }, "unused prepared files deleted");
  await deleteFormerIngests(database, ROWS_MAX);
  await sweepFolder(parts.folder);
}

/** Removes what killed workers left on this machine. */
async function sweepFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const modified = await stat(path).catch(() => undefined);
    const isAbandoned = modified !== undefined && Date.now() - modified.mtimeMs > ABANDONED_AFTER_MS;
    if (isAbandoned) await rm(path, { recursive: true, force: true });
  }
}
