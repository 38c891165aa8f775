import { parseCommandLine, reportFailure } from "../infra/command-line.ts";
import { readWorkerEnvironment } from "../infra/environment.ts";
import { runService } from "../infra/run-service.ts";
import { serveWorkerHealth } from "../infra/worker-health.ts";
import { parsePools, POOLS } from "../workers/pools.ts";
import { startWorkers } from "../workers/start-workers.ts";

/** A worker process with one or more pools. */
const USAGE = `node dist/programs/workers.js --pools ${Object.keys(POOLS).join(",")}   (one or more of them)\n`;
const CLOSE_DEADLINE_MS = 25_000;

try {
  const { values } = parseCommandLine({ options: { pools: { type: "string" } } });
  const pools = parsePools(values.pools);
  await runService("workers", readWorkerEnvironment, CLOSE_DEADLINE_MS, async (service) => {
    await startWorkers(service, pools);
    await serveWorkerHealth(service.config, service.lifecycle, service.metrics);
    service.logger.info({ pools }, "working");
    process.send?.("ready");
  });
} catch (error) {
  process.exitCode = reportFailure(error, USAGE);
}
