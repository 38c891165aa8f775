import { newId } from "../../infra/new-id.ts";
import { rasterInfoSchema, type RasterInfo } from "../../core/rasters/raster-info.ts";
import { rowsWithin } from "../database/rows-within.ts";
import { idParameter, single, type Queryable } from "../database/database.ts";

/** Whether a file is drawn, or why not. */
export type AssetState = "ready" | "preparing" | "failed" | "cancelled";

/** Statistics of a band's values. */
export interface BandStatistics {
  readonly min: number;
  readonly max: number;
  readonly p2: number;
  readonly p98: number;
  readonly mean: number;
  readonly standardDeviation: number;
  readonly median: number;
  /** Number of values. */
  readonly count: number;
  /** Counts in bins of equal width from `min` to `max`. */
  readonly histogram: readonly number[];
}

/** What is stored of an asset when it is registered. */
export interface NewAsset {
  readonly item_id: string;
  readonly key: string;
  readonly object_key: string;
  readonly version: string;
  readonly bytes: number;
  readonly media_type: string;
  readonly raster: RasterInfo;
  readonly state?: AssetState;
}

/** A row of `assets`. */
export interface AssetRow extends NewAsset {
  readonly state: AssetState;
  /** Statistics and histogram by band, from its preparation; null before. */
  readonly band_statistics: readonly (BandStatistics | null)[] | null;
  readonly id: string;
  readonly created_at: Date;
}

/** Registers a file of an item. */
export async function insertAsset(database: Queryable, asset: NewAsset): Promise<AssetRow> {
  const { raster, ...plain } = asset;
  const row = { id: newId(), ...plain, raster: database.json(raster) };
  return parseAsset(single(await database`insert into assets ${database(row as never)} returning *`));
}

/** An item's files, in order of registration. */
export async function listAssets(database: Queryable, itemId: string): Promise<AssetRow[]> {
  const rows = await database`
    select * from assets where item_id = ${idParameter(itemId)} order by created_at, id`;
  return rows.map(parseAsset);
}

/** A page of an item's files, in order of registration; it ends early when the rows are large. */
export async function listAssetPage(
  database: Queryable,
  itemId: string,
  offset: number,
): Promise<{ assets: AssetRow[]; total: number }> {
  const ordered = database`
    select *, count(*) over () as total from assets where item_id = ${itemId}
    order by created_at, id offset ${offset}`;
  const rows = await database<{ total: number }[]>`${rowsWithin(database, ordered)}`;
  return { assets: rows.map(parseAsset), total: rows[0]?.total ?? 0 };
}

/** The files of several items, in order of registration. */
export async function listAssetsOfItems(
  database: Queryable,
  itemIds: readonly string[],
): Promise<AssetRow[]> {
  const rows = await database`
    select * from assets where item_id = any(${itemIds as string[]}) order by created_at, id`;
  return rows.map(parseAsset);
}

/** What a download needs of an asset. */
export type DownloadableAsset = Pick<
  AssetRow,
  "id" | "item_id" | "key" | "media_type" | "bytes" | "object_key"
>;

/** The first files of several items, item by item in the order of the ids. */
export async function listDownloadableAssets(
  database: Queryable,
  itemIds: readonly string[],
  limit: number,
): Promise<DownloadableAsset[]> {
  return await database<DownloadableAsset[]>`
    select id, item_id, key, media_type, bytes, object_key
    from unnest(${itemIds as string[]}::uuid[]) with ordinality as wanted (wanted_id, wanted_place)
    join assets on item_id = wanted_id
    order by wanted_place, created_at, id limit ${limit}`;
}

/** The assets with these ids. */
export async function findAssets(database: Queryable, ids: readonly string[]): Promise<AssetRow[]> {
  const rows = await database`select * from assets where id = any(${ids as string[]})`;
  return rows.map(parseAsset);
}

/**
 * The files of an organization that lie at a key of the store, or are made of the one that does, which come
 * first.
 */
export async function findAssetsAtKey(
  database: Queryable,
  organizationId: string,
  objectKey: string,
): Promise<AssetRow[]> {
  const rows = await database`
    with at_key as (
      select assets.id, assets.item_id from assets
      join items on items.id = assets.item_id and items.deleted_at is null
      join projects on projects.id = items.project_id
      where assets.object_key = ${objectKey} and projects.organization_id = ${organizationId}
    ), made as (
      select assets.id from at_key
      join ingests on ingests.item_id = at_key.item_id and is_current and source_key = ${objectKey}
      join assets on assets.item_id = ingests.item_id and assets.key = ingests.asset_key
    )
    select * from assets where id in (select id from at_key union select id from made)
    order by id in (select id from made) desc, created_at desc, id limit 20`;
  return rows.map(parseAsset);
}

/** An asset and whose it is. */
export interface RenderAsset extends AssetRow {
  readonly organization_id: string;
}

/** The assets with these ids, and their organizations. */
export async function findRenderAssets(database: Queryable, ids: readonly string[]): Promise<RenderAsset[]> {
  const rows = await database`
    select assets.*, projects.organization_id
    from assets join items on items.id = assets.item_id join projects on projects.id = items.project_id
    where assets.id = any(${ids as string[]})`;
  return rows.map((row) => ({ ...parseAsset(row), organization_id: row["organization_id"] as string }));
}

/** Bytes of all files an organization keeps. */
export async function sumStorageBytes(database: Queryable, organizationId: string): Promise<number> {
  const [row] = await database<{ bytes: number }[]>`
    select (coalesce(sum(assets.bytes), 0) + (
      select coalesce(sum(sidecar_bytes), 0) from ingests join items on items.id = ingests.item_id
      where ingests.organization_id = ${organizationId} and sidecar_bytes > 0 and is_current and items.deleted_at is null
    ))::bigint as bytes
    from assets join items on items.id = assets.item_id join projects on projects.id = items.project_id
    where projects.organization_id = ${organizationId} and items.deleted_at is null`;
  return row?.bytes ?? 0;
}

/** A file as it is registered, to be compared with the store. */
export type RegisteredFile = Pick<AssetRow, "item_id" | "key" | "object_key" | "bytes">;

/** An organization's registered files by item and key, and how many there are. */
export async function listRegisteredFiles(
  database: Queryable,
  organizationId: string,
  limit: number,
): Promise<{ files: RegisteredFile[]; total: number }> {
  const rows = await database<(RegisteredFile & { of_all: number })[]>`
    select assets.item_id, assets.key, assets.object_key, assets.bytes, count(*) over ()::int as of_all
    from assets join items on items.id = assets.item_id join projects on projects.id = items.project_id
    where projects.organization_id = ${organizationId} and items.deleted_at is null
    order by assets.item_id, assets.key limit ${limit}`;
  return { files: [...rows], total: rows[0]?.of_all ?? 0 };
}

/** Parses a row; the raster column is checked, because renderers trust it. */
function parseAsset(row: object): AssetRow {
  const asset = row as AssetRow;
  return { ...asset, raster: rasterInfoSchema.parse(asset.raster) };
}
