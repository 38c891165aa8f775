import type { JobContext } from "../../queue/consume-jobs.ts";
import type { StatisticsResult } from "../../queue/inspections.ts";
import type { JobPayload } from "../../queue/jobs.ts";
import type { AssetLocator } from "./asset-location.ts";
import type { RenderEngine } from "./engine/render-engine.ts";
import { refusalOf } from "./refusal-of.ts";

/** Calculates statistics of a file of the object store; a refusal is a result, not a failure. */
export async function processStatisticsJob(
  { engine, locator }: { readonly engine: RenderEngine; readonly locator: AssetLocator },
  { objectKey, version, expression }: JobPayload<"asset.statistics">,
  context: JobContext,
): Promise<StatisticsResult> {
  try {
    const source = { assetId: objectKey, version, location: locator.locate(objectKey) };
    const statistics = await engine.statistics(source, expression, { alone: context.attempt > 1 });
    return { ok: true, statistics };
  } catch (error) {
    return { ok: false, message: refusalOf(error, context).message };
  }
}
