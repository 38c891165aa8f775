import type { WorkerConfig } from "../infra/config.ts";
import type { Lifecycle } from "../infra/lifecycle.ts";
import type { Logger } from "../infra/logger.ts";
import type { Metrics } from "../infra/metrics.ts";

/** What a pool is started with. */
export interface PoolContext {
  readonly config: WorkerConfig;
  readonly logger: Logger;
  readonly lifecycle: Lifecycle;
  readonly metrics: Metrics;
}
