import { createHash } from "node:crypto";
import { realpathSync, statSync } from "node:fs";
import { basename } from "node:path";
import { runSceneWork, storeFile, storeProduced, type ScenePlace } from "./scene-tools.ts";
import type { CollectionPlan } from "./share-collection.ts";

/** A file of the user that can be shared. */
export interface OwnScene {
  readonly path: string;
  readonly needsConversion: boolean;
  /** Changes when the file does. */
  readonly fingerprint: string;
}

/** Examines a file before anything starts; throws an Error with one line when it cannot be shared. */
export async function examineOwnScene(path: string): Promise<OwnScene> {
  const verdict = await runSceneWork(["examine", path]).catch((error: Error) => ({
    use: "refuse" as const,
    reason: `cannot be read (${error.message})`,
  }));
  if (verdict.use === "refuse") throw new Error(`${path} ${verdict.reason}`);
  const { size, mtimeMs } = statSync(path);
  const identity = `${realpathSync(path)}\n${size}\n${mtimeMs}`;
  const fingerprint = createHash("sha256").update(identity).digest("hex").slice(0, 16);
  return { path, needsConversion: verdict.use === "convert", fingerprint };
}

/**
 * Writes the file into the object store as a COG, unless it exists. Resolves to the plan for sharing and the
 * keys it wrote.
 */
export async function prepareOwnScene(
  scene: OwnScene,
  place: ScenePlace,
): Promise<{ plan: CollectionPlan; rewrittenKeys: ReadonlySet<string> }> {
  const name = basename(scene.path);
  const safeName = name.replace(/\.tiff?$/i, "").replaceAll(/[^\w.-]+/g, "-");
  const objectKey = `organizations/${place.organizationId}/assets/scenes/${scene.fingerprint}/${safeName}.tif`;
  const rewrittenKeys = new Set<string>();
  if ((await place.objectStore.head(objectKey)) === undefined) {
    if (scene.needsConversion) {
      place.log(`converting ${name} to a Cloud-Optimized GeoTIFF, once …`);
      await storeProduced(place, objectKey, (file) => runSceneWork(["convert", scene.path, file]));
    } else await storeFile(place.objectStore, objectKey, scene.path);
    rewrittenKeys.add(objectKey);
  }
  const item = {
    name,
    description: `Shared from ${scene.path}`,
    type: "user_raster",
    datetime: statSync(scene.path).mtime.toISOString(),
    objectKey,
  } as const;
  return { plan: { name, description: "One file.", items: [item], sharesCollection: false }, rewrittenKeys };
}
