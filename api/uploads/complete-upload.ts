import { InputError, ProblemError } from "../../core/errors.ts";
import { footprintBounds, footprintGeometry } from "../../core/rasters/footprint-geometry.ts";
import { newId } from "../../infra/new-id.ts";
import { assetKeys, fileStem, uploadFolder } from "../../core/upload.ts";
import {
  findItem,
  insertItemWithin,
  replaceAssets,
  type ItemRow,
  type NewItemAsset,
} from "../../storage/catalog/items.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { insertProfileWithin, listProfiles } from "../../storage/catalog/profiles.ts";
import { lockUpload, updateUpload, type UploadRow } from "../../storage/catalog/uploads.ts";
import { registerObject } from "../items/register-assets.ts";
import type { Deps } from "../deps.ts";
import { requireOpen } from "./open-upload.ts";

/**
 * Makes the files of an upload assets of its target, or of a new item: all or none. Completing it twice, even
 * at once, makes one item. Throws a ProblemError `conflict` while files are missing, an InputError when one
 * is no raster that can be served.
 */
export async function completeUpload(
  deps: Pick<Deps, "database" | "objectStore" | "jobs">,
  upload: UploadRow,
): Promise<UploadRow> {
  if (upload.status === "completed") return upload;
  requireOpen(upload);
  const fileNames = await arrivedFiles(deps, upload);
  const keys = assetKeys(fileNames, upload.asset_key);
  const assets: NewItemAsset[] = [];
  for (const [index, name] of fileNames.entries()) {
    const fault = (message: string) => InputError.at("upload_id", `${name} ${message}`);
    assets.push(await registerObject(deps, keys[index] ?? name, uploadFolder(upload) + name, fault));
  }
  return await deps.database.begin(async (transaction) => {
    const locked = await lockUpload(transaction, upload.id);
    if (locked.status === "completed") return locked;
    requireOpen(locked);
    const item = await giveAssets(transaction, locked, assets, fileStem(fileNames[0] ?? ""));
    if (locked.is_categorical) await drawClasses(transaction, item, assets);
    return requireOpenEnd(
      await updateUpload(transaction, locked.id, {
        status: "completed",
        item_id: item.id,
        bytes_uploaded: assets.reduce((sum, { bytes }) => sum + bytes, 0),
        completed_at: new Date(),
      }),
    );
  });
}

async function arrivedFiles(
  { objectStore }: Pick<Deps, "objectStore">,
  upload: UploadRow,
): Promise<string[]> {
  const folder = uploadFolder(upload);
  const names: string[] = [];
  for await (const key of objectStore.list(folder)) names.push(key.slice(folder.length));
  if (names.length === upload.file_count) return names;
  throw new ProblemError("conflict", `${names.length} of the upload's ${upload.file_count} files are there.`);
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
    await replaceAssets(transaction, item, assets);
    return item;
  }
  const footprint = assets[0]?.raster.footprint;
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

/**
 * Classes are never averaged. A raster with a colour table needs no profile, and an item keeps its default.
 */
async function drawClasses(
  transaction: Queryable,
  item: ItemRow,
  assets: readonly NewItemAsset[],
): Promise<void> {
  const [asset] = assets;
  if (asset === undefined || asset.raster.bands.some(({ hasPalette }) => hasPalette)) return;
  const profiles = await listProfiles(transaction, [item.id]);
  if (profiles.some(({ is_default: isDefault, name }) => isDefault || name === CLASSES)) return;
  await insertProfileWithin(transaction, item, {
    name: CLASSES,
    layer: "auto",
    type: "singleband",
    is_default: true,
    sort_order: 0,
    config: { band: 1, resampling: "nearest" },
    asset_key: asset.key,
    created_by: null,
  });
}

const CLASSES = "Classes";

function requireOpenEnd(row: UploadRow | undefined): UploadRow {
  if (row === undefined) throw new Error("a locked upload cannot end meanwhile");
  return row;
}
