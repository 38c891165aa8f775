import type { JobPayload } from "../../queue/jobs.ts";
import type { Inspection } from "../../queue/inspections.ts";
import type { AssetLocator } from "./asset-location.ts";
import type { RenderEngine } from "./engine.ts";
import { RasterRefused } from "./errors.ts";

/** Looks into a file of the asset store; a refusal is an answer, not a failure. */
export async function processInspectJob(
  { engine, locator }: { readonly engine: RenderEngine; readonly locator: AssetLocator },
  job: JobPayload<"asset.inspect">,
): Promise<Inspection> {
  try {
    const { objectKey, version } = job;
    const source = { assetId: objectKey, version, location: locator.locate(objectKey) };
    return { ok: true, raster: await engine.inspect(source) };
  } catch (error) {
    if (error instanceof RasterRefused) return { ok: false, message: error.message };
    throw error;
  }
}
