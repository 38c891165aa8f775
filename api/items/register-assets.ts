import { z } from "zod";
import { contentVersion } from "../../core/rasters/content-version.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { sidecarNames } from "../../core/rasters/sidecars.ts";
import { requestInspection } from "../../queue/inspections.ts";
import { uploadIdOf } from "../../core/upload.ts";
import type { ProjectRow } from "../../storage/catalog/projects.ts";
import { listPrefixesOf } from "../../storage/catalog/store-prefixes.ts";
import { findUpload } from "../../storage/catalog/uploads.ts";
import type { NewItemAsset } from "../../storage/catalog/items.ts";
import { resolveAssetHref } from "../../storage/object-store/asset-href.ts";
import type { Deps } from "../deps.ts";
import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { isUnplaced, planIngest, unplacedRaster } from "../../core/rasters/ingest-plan.ts";
import { text } from "../operations/schemas.ts";
import { findUnreadSidecars, sidecarHint, sidecarWarnings } from "./unread-sidecars.ts";

/** How long the inspection of a client's files may take. */
const INSPECTION_DEADLINE_MS = 20_000;

/** A file of an item, and what lies beside it: see {@link assetsInput}. */
export const assetInput = z.strictObject({
  href: text(1, 2_000),
  sidecars: z.array(text(1, 2_000)).max(10).optional(),
});

/**
 * Files of a new item by key: each `href` is an object key or a URL inside the configured asset store.
 * `sidecars` are read with the file when it is prepared; they lie in its folder, under the names that GDAL
 * looks for.
 */
export const assetsInput = z
  .record(text(1, 100), assetInput)
  .refine((assets) => Object.keys(assets).length <= 20, { message: "at most 20 assets" });

/** One answer for what is not there and for what the caller may not read: it tells nothing of the store. */
const NO_SUCH_FILE =
  "names no file that this project may read: it must lie below organizations/{organization id}/, in a folder mapped to the organization, or in an upload of the project";

/**
 * Inspects every file and describes it for registration. Throws an InputError that names the asset when the
 * project may not read a file, or when it is missing or no raster that can be served.
 */
export async function registerAssets(
  deps: Pick<Deps, "database" | "objectStore" | "jobs" | "config">,
  assets: z.output<typeof assetsInput>,
  project: ReadingProject,
): Promise<NewItemAsset[]> {
  const registered: NewItemAsset[] = [];
  for (const [key, file] of Object.entries(assets)) {
    registered.push(await registerFile(deps, key, file, project, ["body", "assets", key]));
  }
  return registered;
}

/** As {@link registerAssets}, of one file, which the caller named at a place of its input. */
export async function registerFile(
  deps: Pick<Deps, "database" | "objectStore" | "jobs" | "config">,
  key: string,
  { href, sidecars = [] }: z.output<typeof assetInput>,
  project: ReadingProject,
  place: readonly string[],
): Promise<NewItemAsset> {
  const faultOf = (field: string) => (message: string) =>
    new InputError([{ loc: [...place, field], msg: message, type: "value_error" }]);
  const fault = faultOf("href");
  const objectKey = await readableKey(deps, href, project);
  if (objectKey === undefined) throw fault(NO_SUCH_FILE);
  const sidecarKeys = await readableSidecars(deps, objectKey, sidecars, project, faultOf("sidecars"));
  const { organization_id: organizationId } = project;
  return await registerObject(deps, { key, objectKey, organizationId, sidecarKeys }, fault);
}

/** Where an item's first file lies; undefined while only its conversion can tell. */
export function placedFootprint([first]: readonly NewItemAsset[]): RasterInfo["footprint"] | undefined {
  return first === undefined || isUnplaced(first.raster) ? undefined : first.raster.footprint;
}

type ReadingProject = Pick<ProjectRow, "id" | "organization_id">;

/** The keys of files beside an object; throws a fault for one that is not there or is named otherwise. */
async function readableSidecars(
  deps: Pick<Deps, "database" | "objectStore" | "config">,
  objectKey: string,
  hrefs: readonly string[],
  project: ReadingProject,
  fault: (message: string) => InputError,
): Promise<string[]> {
  const slash = objectKey.lastIndexOf("/") + 1;
  const folder = objectKey.slice(0, slash);
  const names = new Set(sidecarNames(objectKey.slice(slash)).map((name) => folder + name));
  const keys: string[] = [];
  for (const href of hrefs) {
    const key = await readableKey(deps, href, project);
    if (key === undefined || (await deps.objectStore.head(key)) === undefined) throw fault(NO_SUCH_FILE);
    if (!names.has(key)) {
      throw fault(`${href} is not named after the raster beside it, such as scene.tif.msk for scene.tif`);
    }
    keys.push(key);
  }
  return keys;
}

/** The object key of an href that a project may read: of uploads, only its own. */
async function readableKey(
  { database, config }: Pick<Deps, "database" | "config">,
  href: string,
  { id, organization_id: organizationId }: ReadingProject,
): Promise<string | undefined> {
  const prefixes = await listPrefixesOf(database, organizationId);
  const key = resolveAssetHref(config.OBJECT_STORE_URL, href, { organizationId, prefixes });
  const uploadId = key === undefined ? undefined : uploadIdOf(key);
  if (uploadId === undefined) return key;
  const upload = await findUpload(database, uploadId);
  return upload?.project_id === id ? key : undefined;
}

async function sumBytes(objectStore: Deps["objectStore"], keys: readonly string[]): Promise<number> {
  const heads = await Promise.all(keys.map((key) => objectStore.head(key)));
  return heads.reduce((sum, head) => sum + (head?.bytes ?? 0), 0);
}

/** What tiles do not read, and a conversion mends: it warps a file, or keeps parts of complex numbers. */
const MENDED_BY_INGEST: ReadonlySet<string> = new Set(["gcp_only", "rpc_only", "complex_numbers"]);

/** A file without a geotransform may also have its place beside it. */
function isMendedByIngest(code: string | undefined, sidecarKeys: readonly string[]): boolean {
  return MENDED_BY_INGEST.has(code ?? "") || (code === "no_georeference" && sidecarKeys.length > 0);
}

/** An object to register, under which asset key and for whom. */
interface NamedObject {
  readonly key: string;
  readonly objectKey: string;
  readonly organizationId: string;
  /** Files beside it that belong to it. */
  readonly sidecarKeys?: readonly string[];
  readonly isCategorical?: boolean;
  readonly uploadId?: string;
}

/**
 * Inspects an object and describes it for registration under an asset key, with what becomes of it
 * afterwards; throws the result of `fault` when it finds one.
 */
export async function registerObject(
  { objectStore, jobs, config }: Pick<Deps, "objectStore" | "jobs" | "config">,
  named: NamedObject,
  fault: (message: string) => InputError,
): Promise<NewItemAsset> {
  const head = await objectStore.head(named.objectKey).catch((error: unknown) => {
    throw new ProblemError("unavailable", "The asset store is unavailable; try again.", {
      cause: error,
      retryAfterSeconds: 5,
    });
  });
  if (head === undefined) throw fault(NO_SUCH_FILE);
  const { key, objectKey, organizationId, sidecarKeys = [] } = named;
  const version = contentVersion(objectKey, head.version);
  const inspection = await requestInspection(
    jobs,
    { objectKey, version },
    { organizationId, deadlineMs: INSPECTION_DEADLINE_MS },
  );
  const unread = sidecarKeys.length > 0 ? [] : await findUnreadSidecars({ objectStore }, objectKey);
  if (!inspection.ok && !isMendedByIngest(inspection.code, sidecarKeys)) {
    throw fault(inspection.message + sidecarHint(unread));
  }
  const found = inspection.ok ? inspection.raster : unplacedRaster("GTiff");
  const plan = planIngest(found, !inspection.ok || sidecarKeys.length > 0);
  const converts = config.INGEST_CONVERTS || !inspection.ok || sidecarKeys.length > 0;
  if (plan.kind === "refuse" && converts) throw fault(plan.message);
  const raster = { ...found, warnings: [...(found.warnings ?? []), ...sidecarWarnings(unread)] };
  return {
    key,
    object_key: objectKey,
    version,
    bytes: head.bytes,
    media_type: raster.isCloudOptimized
      ? "image/tiff; application=geotiff; profile=cloud-optimized"
      : "image/tiff; application=geotiff",
    raster,
    ingest: {
      kind: plan.kind === "convert" && converts ? "convert" : "check",
      sidecar_keys: sidecarKeys,
      sidecar_bytes: await sumBytes(objectStore, sidecarKeys),
      is_categorical: named.isCategorical ?? false,
      upload_id: named.uploadId ?? null,
    },
  };
}
