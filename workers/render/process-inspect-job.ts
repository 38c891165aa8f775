import type { JobContext } from "../../queue/consume-jobs.ts";
import type { JobPayload } from "../../queue/jobs.ts";
import type { Inspection } from "../../queue/inspections.ts";
import { ownerOfKey } from "../../storage/object-store/asset-href.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Fingerprints } from "../../storage/object-store/fingerprints.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import type { AssetLocator } from "./asset-location.ts";
import { checkStructure } from "./check-structure.ts";
import type { RenderEngine } from "./engine/render-engine.ts";
import { inTurn, type Strikes } from "./in-turn.ts";
import { refusalOf } from "./refusal-of.ts";
import { blamed } from "./store-fault.ts";

interface Parts {
  readonly engine: Pick<RenderEngine, "inspect">;
  readonly locator: AssetLocator;
  readonly objectStore: Pick<ObjectStore, "head" | "getStream">;
  readonly strikes: Strikes;
  /** Large files that are not fit for tiles are converted afterwards. */
  readonly converts: boolean;
  readonly fingerprints: Fingerprints;
  readonly isRemote: boolean;
  readonly logger: Pick<Logger, "warn">;
}

/**
 * Inspects a file of the object store, and keeps its fingerprint; a refusal is a result, not a failure. GDAL
 * opens only files whose structure is sound.
 */
export async function processInspectJob(
  parts: Parts,
  { objectKey, version }: JobPayload<"asset.inspect">,
  context: JobContext,
): Promise<Inspection> {
  const { engine, locator, objectStore, strikes, converts } = parts;
  try {
    await checkStructure(objectStore, objectKey);
    const source = { assetId: objectKey, version, location: locator.locate(objectKey) };
    const raster = await inTurn(strikes, ownerOfKey(objectKey), context, (turn) =>
      engine.inspect(source, { ...turn, isQuick: converts }),
    );
    await keepFingerprint(parts, objectKey, version);
    return { ok: true, raster };
  } catch (thrown) {
    const readsWell = () => parts.fingerprints.readsWell(objectKey);
    const error = await blamed(thrown, context, { isRemote: parts.isRemote, readsWell });
    const { message, code } = refusalOf(error, context);
    return { ok: false, message, code };
  }
}

/** Without a fingerprint the file is drawn all the same, until the store gives it another version. */
async function keepFingerprint(
  { fingerprints, logger }: Pick<Parts, "fingerprints" | "logger">,
  objectKey: string,
  version: string,
): Promise<void> {
  try {
    const fingerprint = await fingerprints.take(objectKey);
    if (fingerprint !== undefined) await fingerprints.keep(version, fingerprint);
  } catch (error) {
    logger.warn({ err: error, objectKey }, "the fingerprint of a file was not kept");
  }
}
