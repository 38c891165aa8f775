import { contentVersion } from "../../core/rasters/content-version.ts";
import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { newId } from "../../infra/new-id.ts";
import { listAssets } from "../../storage/catalog/assets.ts";
import { findItem, insertItem, type ItemValues } from "../../storage/catalog/items.ts";
import { putRaster } from "./rasters.ts";
import type { TestSystem } from "./system.ts";

/** Degrees of a sheet along each side. */
export const SHEET_DEGREES = 0.25;

/** Where the south-west sheet begins. */
export const SHEETS_WEST = 20;
export const SHEETS_SOUTH = 50;

const PIXELS = 16;

/** Where sheets are made. */
interface SheetSystem extends Pick<TestSystem, "storeFolder"> {
  readonly client: Pick<TestSystem["client"], "call">;
  readonly deps: Pick<TestSystem["deps"], "database" | "objectStore">;
}

/** A collection of sheets, and how more of them are added. */
export interface Sheets {
  readonly collectionId: string;
  readonly add: (column: number, row: number, value: number) => Promise<string>;
}

/**
 * Makes a collection of sheets side by side, each full of data; `side` of them in each direction. Only the
 * first is inspected: the others are registered as an inspection would find them.
 */
export async function makeSheets(system: SheetSystem, projectId: string, side: number): Promise<Sheets> {
  const { database, objectStore } = system.deps;
  const collection = await system.client.call("collections.create", {
    project_id: projectId,
    name: "Sheets",
  });
  const collectionId = collection.id as string;
  const pixel = SHEET_DEGREES / PIXELS;
  const put = async (column: number, row: number, value: number) => {
    const west = SHEETS_WEST + column * SHEET_DEGREES;
    const north = SHEETS_SOUTH + (row + 1) * SHEET_DEGREES;
    const href = await putRaster(system.storeFolder, `${collectionId}/${newId()}.tif`, {
      width: PIXELS,
      height: PIXELS,
      bands: 3,
      geoTransform: [west, pixel, 0, north, 0, -pixel],
      value: () => value,
    });
    const box: RasterInfo["footprint"][number] = [west, north - SHEET_DEGREES, west + SHEET_DEGREES, north];
    return { href, box };
  };
  const { href } = await put(0, 0, 100);
  const { id } = await system.client.call("items.create", {
    project_id: projectId,
    collection_id: collectionId,
    type: "user_raster",
    name: "first",
    assets: { visual: { href } },
  });
  const [first] = await listAssets(database, id);
  const item = await findItem(database, id);
  if (first === undefined || item === undefined) throw new Error("the first sheet is not registered");
  const add = async (column: number, row: number, value: number) => {
    const { href: object_key, box } = await put(column, row, value);
    const head = await objectStore.head(object_key);
    if (head === undefined) throw new Error("a sheet is not in the store");
    const values: ItemValues = { ...item, stac_id: newId(), geometry: null, bbox: box };
    const { key, media_type } = first;
    const raster = { ...first.raster, footprint: [box] };
    const asset = {
      key,
      media_type,
      object_key,
      version: contentVersion(object_key, head.version),
      bytes: head.bytes,
      raster,
    };
    const row_ = await insertItem(database, projectId, pickValues(values), [asset]);
    return row_.id;
  };
  for (let index = 1; index < side * side; index += 1) await add(index % side, Math.floor(index / side), 100);
  return { collectionId, add };
}

function pickValues(values: ItemValues): ItemValues {
  const fields = [
    "collection_id",
    "stac_id",
    "type",
    "geometry",
    "bbox",
    "datetime",
    "start_datetime",
    "end_datetime",
    "cloud_cover",
    "gsd",
    "name",
    "description",
    "properties",
    "stac_extensions",
    "lifecycle_state",
    "order_id",
    "upload_id",
    "job_id",
    "created_by",
  ] as const;
  return Object.fromEntries(fields.map((field) => [field, values[field]])) as unknown as ItemValues;
}
