import { InputError, ProblemError } from "../../core/errors.ts";
import { footprintBounds, footprintGeometry } from "../../core/rasters/footprint-geometry.ts";
import { newId } from "../../infra/new-id.ts";
import { assetKeys, fileStem, uploadedKey } from "../../core/upload.ts";
import { findItem, insertItemWithin, type ItemRow, type NewItemAsset } from "../../storage/catalog/items.ts";
import { replaceAssets } from "../../storage/catalog/item-files.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { lockOrganization } from "../../storage/accounts/organizations.ts";
import { holdProject } from "../../storage/catalog/projects.ts";
import { listUploadFiles } from "../../storage/catalog/upload-files.ts";
import { findUpload, lockUpload, updateUpload, type UploadRow } from "../../storage/catalog/uploads.ts";
import { placedFootprint, registerObject } from "../items/register-assets.ts";
import { startIngests } from "../items/start-ingests.ts";
import { groupSidecars } from "../../core/rasters/sidecars.ts";
import type { Deps } from "../deps.ts";
import { requireOpen } from "./open-upload.ts";
import {
  completedFile,
  deleteEach,
  discard,
  requireArrived,
  settle,
  type CompletedFile,
} from "./completed-files.ts";
import { storageLeft } from "./upload-quota.ts";

/**
 * Makes the files of an upload assets of its target, or of a new item: all or none. Completing it twice, even
 * at once, makes one item. Assets are copies of what had arrived, in a folder that no address leads to: what
 * arrives later changes nothing. Throws a ProblemError `conflict` while files are missing, an InputError when
 * one is no raster that can be served.
 */
export async function completeUpload(deps: CompletionDeps, upload: UploadRow): Promise<UploadRow> {
  if (upload.status === "completed") return upload;
  requireOpen(upload);
  const rows = await listUploadFiles(deps.database, upload.id);
  const completion = newId();
  const files = rows.map((row) => completedFile(upload, completion, row));
  const whole = files.filter(({ parts }) => parts === undefined);
  const copies = whole.map(({ objectKey }) => objectKey);
  try {
    await requireArrived(deps, upload, files);
    await settle(deps, upload, files);
    const assets = await inspectFiles(deps, upload, files);
    const completed = await register(deps, upload, assets, fileStem(firstRaster(files)));
    if (completed.isOurs && completed.row.item_id !== null) await startIngests(deps, completed.row.item_id);
    const arrived = whole.map(({ name }) => uploadedKey(upload, name));
    await deleteEach(deps, completed.isOurs ? arrived : copies);
    return completed.row;
  } catch (error) {
    // Another call has completed it meanwhile, and has taken the files.
    const latest = await findUpload(deps.database, upload.id).catch(() => undefined);
    if (latest?.status === "completed" && error instanceof ProblemError) {
      await deleteEach(deps, copies);
      return latest;
    }
    // After any other failure the transaction may have committed; if it has not, the copies are swept later.
    if (error instanceof ProblemError) await deleteEach(deps, copies);
    if (error instanceof InputError) await discard(deps, upload, files);
    throw error;
  }
}

type CompletionDeps = Pick<Deps, "database" | "objectStore" | "jobs" | "limits" | "logger" | "config">;

async function inspectFiles(
  deps: CompletionDeps,
  upload: UploadRow,
  files: readonly CompletedFile[],
): Promise<NewItemAsset[]> {
  const { rasters, sidecars, strays } = groupSidecars(files.map(({ name }) => name));
  if (rasters.length === 0 || strays.length > 0) throw strayFault(strays);
  const keyOf = (name: string) => files.find((file) => file.name === name)?.objectKey ?? name;
  const keys = assetKeys(rasters, upload.asset_key);
  const assets: NewItemAsset[] = [];
  for (const [index, name] of rasters.entries()) {
    const fault = (message: string) => InputError.at("upload_id", `${name} ${message}`);
    const objectKey = keyOf(name);
    const object = {
      key: keys[index] ?? name,
      objectKey,
      organizationId: upload.organization_id,
      sidecarKeys: await layBeside(deps, objectKey, (sidecars.get(name) ?? []).map(keyOf)),
      isCategorical: upload.is_categorical,
      uploadId: upload.id,
    };
    assets.push(await registerObject(deps, object, fault));
  }
  return assets;
}

function firstRaster(files: readonly CompletedFile[]): string {
  return groupSidecars(files.map(({ name }) => name)).rasters[0] ?? "";
}

/** GDAL looks for sidecars in the raster's folder; files that arrived in parts have folders of their own. */
async function layBeside(
  { objectStore }: CompletionDeps,
  rasterKey: string,
  sidecarKeys: readonly string[],
): Promise<string[]> {
  const folder = rasterKey.slice(0, rasterKey.lastIndexOf("/") + 1);
  return await Promise.all(
    sidecarKeys.map(async (key) => {
      const beside = folder + key.slice(key.lastIndexOf("/") + 1);
      if (beside !== key) await objectStore.copy(key, beside);
      return beside;
    }),
  );
}

function strayFault(strays: readonly string[]): InputError {
  const [stray] = strays;
  return InputError.at(
    "upload_id",
    stray === undefined
      ? "holds no raster"
      : `${stray} lies beside none of the rasters: name it after one of them, such as scene.tif and scene.tif.msk`,
  );
}

/** Writes what the files became, unless another call has done so. */
async function register(
  { database, limits }: CompletionDeps,
  upload: UploadRow,
  assets: readonly NewItemAsset[],
  name: string,
): Promise<{ readonly isOurs: boolean; readonly row: UploadRow }> {
  return await database.begin(async (transaction) => {
    // Before the upload: a project that is being deleted is locked while its uploads are ended.
    await holdProject(transaction, upload.project_id);
    const locked = await lockUpload(transaction, upload.id);
    if (locked.status === "completed") return { isOurs: false, row: locked };
    requireOpen(locked);
    await lockOrganization(transaction, locked.organization_id);
    const bytes = assets.reduce((sum, each) => sum + each.bytes + (each.ingest?.sidecar_bytes ?? 0), 0);
    const left = await storageLeft({ database: transaction, limits }, locked);
    if (bytes > left.bytes) throw left.fault();
    const item = await giveAssets(transaction, locked, assets, name);
    const row = await updateUpload(transaction, locked.id, {
      status: "completed",
      item_id: item.id,
      bytes_uploaded: bytes,
      completed_at: new Date(),
    });
    return { isOurs: true, row: requireOpenEnd(row) };
  });
}

async function giveAssets(
  transaction: Queryable,
  upload: UploadRow,
  assets: readonly NewItemAsset[],
  name: string,
): Promise<ItemRow> {
  if (upload.target_item_id !== null) {
    const item = await findItem(transaction, upload.target_item_id);
    if (item === undefined) throw new ProblemError("conflict", "The item of this upload has been deleted.");
    if (item.project_id !== upload.project_id) {
      throw new ProblemError("conflict", "The item of this upload has been moved to another project.");
    }
    await replaceAssets(transaction, item, assets);
    return item;
  }
  const footprint = placedFootprint(assets);
  return await insertItemWithin(
    transaction,
    upload.project_id,
    {
      collection_id: upload.target_collection_id,
      stac_id: newId(),
      type: "user_raster",
      geometry: footprint ? footprintGeometry(footprint) : null,
      bbox: footprint ? footprintBounds(footprint) : null,
      datetime: null,
      start_datetime: null,
      end_datetime: null,
      cloud_cover: null,
      gsd: null,
      name,
      description: null,
      properties: {},
      stac_extensions: [],
      lifecycle_state: "active",
      order_id: null,
      upload_id: upload.id,
      job_id: null,
      created_by: upload.created_by,
    },
    assets,
  );
}

function requireOpenEnd(row: UploadRow | undefined): UploadRow {
  if (row === undefined) throw new Error("a locked upload cannot end meanwhile");
  return row;
}
