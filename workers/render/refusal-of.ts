import type { JobContext } from "../../queue/consume-jobs.ts";
import { RasterRefused, refuseBroken, RenderProcessCrashed } from "./errors.ts";

/** What an error says of the file it came from: refused, or broken when it ended a process for the last time. Throws any other error. */
export function refusalOf(
  error: unknown,
  { isLastAttempt }: Pick<JobContext, "isLastAttempt">,
): RasterRefused {
  if (error instanceof RasterRefused) return error;
  if (error instanceof RenderProcessCrashed && isLastAttempt) return refuseBroken(error);
  throw error;
}
