import type { StatisticsResult } from "../../queue/inspections.ts";
import type { JobPayload } from "../../queue/jobs.ts";
import type { AssetLocator } from "./asset-location.ts";
import type { RenderEngine } from "./engine.ts";
import { RasterRefused } from "./errors.ts";

/** Calculates over a file of the asset store; a refusal is an answer, not a failure. */
export async function processStatisticsJob(
  { engine, locator }: { readonly engine: RenderEngine; readonly locator: AssetLocator },
  { objectKey, version, expression }: JobPayload<"asset.statistics">,
): Promise<StatisticsResult> {
  try {
    const source = { assetId: objectKey, version, location: locator.locate(objectKey) };
    return { ok: true, statistics: await engine.statistics(source, expression) };
  } catch (error) {
    if (error instanceof RasterRefused) return { ok: false, message: error.message };
    throw error;
  }
}
