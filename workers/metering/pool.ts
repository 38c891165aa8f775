import { hostname } from "node:os";
import { consumeJobs } from "../../queue/consume-jobs.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { JobProducer } from "../../queue/job-producer.ts";
import { consumePartitions } from "../../queue/partitions.ts";
import { LoadReader } from "../../queue/load.ts";
import { keepSchedules } from "../../queue/keep-schedules.ts";
import { UsageStream } from "../../queue/usage-stream.ts";
import { openDatabase, requestLimits } from "../../storage/database/database.ts";
import { observeStore } from "../../infra/metrics.ts";
import { openObjectStore } from "../../storage/object-store/open-object-store.ts";
import { announcePool } from "../announce-pool.ts";
import { observeJobs } from "../observe-jobs.ts";
import type { PoolContext } from "../pool-context.ts";
import { MeteringDrain } from "./metering-drain.ts";
import { reportLoad } from "./report-load.ts";
import { maintainLedger } from "./maintain-ledger.ts";
import { maintainStore } from "./maintain-store.ts";

/**
 * Starts the metering pool: the drain of the usage stream, the hourly care for the ledger's partitions, and
 * the end of what has outlived its retention, every minute.
 */
export async function startMeteringPool({ config, logger, lifecycle, metrics }: PoolContext): Promise<void> {
  const database = openDatabase(config.DATABASE_URL, 1);
  metrics.watchDatabase("metering", () => database.figures());
  lifecycle.onClose("metering database", () => database.end({ timeout: 5 }));
  const recording = openDatabase(config.DATABASE_URL, 1, requestLimits(config));
  lifecycle.onClose("recording database", () => recording.end({ timeout: 5 }));
  const connection = openPatientConnection(config, logger);
  lifecycle.onClose("metering redis", () => connection.disconnect());
  announcePool({ config, logger, lifecycle }, connection, "metering", 1);

  const load = new LoadReader(connection, config.REDIS_PREFIX);
  lifecycle.onClose("load of queues", () => load.close());
  const report = reportLoad(load, metrics, logger);
  lifecycle.onClose("report of load", () => report.close());
  const jobs = new JobProducer(connection, config.REDIS_PREFIX);
  lifecycle.onClose("metering jobs", () => jobs.close());
  const schedules = await keepSchedules(jobs, "usage", logger);
  lifecycle.onClose("metering schedules", () => schedules.close());
  const maintenance = consumeJobs(
    {
      name: "usage.maintain",
      connection,
      prefix: config.REDIS_PREFIX,
      concurrency: 1,
      logger,
      observe: observeJobs(metrics),
    },
    () => maintainLedger(database, Date.now(), logger),
  );
  lifecycle.onClose("metering maintenance", () => maintenance.close());

  const objectStore = await openObjectStore(config, observeStore(metrics));
  lifecycle.onClose("metering object store", () => objectStore.close());
  const ageing = await keepSchedules(jobs, "maintenance", logger);
  lifecycle.onClose("maintenance schedules", () => ageing.close());
  const upkeep = consumeJobs(
    {
      name: "store.maintain",
      connection,
      prefix: config.REDIS_PREFIX,
      concurrency: 1,
      logger,
      observe: observeJobs(metrics),
    },
    () => maintainStore({ database, objectStore, logger }, config, Date.now()),
  );
  lifecycle.onClose("maintenance", () => upkeep.close());

  const drainPartition = (prefix: string) => {
    const blocking = openPatientConnection(config, logger);
    const drain = new MeteringDrain(
      {
        reading: new UsageStream(blocking, prefix),
        acknowledging: new UsageStream(connection, prefix),
        partition: prefix,
        database: recording,
        logger,
        metrics,
        clock: Date.now,
      },
      `${hostname()}:${process.pid}`,
    );
    drain.start();
    return {
      close: async () => {
        await drain.close();
        blocking.disconnect();
      },
    };
  };
  const { REDIS_PREFIX: prefix, REDIS_PARTITIONS: count } = config;
  const drains = await consumePartitions({ connection, prefix, count, logger }, drainPartition);
  lifecycle.onClose("metering drains", () => drains.close());
}
