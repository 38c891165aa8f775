import type { Logger } from "../../infra/logger.ts";
import type { Metrics } from "../../infra/metrics.ts";
import { LOADED_POOLS, type LoadReader } from "../../queue/load.ts";

const READ_EVERY_MS = 5_000;

type LoadMetrics = Pick<Metrics, "poolWork" | "poolOldestWait" | "poolPlaces" | "poolWorkers">;

/** Reads the load of all pools into the metrics; every metering worker reports the same. */
export function reportLoad(load: LoadReader, metrics: LoadMetrics, logger: Logger): { close(): void } {
  const report = async () => {
    const { pools } = await load.read();
    for (const pool of LOADED_POOLS) {
      const { waiting, active, delayed, failed, oldestWaitSeconds, places, workers } = pools[pool];
      for (const [state, count] of Object.entries({ waiting, active, delayed, failed })) {
        metrics.poolWork.set({ pool, state }, count);
      }
      metrics.poolOldestWait.set({ pool }, oldestWaitSeconds);
      metrics.poolPlaces.set({ pool }, places);
      metrics.poolWorkers.set({ pool }, workers);
    }
  };
  const timer = setInterval(() => {
    report().catch((error: unknown) => logger.debug({ err: error }, "load not read"));
  }, READ_EVERY_MS).unref();
  return { close: () => clearInterval(timer) };
}
