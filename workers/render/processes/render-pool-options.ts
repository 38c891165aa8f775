import type { Logger } from "../../../infra/logger.ts";
import type { Sandbox } from "./sandbox.ts";
import type { RenderPoolFigures } from "../../../infra/render-pool-metrics.ts";

/** How a pool of render processes is sized and limited. */
export interface RenderPoolOptions {
  readonly processes: number;
  readonly jobsPerProcess: number;
  /** For one request, from the moment a process works on it. */
  readonly timeoutMs: number;
  /** For one request, while it waits for a process; as long as `timeoutMs` unless given. */
  readonly waitMs?: number;
  /** Resident bytes of a process: beyond them it is killed at once. */
  readonly processBytesMax: number;
  /** Resident bytes after which a process is replaced when it has finished its tasks; 3/4 of the former. */
  readonly replaceBytes?: number;
  /** How processes are kept apart from the machine; no sandbox unless given. */
  readonly sandbox?: Sandbox;
  /** What lists of processes show after the program; `tiles` unless given. */
  readonly label?: string;
  /** Added to the niceness of the processes, so that others get the processor first. */
  readonly niceness?: number;
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
