import { createHash } from "node:crypto";
import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { sidecarNames } from "../../core/rasters/sidecars.ts";
import { runSceneWork, storeFile, type ScenePlace } from "./scene-tools.ts";
import type { CollectionPlan } from "./share-collection.ts";

/** A file of the user that can be shared. */
export interface OwnScene {
  readonly path: string;
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
  return { path, fingerprint };
}

/**
 * Writes the file, and those beside it, into the object store, unless they exist; the ingest pool makes it
 * fit for tiles like any other. Resolves to the plan for sharing and the keys it wrote.
 */
export async function prepareOwnScene(
  scene: OwnScene,
  place: ScenePlace,
): Promise<{ plan: CollectionPlan; rewrittenKeys: ReadonlySet<string> }> {
  const name = basename(scene.path);
  const stem = name.replace(/\.[^.]*$/, "");
  const safeStem = stem.replaceAll(/[^\w.-]+/g, "-");
  const folder = `organizations/${place.organizationId}/assets/scenes/${scene.fingerprint}`;
  const keyOf = (fileName: string) => `${folder}/${safeStem}${fileName.slice(stem.length)}`;
  const beside = sidecarNames(name).filter((each) => existsSync(join(dirname(scene.path), each)));
  const rewrittenKeys = new Set<string>();
  for (const each of [...beside, name]) {
    if ((await place.objectStore.head(keyOf(each))) !== undefined) continue;
    await storeFile(place.objectStore, keyOf(each), join(dirname(scene.path), each));
    rewrittenKeys.add(keyOf(each));
  }
  const item = {
    name,
    description: `Shared from ${scene.path}`,
    type: "user_raster",
    datetime: statSync(scene.path).mtime.toISOString(),
    objectKey: keyOf(name),
    sidecarKeys: beside.map(keyOf),
  } as const;
  return { plan: { name, description: "One file.", items: [item], sharesCollection: false }, rewrittenKeys };
}
