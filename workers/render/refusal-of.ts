import type { JobContext } from "../../queue/consume-jobs.ts";
import { RasterRefused, refuseBroken, RenderProcessCrashed } from "./errors.ts";

/**
 * The refusal that an error means for its file. A crash in the last attempt means that the file is broken.
 * Throws any other error.
 */
export function refusalOf(
  error: unknown,
  { isLastAttempt }: Pick<JobContext, "isLastAttempt">,
): RasterRefused {
  if (error instanceof RasterRefused) return error;
  if (error instanceof RenderProcessCrashed && isLastAttempt) return refuseBroken(error);
  throw error;
}
