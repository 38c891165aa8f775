import { readEnvironment } from "../infra/environment.ts";
import { letHeapGrow } from "../infra/heap-growth.ts";
import { exitWithParent, Lifecycle } from "../infra/lifecycle.ts";
import { createLogger } from "../infra/logger.ts";
import { createMetrics } from "../infra/metrics.ts";
import { startApi } from "../api/start-api.ts";

letHeapGrow();
const config = readEnvironment();
const logger = createLogger(config, "api");
const lifecycle = new Lifecycle(logger);
exitWithParent(lifecycle, logger);
try {
  const { url } = await startApi(config, logger, lifecycle, createMetrics());
  logger.info({ url }, "listening");
} catch (error) {
  logger.fatal({ err: error }, "the API cannot start");
  await lifecycle.close();
  process.exit(1);
}
