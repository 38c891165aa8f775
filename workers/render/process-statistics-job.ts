import type { JobContext } from "../../queue/consume-jobs.ts";
import type { AreaResult, StatisticsResult } from "../../queue/inspections.ts";
import type { JobPayload } from "../../queue/jobs.ts";
import { ownerOfKey } from "../../storage/object-store/asset-href.ts";
import type { AssetLocator } from "./asset-location.ts";
import type { AreaStatistics } from "./engine/area-statistics.ts";
import type { RenderEngine } from "./engine/render-engine.ts";
import { inTurn, type Strikes } from "./in-turn.ts";
import { refusalOf } from "./refusal-of.ts";

interface Parts {
  readonly engine: Pick<RenderEngine, "statistics" | "areaStatistics">;
  readonly locator: AssetLocator;
  readonly strikes: Strikes;
}

/** Calculates statistics of a file of the object store; a refusal is a result, not a failure. */
export async function processStatisticsJob(
  { engine, locator, strikes }: Parts,
  { objectKey, version, ...task }: JobPayload<"asset.statistics">,
  context: JobContext,
): Promise<StatisticsResult | AreaResult> {
  try {
    const source = { assetId: objectKey, version, location: locator.locate(objectKey) };
    return await inTurn(strikes, ownerOfKey(objectKey), context, async (turn) => {
      if ("polygons" in task) return areaResultOf(await engine.areaStatistics(source, task, turn));
      return { ok: true as const, statistics: await engine.statistics(source, task, turn) };
    });
  } catch (error) {
    return { ok: false, message: refusalOf(error, context).message };
  }
}

function areaResultOf({ reduction, pixels, statistics }: AreaStatistics): AreaResult {
  const found = statistics.map((each) => {
    if (each === null) return null;
    const [low, high] = each.percentiles;
    return { ...each, percentiles: [low, high] satisfies [number, number] };
  });
  return { ok: true, reduction, pixels, statistics: found };
}
