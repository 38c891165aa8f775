import { QuietTime } from "../../infra/quiet-time.ts";
import { WeightedSlots } from "../../infra/weighted-slots.ts";
import {
  registerRenderPool,
  registerSandbox,
  type RenderPoolFigures,
} from "../../infra/render-pool-metrics.ts";
import { consumeJobs, type Consumer } from "../../queue/consume-jobs.ts";
import { JobProducer } from "../../queue/job-producer.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { BrokenFiles } from "../../queue/tiles/broken-files.ts";
import { consumePartitions, partitionOf, partitionPrefixes } from "../../queue/partitions.ts";
import { createStyleMemory, PublishedStyles } from "../../queue/tiles/published-styles.ts";
import { Handover } from "../../queue/tiles/handover.ts";
import { Fingerprints } from "../../storage/object-store/fingerprints.ts";
import { observeStore } from "../../infra/metrics.ts";
import { openObjectStore } from "../../storage/object-store/open-object-store.ts";
import { parseStoreUrl } from "../../storage/object-store/store-url.ts";
import { openDatabase, requestLimits } from "../../storage/database/database.ts";
import { openTileStore } from "../../storage/tiles/open-tile-store.ts";
import { GuardedObjects, logsStore } from "../../storage/tiles/tile-store.ts";
import { IdleJobs } from "../../queue/tiles/idle-jobs.ts";
import { DirectSender } from "../../queue/tiles/direct-sender.ts";
import { RedisStoredNames } from "../../queue/tiles/stored-names.ts";
import { announcePool } from "../announce-pool.ts";
import { followPace } from "../job-pace.ts";
import { observeJobs } from "../observe-jobs.ts";
import type { PoolContext } from "../pool-context.ts";
import { openEngines, type Engines } from "./open-engines.ts";
import { RenderFollower } from "./render-follower.ts";
import { openExporter } from "../../infra/trails/open-exporter.ts";
import { Explanations } from "../../queue/explanations.ts";
import { createScratchMemory } from "./kernels/scratch.ts";
import { createAssetLocator } from "./asset-location.ts";
import { AssetVersions } from "./asset-versions.ts";
import { AssetDirectory } from "./asset-directory.ts";
import type { Strikes } from "./in-turn.ts";
import { processInspectJob } from "./process-inspect-job.ts";
import { processStatisticsJob } from "./process-statistics-job.ts";
import { TileKeeper } from "./tile-keeper.ts";
import { processRenderJob, processWarmJob } from "./process-render-job.ts";

/** Starts the render pool: child processes with GDAL, and the consumers that feed them. */
export async function startRenderPool({ config, logger, lifecycle, metrics }: PoolContext): Promise<void> {
  const database = openDatabase(config.DATABASE_URL, 2, requestLimits(config));
  metrics.watchDatabase("render", () => database.figures());
  lifecycle.onClose("render database", () => database.end({ timeout: 5 }));
  const objectStore = await openObjectStore(config, observeStore(metrics));
  lifecycle.onClose("render object store", () => objectStore.close());
  const connection = openPatientConnection(config, logger);
  lifecycle.onClose("render redis", () => connection.disconnect());

  const locator = createAssetLocator(config);
  const engines = await openEngines(config, locator.gdalOptions, logger);
  lifecycle.onClose("render processes", () => engines.tiles.close());
  lifecycle.onClose("inspect processes", () => engines.inspections.close());
  registerRenderPool(metrics.registry, () => joinStats(engines));
  registerSandbox(metrics.registry, engines.sandbox.kind !== "none");

  const parts = {
    engine: engines.tiles,
    locator,
    assets: new AssetDirectory(database),
    versions: new AssetVersions(objectStore),
    isRemote: parseStoreUrl(config.OBJECT_STORE_URL).kind !== "file",
    scratch: createScratchMemory(),
    stages: metrics.tileStageSeconds,
    follower: new RenderFollower({
      explanations: new Explanations(connection, config.REDIS_PREFIX),
      exporter: await openExporter(config, "workers", { logger, lifecycle }),
      slowMs: config.EXPLAIN_SLOW_MS,
    }),
    logger,
  };
  // What a worker takes before it can draw would wait here, while another worker has room.
  await Promise.all([engines.tiles.started, engines.inspections.started]);
  const consumerOptions = {
    connection,
    prefix: config.REDIS_PREFIX,
    logger,
    observe: observeJobs(metrics),
  };
  const pace = followPace(consumerOptions.observe);
  const concurrency = config.RENDER_PROCESSES * config.RENDER_JOBS_PER_PROCESS;
  const slots = new WeightedSlots(concurrency);
  // One process stays free of work in the background. With one process, a viewer waits for one block of it.
  const inBackgroundMax = Math.max(1, config.RENDER_PROCESSES - 1);
  const backgroundSlots = new WeightedSlots(inBackgroundMax);
  const quiet = new QuietTime();
  const subscription = openPatientConnection(config, logger);
  lifecycle.onClose("render wake-ups", () => subscription.disconnect());
  const idle = new IdleJobs(subscription);
  const styleMemory = createStyleMemory();
  const tileObjects = new GuardedObjects(objectStore, logsStore(logger));
  const sender = new DirectSender();
  lifecycle.onClose("tiles to be sent", () => sender.close());
  const closers: (() => Promise<void>)[] = [];
  lifecycle.onClose(
    "tiles to be stored",
    async () => void (await Promise.all(closers.map((close) => close()))),
  );
  const consumePartition = (prefix: string) => {
    const handover = new Handover(connection, prefix);
    const broken = new BrokenFiles(connection, prefix);
    const styles = new PublishedStyles(connection, prefix, styleMemory);
    const names = new RedisStoredNames(connection, [prefix]);
    const tiles = openTileStore(config, tileObjects, names);
    const keeper = new TileKeeper({ tiles, handover, stages: metrics.tileStageSeconds, logger });
    closers.push(
      () => keeper.close(),
      async () => names.close(),
      () => producer.close(),
    );
    const producer = new JobProducer(connection, prefix);
    idle.follow(handover.wakeChannels).catch((error: unknown) => {
      logger.error({ err: error }, "render jobs cannot be woken, and end without waiting");
    });
    const ofPartition = {
      ...parts,
      sender,
      handedOver: metrics.handedOver,
      tiles,
      keeper,
      handover,
      broken,
      styles,
    };
    // Any partition may use all places; together they have one worker's, and each organization its share.
    const inSlot = <Result>(work: () => Promise<Result>) =>
      slots.run(prefix, () => handover.organizationsWaiting + 1, work);
    return joinConsumers([
      consumeJobs(
        { ...consumerOptions, observe: pace.observe, prefix, name: "tile.render", concurrency },
        (_turn, context) =>
          processRenderJob(ofPartition, context, {
            inTurn: (render) => quiet.run(() => inSlot(render)),
            idle,
            leaveRest: () => producer.enqueue("tile.render", {}),
          }),
      ),
      consumeJobs(
        { ...consumerOptions, prefix, name: "tile.warm", concurrency: inBackgroundMax },
        (_turn, context) =>
          backgroundSlots.run(
            prefix,
            () => 1,
            async () => {
              await quiet.wait();
              return await inSlot(() => processWarmJob(ofPartition, context));
            },
          ),
      ),
    ]);
  };
  const { REDIS_PREFIX: prefix, REDIS_PARTITIONS: count } = config;
  const renders = await consumePartitions({ connection, prefix, count, logger }, consumePartition);
  lifecycle.onClose("render consumers", async () => {
    idle.close();
    await renders.close();
  });
  announcePool({ config, logger, lifecycle }, connection, "render", concurrency, pace.seconds);

  const inspectParts = {
    engine: engines.inspections,
    locator,
    objectStore,
    strikes: strikesByPartition(
      partitionPrefixes(prefix, count).map((each) => new BrokenFiles(connection, each)),
    ),
    converts: config.INGEST_CONVERTS,
    fingerprints: new Fingerprints(objectStore),
    isRemote: parts.isRemote,
    logger,
  };
  const inspections = consumeJobs(
    { ...consumerOptions, name: "asset.inspect", concurrency: config.INSPECT_PROCESSES },
    (payload, context) => processInspectJob(inspectParts, payload, context),
  );
  lifecycle.onClose("inspect consumer", () => inspections.close());
  const statistics = consumeJobs(
    { ...consumerOptions, name: "asset.statistics", concurrency: config.INSPECT_PROCESSES },
    (payload, context) => processStatisticsJob(inspectParts, payload, context),
  );
  lifecycle.onClose("statistics consumer", () => statistics.close());
}

function joinConsumers(consumers: readonly Consumer[]): Consumer {
  return { close: async () => void (await Promise.all(consumers.map((consumer) => consumer.close()))) };
}

/** Strikes of an organization lie in its partition, where its renders look. */
function strikesByPartition(memories: readonly BrokenFiles[]): Strikes {
  const of = (organization = "") => memories[partitionOf(organization, memories.length)]!;
  return {
    look: (reading) => of(reading.organizations[0]).look(reading),
    strike: (organization) => of(organization).strike(organization),
  };
}

/** Both kinds of processes as one, for the metrics. */
function joinStats({ tiles, inspections }: Engines): RenderPoolFigures {
  const [a, b] = [tiles.stats(), inspections.stats()];
  return {
    processes: [...a.processes, ...b.processes],
    waiting: a.waiting + b.waiting,
    crashes: a.crashes + b.crashes,
    timeouts: a.timeouts + b.timeouts,
    replacements: a.replacements + b.replacements,
  };
}
