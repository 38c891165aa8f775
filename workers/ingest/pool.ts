import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkerConfig } from "../../infra/config.ts";
import { consumeJobs } from "../../queue/consume-jobs.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { JobProducer } from "../../queue/job-producer.ts";
import { keepSchedules } from "../../queue/keep-schedules.ts";
import { countOpenIngests } from "../../storage/catalog/ingests.ts";
import { endUnprepared } from "../../storage/catalog/prepared-assets.ts";
import { openDatabase, requestLimits } from "../../storage/database/database.ts";
import { observeStore } from "../../infra/metrics.ts";
import { openObjectStore } from "../../storage/object-store/open-object-store.ts";
import { parseStoreUrl } from "../../storage/object-store/store-url.ts";
import { announcePool } from "../announce-pool.ts";
import { followPace } from "../job-pace.ts";
import { observeJobs } from "../observe-jobs.ts";
import type { PoolContext } from "../pool-context.ts";
import { createAssetLocator } from "../render/asset-location.ts";
import { openSandbox } from "../render/processes/sandbox.ts";
import { maintainIngests } from "./maintain-ingests.ts";
import { createIngestRunner } from "./ingest-runner.ts";
import { GIVEN_UP, processIngestJob } from "./process-ingest-job.ts";

/** Starts the ingest pool: conversions and checks of registered files, each in a process of its own. */
export async function startIngestPool({ config, logger, lifecycle, metrics }: PoolContext): Promise<void> {
  const database = openDatabase(config.DATABASE_URL, 2, requestLimits(config));
  metrics.watchDatabase("ingest", () => database.figures());
  lifecycle.onClose("ingest database", () => database.end({ timeout: 5 }));
  const objectStore = await openObjectStore(config, observeStore(metrics));
  lifecycle.onClose("ingest object store", () => objectStore.close());
  const connection = openPatientConnection(config, logger);
  lifecycle.onClose("ingest redis", () => connection.disconnect());
  const pace = followPace(observeJobs(metrics));
  announcePool({ config, logger, lifecycle }, connection, "ingest", config.INGEST_PROCESSES, pace.seconds);
  const jobs = new JobProducer(connection, config.REDIS_PREFIX);
  lifecycle.onClose("ingest jobs", () => jobs.close());

  const folder = scratchFolder(config);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const isLocal = parseStoreUrl(config.OBJECT_STORE_URL).kind === "file";
  const view = { mode: config.RENDER_SANDBOX, storeFolder: null, hiddenFolders: [] } as const;
  const sandbox = await openSandbox(isLocal ? { ...view, files: [] } : view, logger);
  const closing = new AbortController();
  const runner = createIngestRunner({
    locator: createAssetLocator(config),
    sandbox,
    view,
    isLocal,
    config,
    closing: closing.signal,
  });
  const parts = {
    database,
    objectStore,
    isRemote: !isLocal,
    folder,
    timeoutMs: config.INGEST_TIMEOUT_SECONDS * 1_000,
    logger,
    run: runner,
  };
  const options = { connection, prefix: config.REDIS_PREFIX, logger, observe: observeJobs(metrics) };
  const consumer = consumeJobs(
    {
      ...options,
      observe: pace.observe,
      name: "asset.ingest",
      concurrency: config.INGEST_PROCESSES,
      onGivenUp: async ({ ingestId }) => {
        await endUnprepared(database, ingestId, { state: "failed", error_message: GIVEN_UP });
      },
    },
    (payload, context) => processIngestJob(parts, payload, context),
  );
  lifecycle.onClose("ingest consumer", async () => {
    // A conversion may take an hour: it begins anew in another worker.
    closing.abort();
    await consumer.close();
  });
  const schedules = await keepSchedules(jobs, "ingest-upkeep", logger);
  lifecycle.onClose("ingest schedules", () => schedules.close());
  const upkeep = consumeJobs({ ...options, name: "ingest.maintain", concurrency: 1 }, async () => {
    await maintainIngests({ database, objectStore, jobs, folder, logger });
    metrics.ingestsWaiting.set(await countOpenIngests(database));
  });
  lifecycle.onClose("ingest upkeep", () => upkeep.close());
}

/** In a directory store, on its file system: there, a result is moved to its key rather than copied. */
function scratchFolder({ INGEST_FOLDER: folder, OBJECT_STORE_URL: url }: WorkerConfig): string {
  if (folder !== undefined) return folder;
  const store = parseStoreUrl(url);
  return store.kind === "file" ? join(store.root, ".ingest") : join(tmpdir(), "geopera-ingest");
}
