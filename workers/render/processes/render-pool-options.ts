import type { Logger } from "../../../infra/logger.ts";
import type { RenderPoolFigures } from "../../../infra/render-pool-metrics.ts";

/** How a pool of render processes is sized and limited. */
export interface RenderPoolOptions {
  readonly processes: number;
  readonly jobsPerProcess: number;
  /** For one request, from the moment a process has it; as long again while it waits for one. */
  readonly timeoutMs: number;
  /** Resident bytes after which a process is replaced when it has finished its tasks. */
  readonly processBytesMax: number;
  readonly gdalCacheMegabytes: number;
  readonly gdalOptions: Readonly<Record<string, string>>;
  readonly logger: Logger;
  /** Open rasters in each process. */
  readonly filesMax?: number;
}

/** The state of a pool, for metrics and health. */
export interface RenderPoolStats extends RenderPoolFigures {
  readonly processes: readonly (RenderPoolFigures["processes"][number] & {
    readonly pid: number | undefined;
  })[];
}
