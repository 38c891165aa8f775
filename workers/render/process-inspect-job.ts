import type { JobContext } from "../../queue/consume-jobs.ts";
import type { JobPayload } from "../../queue/jobs.ts";
import type { Inspection } from "../../queue/inspections.ts";
import { ownerOfKey } from "../../storage/object-store/asset-href.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import type { AssetLocator } from "./asset-location.ts";
import { checkStructure } from "./check-structure.ts";
import type { RenderEngine } from "./engine/render-engine.ts";
import { inTurn, type Strikes } from "./in-turn.ts";
import { refusalOf } from "./refusal-of.ts";

interface Parts {
  readonly engine: Pick<RenderEngine, "inspect">;
  readonly locator: AssetLocator;
  readonly objectStore: Pick<ObjectStore, "head" | "getStream">;
  readonly strikes: Strikes;
  /** Large files that are not fit for tiles are converted afterwards. */
  readonly converts: boolean;
}

/**
 * Inspects a file of the object store; a refusal is a result, not a failure. GDAL opens only files whose
 * structure is sound.
 */
export async function processInspectJob(
  { engine, locator, objectStore, strikes, converts }: Parts,
  { objectKey, version }: JobPayload<"asset.inspect">,
  context: JobContext,
): Promise<Inspection> {
  try {
    await checkStructure(objectStore, objectKey);
    const source = { assetId: objectKey, version, location: locator.locate(objectKey) };
    const raster = await inTurn(strikes, ownerOfKey(objectKey), context, (turn) =>
      engine.inspect(source, { ...turn, isQuick: converts }),
    );
    return { ok: true, raster };
  } catch (error) {
    const { message, code } = refusalOf(error, context);
    return { ok: false, message, code };
  }
}
