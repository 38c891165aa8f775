import { JobDeferred, type JobContext } from "../../queue/consume-jobs.ts";
import type { BrokenFiles } from "../../queue/tiles/broken-files.ts";
import type { RunOptions } from "./engine/render-engine.ts";
import { RenderDeferred, RenderProcessCrashed, RenderTimeout } from "./errors.ts";

/** The memory of organizations whose files have cost a process, or its time. */
export type Strikes = Pick<BrokenFiles, "look" | "strike">;

/** How long work waits that exceeds what its organization, which has strikes, may run. */
const DEFERRED_MS = 500;

/**
 * Runs work for an organization: alone in its process on the second attempt, in the organization's turn where
 * it has strikes. Work that costs a process or its whole time is a strike.
 */
export async function inTurn<Result>(
  strikes: Strikes,
  organization: string,
  { attempt }: Pick<JobContext, "attempt">,
  run: (options: RunOptions) => Promise<Result>,
): Promise<Result> {
  const { struck } = await strikes.look({ assetIds: [], zoom: 0, organizations: [organization] });
  try {
    return await run({ alone: attempt > 1, organization, isStruck: struck.length > 0 });
  } catch (error) {
    const isStrike = error instanceof RenderDeferred ? error.isStrike : isCostly(error);
    if (isStrike) await strikes.strike(organization);
    if (error instanceof RenderDeferred) throw new JobDeferred(DEFERRED_MS, { cause: error });
    throw error;
  }
}

const isCostly = (error: unknown): boolean =>
  error instanceof RenderTimeout || error instanceof RenderProcessCrashed;
