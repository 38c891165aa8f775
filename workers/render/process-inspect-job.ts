import type { JobContext } from "../../queue/consume-jobs.ts";
import type { JobPayload } from "../../queue/jobs.ts";
import type { Inspection } from "../../queue/inspections.ts";
import type { AssetLocator } from "./asset-location.ts";
import type { RenderEngine } from "./engine/render-engine.ts";
import { refusalOf } from "./refusal-of.ts";

/** Inspects a file of the object store; a refusal is a result, not a failure. */
export async function processInspectJob(
  { engine, locator }: { readonly engine: RenderEngine; readonly locator: AssetLocator },
  job: JobPayload<"asset.inspect">,
  context: JobContext,
): Promise<Inspection> {
  try {
    const { objectKey, version } = job;
    const source = { assetId: objectKey, version, location: locator.locate(objectKey) };
    return { ok: true, raster: await engine.inspect(source, { alone: context.attempt > 1 }) };
  } catch (error) {
    return { ok: false, message: refusalOf(error, context).message };
  }
}
