import type { JobContext } from "../../queue/consume-jobs.ts";
import { RasterRefused, refuseBroken, refuseSlow, RenderProcessCrashed, RenderTimeout } from "./errors.ts";

/**
 * The refusal that an error means for its file. In the last attempt, a crash means that the file is broken,
 * and a time-out that it is too slow, unless the process waited for something else. Throws any other error.
 */
export function refusalOf(
  error: unknown,
  { isLastAttempt }: Pick<JobContext, "isLastAttempt">,
): RasterRefused {
  if (error instanceof RasterRefused) return error;
  if (error instanceof RenderProcessCrashed && isLastAttempt) return refuseBroken(error);
  if (error instanceof RenderTimeout && isLastAttempt && isFilesFault(error)) return refuseSlow(error);
  throw error;
}

/** A process that calculates for a quarter of its time is neither starved nor waiting for the store. */
const BUSY_SHARE_MIN = 0.25;

/** Whether a time-out says something about the file: the process was at work rather than waiting. */
export function isFilesFault({ busyShare }: RenderTimeout): boolean {
  return busyShare >= BUSY_SHARE_MIN;
}
