import { startApi } from "../api/start-api.ts";
import { reportFailure } from "../infra/command-line.ts";
import { readEnvironment } from "../infra/environment.ts";
import { runService } from "../infra/run-service.ts";

/** An API process. */
const CLOSE_MS = 20_000;

try {
  await runService(
    "api",
    readEnvironment,
    { closeMs: CLOSE_MS, drainMs: ({ DRAIN_DELAY_MS }) => DRAIN_DELAY_MS },
    async ({ config, logger, lifecycle, metrics }) => {
      const { url } = await startApi(config, logger, lifecycle, metrics);
      logger.info({ url }, "listening");
    },
  );
} catch (error) {
  process.exitCode = reportFailure(error, "");
}
