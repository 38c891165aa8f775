import { registerRenderPool } from "../../infra/render-pool-metrics.ts";
import { consumeJobs } from "../../queue/consume-jobs.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { BrokenFiles } from "../../queue/tiles/broken-files.ts";
import { PublishedStyles } from "../../queue/tiles/published-styles.ts";
import { Handover } from "../../queue/tiles/handover.ts";
import { openObjectStore } from "../../storage/object-store/open-object-store.ts";
import { openDatabase, requestLimits } from "../../storage/database/database.ts";
import { TileStore } from "../../storage/tile-store.ts";
import { observeJobs } from "../observe-jobs.ts";
import type { PoolContext } from "../pool-context.ts";
import { createAssetLocator } from "./asset-location.ts";
import { AssetVersions } from "./asset-versions.ts";
import { AssetDirectory } from "./asset-directory.ts";
import { processInspectJob } from "./process-inspect-job.ts";
import { processStatisticsJob } from "./process-statistics-job.ts";
import { processRenderJob } from "./process-render-job.ts";
import { createRenderPool } from "./processes/render-pool.ts";

/** Starts the render pool: child processes with GDAL, and the consumers that feed them. */
export async function startRenderPool({ config, logger, lifecycle, metrics }: PoolContext): Promise<void> {
  const database = openDatabase(config.DATABASE_URL, 2, requestLimits(config));
  lifecycle.onClose("render database", () => database.end({ timeout: 5 }));
  const objectStore = await openObjectStore(config);
  lifecycle.onClose("render object store", () => objectStore.close());
  const connection = openPatientConnection(config, logger);
  lifecycle.onClose("render redis", () => connection.disconnect());

  const locator = createAssetLocator(config);
  const engine = createRenderPool({
    processes: config.RENDER_PROCESSES,
    jobsPerProcess: config.RENDER_JOBS_PER_PROCESS,
    timeoutMs: config.RENDER_TIMEOUT_MS,
    processBytesMax: config.RENDER_PROCESS_BYTES_MAX,
    gdalCacheMegabytes: config.GDAL_CACHE_MEGABYTES,
    gdalOptions: { ...locator.gdalOptions },
    logger,
  });
  lifecycle.onClose("render processes", () => engine.close());
  registerRenderPool(metrics.registry, () => engine.stats());

  const parts = {
    engine,
    locator,
    assets: new AssetDirectory(database),
    versions: new AssetVersions(objectStore),
    objectStore,
    tiles: new TileStore(objectStore),
    handover: new Handover(connection, config.REDIS_PREFIX),
    broken: new BrokenFiles(connection, config.REDIS_PREFIX),
    styles: new PublishedStyles(connection, config.REDIS_PREFIX),
    logger,
  };
  const consumerOptions = {
    connection,
    prefix: config.REDIS_PREFIX,
    logger,
    observe: observeJobs(metrics),
  };
  const renders = consumeJobs(
    {
      ...consumerOptions,
      name: "tile.render",
      concurrency: config.RENDER_PROCESSES * config.RENDER_JOBS_PER_PROCESS,
    },
    (_turn, context) => processRenderJob(parts, context),
  );
  lifecycle.onClose("render consumer", () => renders.close());
  const inspections = consumeJobs(
    { ...consumerOptions, name: "asset.inspect", concurrency: config.RENDER_PROCESSES },
    (payload, context) => processInspectJob(parts, payload, context),
  );
  lifecycle.onClose("inspect consumer", () => inspections.close());
  const statistics = consumeJobs(
    { ...consumerOptions, name: "asset.statistics", concurrency: config.RENDER_PROCESSES },
    (payload, context) => processStatisticsJob(parts, payload, context),
  );
  lifecycle.onClose("statistics consumer", () => statistics.close());
}
