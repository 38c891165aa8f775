import { readEnvironment } from "../infra/environment.ts";
import { letHeapGrow } from "../infra/heap-growth.ts";
import { exitWithParent, Lifecycle } from "../infra/lifecycle.ts";
import { createLogger } from "../infra/logger.ts";
import { createMetrics } from "../infra/metrics.ts";
import { serveWorkerHealth } from "../infra/worker-health.ts";
import { parsePools } from "../workers/pools.ts";
import { startWorkers } from "../workers/start-workers.ts";

letHeapGrow();
const config = readEnvironment();
const logger = createLogger(config, "workers");
const lifecycle = new Lifecycle(logger);
const metrics = createMetrics();
exitWithParent(lifecycle, logger, 25_000);
try {
  const pools = parsePools(process.argv);
  await startWorkers({ config, logger, lifecycle, metrics }, pools);
  await serveWorkerHealth(config, lifecycle, metrics);
  logger.info({ pools }, "working");
  process.send?.("ready");
} catch (error) {
  logger.fatal({ err: error }, "the workers cannot start");
  await lifecycle.close();
  process.exit(1);
}
