import type { JobContext } from "../../queue/consume-jobs.ts";
import type { StatisticsResult } from "../../queue/inspections.ts";
import type { JobPayload } from "../../queue/jobs.ts";
import { ownerOfKey } from "../../storage/object-store/asset-href.ts";
import type { AssetLocator } from "./asset-location.ts";
import type { RenderEngine } from "./engine/render-engine.ts";
import { inTurn, type Strikes } from "./in-turn.ts";
import { refusalOf } from "./refusal-of.ts";

interface Parts {
  readonly engine: Pick<RenderEngine, "statistics">;
  readonly locator: AssetLocator;
  readonly strikes: Strikes;
}

/** Calculates statistics of a file of the object store; a refusal is a result, not a failure. */
export async function processStatisticsJob(
  { engine, locator, strikes }: Parts,
  { objectKey, version, expression, histogram }: JobPayload<"asset.statistics">,
  context: JobContext,
): Promise<StatisticsResult> {
  try {
    const source = { assetId: objectKey, version, location: locator.locate(objectKey) };
    const statistics = await inTurn(strikes, ownerOfKey(objectKey), context, (turn) =>
      engine.statistics(source, { expression, histogram }, turn),
    );
    return { ok: true, statistics };
  } catch (error) {
    return { ok: false, message: refusalOf(error, context).message };
  }
}
