import type { JobObserver } from "../queue/consume-jobs.ts";

/** How much the newest job counts: the last twenty make up two thirds. */
const NEWEST_SHARE = 0.05;

/** An observer that passes on what it sees, and knows how long jobs took lately. */
export interface JobPace {
  readonly observe: JobObserver;
  /** Seconds, as an exponentially weighted mean; undefined before the first job. */
  readonly seconds: () => number | undefined;
}

/** Follows the time that jobs take. */
export function followPace(observe: JobObserver): JobPace {
  let seconds: number | undefined;
  return {
    observe: (observation) => {
      const took = observation.ranMs / 1_000;
      seconds = seconds === undefined ? took : seconds + NEWEST_SHARE * (took - seconds);
      observe(observation);
    },
    seconds: () => seconds,
  };
}
