import { startApi } from "../api/start-api.ts";
import { reportFailure } from "../infra/command-line.ts";
import { readEnvironment } from "../infra/environment.ts";
import { runService } from "../infra/run-service.ts";

/** An API process. */
const CLOSE_DEADLINE_MS = 10_000;

try {
  await runService(
    "api",
    readEnvironment,
    CLOSE_DEADLINE_MS,
    async ({ config, logger, lifecycle, metrics }) => {
      const { url } = await startApi(config, logger, lifecycle, metrics);
      logger.info({ url }, "listening");
    },
  );
} catch (error) {
  process.exitCode = reportFailure(error, "");
}
