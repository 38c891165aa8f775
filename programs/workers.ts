import { parseCommandLine, reportFailure } from "../infra/command-line.ts";
import { readWorkerEnvironment } from "../infra/environment.ts";
import { runService } from "../infra/run-service.ts";
import { serveWorkerHealth } from "../infra/worker-health.ts";
import { parsePools, POOLS } from "../workers/pools.ts";
import { startWorkers } from "../workers/start-workers.ts";

/** A worker process with one or more pools. */
const USAGE = `node dist/programs/workers.js --pools ${Object.keys(POOLS).join(",")}   (one or more of them)\n`;
const CLOSE_MS = 25_000;
/** Workers receive no requests: they take no more jobs at once. */
const ENDING = { closeMs: CLOSE_MS, drainMs: () => 0 };

try {
  const { values } = parseCommandLine({ options: { pools: { type: "string" } } });
  const pools = parsePools(values.pools);
  await runService("workers", readWorkerEnvironment, ENDING, async (service) => {
    await serveWorkerHealth(service.config, service.lifecycle, service.metrics);
    await startWorkers(service, pools);
    service.logger.info({ pools }, "working");
    process.send?.("ready");
  });
} catch (error) {
  process.exitCode = reportFailure(error, USAGE);
}
