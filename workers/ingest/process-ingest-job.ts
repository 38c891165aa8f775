import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { contentVersion } from "../../core/rasters/content-version.ts";
import type { IngestStep } from "../../core/rasters/ingest-state.ts";
import type { Logger } from "../../infra/logger.ts";
import { FinalJobError, JobDeferred, type JobContext } from "../../queue/consume-jobs.ts";
import type { JobPayload } from "../../queue/jobs.ts";
import { findItem } from "../../storage/catalog/items.ts";
import {
  beginIngest,
  findIngest,
  noteIngestProgress,
  requeueIngest,
  type IngestRow,
} from "../../storage/catalog/ingests.ts";
import { endChecked, endUnprepared, swapPrepared } from "../../storage/catalog/prepared-assets.ts";
import type { Database } from "../../storage/database/database.ts";
import { Fingerprints } from "../../storage/object-store/fingerprints.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { checkStructure } from "../render/check-structure.ts";
import { RasterRefused } from "../render/errors.ts";
import type { IngestOutcome } from "./process/run-ingest-process.ts";
import type { IngestedRaster } from "./process/ingest-task.ts";

/** What an ingest job works on. */
export interface IngestParts {
  readonly database: Database;
  readonly objectStore: ObjectStore;
  /** Files are read over a network. */
  readonly isRemote: boolean;
  /** A folder of this machine for what is being written. */
  readonly folder: string;
  readonly timeoutMs: number;
  readonly logger: Logger;
  /** Converts or checks a file in a process of its own. */
  readonly run: (work: IngestWork) => Promise<IngestOutcome>;
}

/** One try of a preparation. */
export interface IngestWork {
  readonly ingest: IngestRow;
  /** The content of a `.prj` file that was sent with it. */
  readonly crsText: string | null;
  /** Where the result is written, in a folder of its own. */
  readonly destination: string;
  readonly signal: AbortSignal;
  readonly onProgress: (step: IngestStep, percent: number) => void;
}

/** While the store is unavailable, a preparation waits; that is no attempt. */
const STORE_WAIT_MS = 30_000;

/** When another worker takes over, or the same one begins anew. */
const SOON_MS = 1_000;

/** How often progress is written down, and a cancellation noticed. */
const PROGRESS_EVERY_MS = 1_000;

const STORED_AT_PERCENT = 92;

/**
 * Prepares a file: converts it where it is not fit for tiles, else reads it to its end. A fault of the file
 * ends the preparation with its reason; any other failure is tried again, from the original.
 */
export async function processIngestJob(
  parts: IngestParts,
  { ingestId }: JobPayload<"asset.ingest">,
  { isLastAttempt }: Pick<JobContext, "isLastAttempt">,
): Promise<void> {
  const { database, logger } = parts;
  const ingest = await beginIngest(database, ingestId);
  if (ingest === undefined) return;
  const giveUp = (message: string) =>
    endUnprepared(database, ingestId, { state: "failed", error_message: message });
  if ((await findItem(database, ingest.item_id)) === undefined) {
    await endUnprepared(database, ingestId, { state: "cancelled", error_message: "The item was deleted." });
    return;
  }
  try {
    await requireStore(parts, ingest);
    const outcome = await prepare(parts, ingest);
    logger.info({ ingest: ingestId, kind: ingest.kind, outcome: outcome.kind }, "file prepared");
    switch (outcome.kind) {
      case "done":
        return;
      case "aborted":
        // It was cancelled and started again at once.
        if ((await findIngest(database, ingestId))?.state === "queued") throw new JobDeferred(SOON_MS);
        return;
      case "stopping":
        throw new JobDeferred(SOON_MS);
      case "refused":
        if (!outcome.isCertain) await requireSecondReading(parts, ingest);
        await giveUp(outcome.message);
        return;
      case "too_long":
        await giveUp(tooLong(parts.timeoutMs));
        return;
      case "failed":
        await requireStore(parts, ingest);
        throw new Error(outcome.message);
    }
  } catch (thrown) {
    const error = await causeOf(parts, ingest, thrown);
    if (error instanceof RasterRefused) {
      await giveUp(error.message);
      return;
    }
    if (error instanceof JobDeferred || !isLastAttempt) {
      await requeueIngest(database, ingestId, stepOf(error));
      throw error;
    }
    await giveUp(GIVEN_UP);
    throw new FinalJobError("The file could not be prepared.", { cause: error });
  }
}

/** What the owner reads when the service, rather than the file, was at fault. */
export const GIVEN_UP =
  "The file could not be prepared after several tries, for a reason that lies in the service; start it again with items.ingest.retry.";

const stepOf = (error: unknown): IngestStep =>
  error instanceof JobDeferred ? "waiting for the store" : "waiting";

function tooLong(timeoutMs: number): string {
  return `Preparing this file took longer than ${Math.round(timeoutMs / 60_000)} minutes. Write it as a COG (gdal_translate -of COG) yourself and register that.`;
}

/** Throws JobDeferred while the store does not answer, RasterRefused for a file that is changed or gone. */
async function requireStore({ objectStore }: IngestParts, ingest: IngestRow): Promise<void> {
  const head = await objectStore.head(ingest.source_key).catch((error: unknown) => {
    throw new JobDeferred(STORE_WAIT_MS, { cause: error });
  });
  if (head !== undefined && contentVersion(ingest.source_key, head.version) === ingest.source_version) return;
  // A copied or restored store gives the same content another version.
  const fingerprints = new Fingerprints(objectStore);
  const registered = await fingerprints.find(ingest.source_version);
  if (registered !== undefined && (await fingerprints.take(ingest.source_key)) === registered) return;
  throw new RasterRefused(
    "changed",
    "The file was changed or removed before it was prepared; register it again.",
  );
}

/** What lies behind a failure: a store that no longer answers, where that is so. */
async function causeOf(parts: IngestParts, ingest: IngestRow, thrown: unknown): Promise<unknown> {
  if (thrown instanceof RasterRefused || thrown instanceof JobDeferred) return thrown;
  return await requireStore(parts, ingest).then(
    () => thrown,
    (cause: unknown) => cause,
  );
}

/**
 * A file that cannot be read is read once more before it is given up, where a network lies between: an
 * interrupted answer looks like a broken file, and the store may answer again by now.
 */
async function requireSecondReading(parts: IngestParts, ingest: IngestRow): Promise<void> {
  if (!parts.isRemote) return;
  await requireStore(parts, ingest);
  if (ingest.attempts <= 1) throw new JobDeferred(SOON_MS);
}

async function prepare(parts: IngestParts, ingest: IngestRow): Promise<IngestOutcome> {
  const { objectStore } = parts;
  // Masks and overviews beside the file are opened by GDAL as well.
  for (const key of ingest.sidecar_keys.filter((name) => /\.(?:msk|ovr)$/i.test(name))) {
    await checkStructure(objectStore, key);
  }
  const scratch = join(parts.folder, `${ingest.id}-${ingest.attempts}`);
  await removeFormerTries(parts.folder, ingest.id);
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  const destination = join(scratch, "prepared.tif");
  const progress = followProgress(parts, ingest.id);
  try {
    const { signal, onProgress } = progress;
    const crsText = await readCrs(objectStore, ingest);
    const outcome = await parts.run({ ingest, crsText, destination, signal, onProgress });
    if (outcome.kind !== "done") return outcome;
    if (ingest.kind === "check") await endChecked(parts.database, ingest.id, outcome.bandStatistics);
    else {
      progress.onProgress("storing", STORED_AT_PERCENT);
      await keep(parts, ingest, destination, outcome);
    }
    return outcome;
  } finally {
    await progress.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

const CRS_BYTES_MAX = 65_536;

async function readCrs(
  objectStore: Pick<ObjectStore, "head" | "get">,
  { sidecar_keys: keys }: IngestRow,
): Promise<string | null> {
  const key = keys.find((name) => /\.prj$/i.test(name));
  const head = key === undefined ? undefined : await objectStore.head(key);
  if (key === undefined || head === undefined || head.bytes > CRS_BYTES_MAX) return null;
  return (await objectStore.get(key))?.toString("utf8") ?? null;
}

/** A worker that was killed during a former try has left its folder. */
async function removeFormerTries(folder: string, id: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith(`${id}-`)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Writes progress down once a second; its signal aborts when the preparation was cancelled. */
function followProgress({ database, logger }: IngestParts, id: string) {
  const controller = new AbortController();
  let latest: { step: IngestStep; percent: number } = { step: "reading", percent: 0 };
  let writing = Promise.resolve();
  const write = async () => {
    const isGoingOn = await noteIngestProgress(database, id, latest.step, latest.percent);
    if (!isGoingOn) controller.abort();
  };
  const timer = setInterval(() => {
    writing = writing.then(write).catch((error: unknown) => {
      logger.warn({ err: error, ingest: id }, "progress not written");
    });
  }, PROGRESS_EVERY_MS);
  return {
    signal: controller.signal,
    onProgress: (step: IngestStep, percent: number) => {
      latest = { step, percent };
    },
    stop: async () => {
      clearInterval(timer);
      await writing;
    },
  };
}

/** Puts the result into the store and in the place of the original; deletes it where it comes too late. */
async function keep(
  { database, objectStore }: IngestParts,
  ingest: IngestRow,
  path: string,
  { raster, bandStatistics }: IngestedRaster,
): Promise<void> {
  const key = resultKey(ingest);
  await objectStore.putFile(key, path, { contentType: "image/tiff" });
  const head = await objectStore.head(key);
  if (head === undefined) throw new Error("the store does not have what was put there");
  const version = contentVersion(key, head.version);
  const fingerprints = new Fingerprints(objectStore);
  await fingerprints.keep(version, (await fingerprints.take(key)) ?? "");
  const isOurs = await swapPrepared(database, ingest, {
    object_key: key,
    version,
    bytes: head.bytes,
    media_type: "image/tiff; application=geotiff; profile=cloud-optimized",
    raster,
    band_statistics: bandStatistics,
  });
  if (!isOurs) await objectStore.delete(key);
}

/** Each try has an object of its own: readers of a former one keep it. */
function resultKey({ organization_id: organization, id, source_key: source, attempts }: IngestRow): string {
  return `organizations/${organization}/prepared/${id}/${attempts}/${basename(source)}`;
}
