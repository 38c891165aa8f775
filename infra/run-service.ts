import type { WorkerConfig } from "./config.ts";
import { tuneV8 } from "./tune-v8.ts";
import { exitWithParent } from "./exit-with-parent.ts";
import { Lifecycle } from "./lifecycle.ts";
import { createLogger, type Logger } from "./logger.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { StartFault } from "./start-fault.ts";

/** The process-wide parts of a server. */
export interface Service<Settings extends WorkerConfig> {
  readonly config: Settings;
  readonly logger: Logger;
  readonly lifecycle: Lifecycle;
  readonly metrics: Metrics;
}

/**
 * Runs a server process: reads its settings, starts it, and ends it as {@link exitWithParent} does. Rejects
 * when a setting is invalid; a failed start is logged, in one line where the cause is known, and ends the
 * process with exit code 1.
 */
export async function runService<Settings extends WorkerConfig>(
  component: string,
  readSettings: () => Settings,
  ending: { readonly closeMs: number; readonly drainMs: (settings: Settings) => number },
  start: (service: Service<Settings>) => Promise<void>,
): Promise<void> {
  // What a server writes (journals, tiles, rasters) is for its own account only.
  process.umask(0o077);
  tuneV8();
  const config = readSettings();
  const logger = createLogger(config, component);
  const lifecycle = new Lifecycle(logger);
  exitWithParent(lifecycle, logger, { closeMs: ending.closeMs, drainMs: ending.drainMs(config) });
  try {
    await start({ config, logger, lifecycle, metrics: createMetrics() });
  } catch (error) {
    if (error instanceof StartFault) logger.fatal(`the process cannot start: ${error.message}`);
    else logger.fatal({ err: error }, "the process cannot start");
    await lifecycle.close();
    process.exit(1);
  }
}
