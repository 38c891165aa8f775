import { createLogger } from "../../infra/logger.ts";
import { createRenderPool } from "../../workers/render/processes/render-pool.ts";
import { longRequest } from "./long-request.ts";

// A process with a busy pool, to be killed by a test: prints the ids of its render processes once they
// render.
const [, , location = ""] = process.argv;
const pool = createRenderPool({
  processes: 2,
  jobsPerProcess: 1,
  timeoutMs: 120_000,
  processBytesMax: 2 ** 31,
  gdalCacheMegabytes: 64,
  gdalOptions: {},
  logger: createLogger({ LOG_LEVEL: "silent" }, "hold-pool"),
});
const source = { assetId: "long", version: "1", location };
const info = await pool.inspect(source);
const requests = [1, 2].map(() => pool.renderBlock(longRequest(source, info)));
const watch = setInterval(() => {
  const { processes } = pool.stats();
  if (processes.length < 2 || processes.some(({ inFlight }) => inFlight === 0)) return;
  clearInterval(watch);
  process.stdout.write(`${JSON.stringify(processes.map(({ pid }) => pid))}\n`);
}, 20);
await Promise.allSettled(requests);
