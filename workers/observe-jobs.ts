import type { Metrics } from "../infra/metrics.ts";
import type { JobObserver } from "../queue/consume-jobs.ts";

/** Turns observations of jobs into metrics. */
export function observeJobs(metrics: Pick<Metrics, "jobSeconds" | "jobWaitSeconds">): JobObserver {
  return ({ job, outcome, waitedMs, ranMs }) => {
    metrics.jobSeconds.observe({ job, outcome }, ranMs / 1000);
    metrics.jobWaitSeconds.observe({ job }, waitedMs / 1000);
  };
}
