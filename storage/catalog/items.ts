import { sweepDeletedItems } from "./upload-sweeps.ts";
import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import type { RasterWarning } from "../../core/rasters/raster-warnings.ts";
import type { Tags } from "../../core/tags/tags.ts";
import { newId } from "../../infra/new-id.ts";
import { insertAsset, type NewAsset } from "./assets.ts";
import { deriveProfiles } from "./derived-profiles.ts";
import { insertIngest, type NewIngest } from "./ingests.ts";
import { announceChange } from "../database/change-notices.ts";
import { holdCollection, holdItem } from "./hold-item.ts";
import { holdProject } from "./projects.ts";
import { announceItem } from "./announce-item.ts";
import { rowsWithin } from "../database/rows-within.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";

/** The columns of `items` that a caller sets. */
export interface ItemValues {
  readonly collection_id: string | null;
  readonly stac_id: string;
  readonly type: string;
  readonly geometry: unknown;
  readonly bbox: number[] | null;
  readonly datetime: Date | null;
  readonly start_datetime: Date | null;
  readonly end_datetime: Date | null;
  readonly expires_at?: Date | null;
  readonly cloud_cover: number | null;
  readonly gsd: number | null;
  readonly name: string;
  readonly description: string | null;
  /** Whom maps must name; plain text. */
  readonly attribution?: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly tags?: Tags;
  readonly stac_extensions: string[];
  readonly lifecycle_state: string;
  readonly order_id: string | null;
  readonly upload_id: string | null;
  readonly job_id: string | null;
  readonly created_by: string | null;
}

/** A warning of one of an item's files. */
export type ItemWarning = RasterWarning & { readonly asset: string };

/** A row of `items` with its organization. */
export interface ItemRow extends ItemValues {
  readonly id: string;
  readonly project_id: string;
  readonly organization_id: string;
  readonly expires_at: Date | null;
  readonly archived_at: Date | null;
  readonly previous_version_id: string | null;
  readonly duplicated_from_id: string | null;
  readonly deleted_at: Date | null;
  readonly warnings: readonly ItemWarning[];
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** An asset to register with a new item. */
export type NewItemAsset = Omit<NewAsset, "item_id" | "state"> & {
  readonly raster: RasterInfo;
  /** What becomes of the file after its registration; nothing unless given. */
  readonly ingest?: Pick<
    NewIngest,
    "kind" | "sidecar_keys" | "sidecar_bytes" | "is_categorical" | "upload_id"
  >;
};

function selectItems(database: Queryable) {
  return database`
    select items.*, projects.organization_id from items join projects on projects.id = items.project_id`;
}

function itemColumns(database: Queryable, values: Partial<ItemValues>): Record<string, never> {
  const { geometry, properties, tags, ...plain } = values;
  const columns = {
    ...plain,
    ...(geometry === undefined
      ? {}
      : { geometry: geometry === null ? null : database.json(geometry as never) }),
    ...(properties === undefined ? {} : { properties: database.json(properties as never) }),
    ...(tags === undefined ? {} : { tags: database.json(tags) }),
  };
  return columns as Record<string, never>;
}

/** Creates an item together with its assets, or nothing. */
export async function insertItem(
  database: Database,
  projectId: string,
  values: ItemValues,
  assets: readonly NewItemAsset[],
): Promise<ItemRow> {
  return await database.begin((transaction) => insertItemWithin(transaction, projectId, values, assets));
}

/** As {@link insertItem}, as part of a transaction. */
export async function insertItemWithin(
  transaction: Queryable,
  projectId: string,
  values: ItemValues,
  assets: readonly NewItemAsset[],
): Promise<ItemRow> {
  const id = newId();
  await holdProject(transaction, projectId);
  await holdCollection(transaction, values.collection_id);
  await transaction`
    insert into items ${transaction({ id, project_id: projectId, ...itemColumns(transaction, values) } as never)}`;
  await insertItemAssets(transaction, id, assets);
  if (values.collection_id !== null) await announceChange(transaction, "collection", values.collection_id);
  return await readItem(transaction, id);
}

/** Registers files of an item, and what becomes of them. */
export async function insertItemAssets(
  transaction: Queryable,
  itemId: string,
  assets: readonly NewItemAsset[],
): Promise<void> {
  for (const { ingest, ...asset } of assets) {
    const state = ingest?.kind === "convert" ? "preparing" : "ready";
    await insertAsset(transaction, { ...asset, state, item_id: itemId });
    if (ingest === undefined) continue;
    await insertIngest(transaction, {
      ...ingest,
      item_id: itemId,
      organization_id: await organizationOf(transaction, itemId),
      asset_key: asset.key,
      source_key: asset.object_key,
      source_version: asset.version,
    });
  }
  const [first] = assets;
  if (first?.ingest !== undefined) await deriveProfiles(transaction, itemId, first.ingest.is_categorical);
  await gatherWarnings(transaction, itemId);
}

async function organizationOf(transaction: Queryable, itemId: string): Promise<string> {
  const rows = await transaction<{ organization_id: string }[]>`
    select organization_id from items join projects on projects.id = items.project_id where items.id = ${itemId}`;
  return single(rows).organization_id;
}

/** How many warnings an item shows: of many files, the first ones. */
const WARNINGS_MAX = 40;

/** Keeps the warnings of an item's files with the item, so that lists need no other table. */
export async function gatherWarnings(transaction: Queryable, itemId: string): Promise<void> {
  await transaction`
    update items set warnings = coalesce((
      select jsonb_agg(found.warning) from (
        select each.warning || jsonb_build_object('asset', assets.key) as warning
        from assets, jsonb_array_elements(coalesce(assets.raster -> 'warnings', '[]')) as each (warning)
        where assets.item_id = ${itemId} order by assets.created_at, assets.id limit ${WARNINGS_MAX}
      ) as found
    ), '[]') where id = ${itemId}`;
}

/** One item, unless it is deleted. */
export async function findItem(database: Queryable, id: string): Promise<ItemRow | undefined> {
  const [row] = await database<ItemRow[]>`
    ${selectItems(database)} where items.id = ${idParameter(id)} and items.deleted_at is null`;
  return row;
}

/** An item that the transaction has written or holds. */
export async function readItem(transaction: Queryable, id: string): Promise<ItemRow> {
  return single(await transaction<ItemRow[]>`${selectItems(transaction)} where items.id = ${id}`);
}

/** The ids of a collection's items, newest first. */
export async function listCollectionItemIds(
  database: Queryable,
  collectionId: string,
  limit: number,
): Promise<string[]> {
  const rows = await database<{ id: string }[]>`
    select id from items where collection_id = ${idParameter(collectionId)} and deleted_at is null
    order by created_at desc, id desc limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Items by id in the order of the ids, with the listed properties (null: all); as many as fit in `bytes`. */
export async function listSharedItems(
  database: Queryable,
  ids: readonly string[],
  properties: readonly string[] | null,
  bytes: number,
): Promise<ItemRow[]> {
  const shown =
    properties === null
      ? database`properties`
      : database`coalesce((select jsonb_object_agg(key, value) from jsonb_each(properties)
          where key = any(${properties as string[]})), '{}') as properties`;
  const ordered = database`
    select id, type, name, description, attribution, geometry, bbox, datetime, start_datetime, end_datetime, cloud_cover, gsd,
      ${shown}
    from unnest(${ids as string[]}::uuid[]) with ordinality as wanted (wanted_id, wanted_place)
    join items on id = wanted_id and deleted_at is null
    order by wanted_place`;
  return [...(await database<ItemRow[]>`${rowsWithin(database, ordered, bytes)}`)];
}

/** A page of items, newest first, and how many there are in all. It ends early when the rows are large. */
export async function listItems(
  database: Queryable,
  filter: {
    projectId?: string;
    collectionId?: string | undefined;
    uncollected?: boolean;
    limit: number;
    offset: number;
  },
): Promise<{ items: ItemRow[]; total: number }> {
  const where = database`
    where items.deleted_at is null
    ${filter.projectId === undefined ? database`` : database`and items.project_id = ${filter.projectId}`}
    ${filter.collectionId === undefined ? database`` : database`and items.collection_id = ${idParameter(filter.collectionId)}`}
    ${filter.uncollected === true ? database`and items.collection_id is null` : database``}`;
  const ordered = database`
    ${selectItems(database)} ${where}
    order by items.created_at desc, items.id desc limit ${filter.limit} offset ${filter.offset}`;
  const items = await database<ItemRow[]>`${rowsWithin(database, ordered)}`;
  const [counted] = await database<{ total: number }[]>`select count(*) as total from items ${where}`;
  return { items, total: counted?.total ?? 0 };
}

/** Changes an item's metadata; a ProblemError when the item or its new collection is gone meanwhile. */
export async function updateItem(
  database: Database,
  item: ItemRow,
  values: Partial<ItemValues>,
): Promise<ItemRow> {
  return await database.begin(async (transaction) => {
    await holdCollection(transaction, values.collection_id);
    await holdItem(transaction, item);
    const columns = { ...itemColumns(transaction, values), updated_at: new Date() };
    await transaction`update items set ${transaction(columns as never)} where id = ${item.id}`;
    await announceItem(transaction, item, values.collection_id);
    return await readItem(transaction, item.id);
  });
}

/** Deletes an item softly. */
export async function deleteItem(database: Database, item: ItemRow): Promise<void> {
  await database.begin(async (transaction) => {
    await holdItem(transaction, item);
    await transaction`
      update items set deleted_at = now(), lifecycle_state = 'deleted', updated_at = now() where id = ${item.id}`;
    await sweepDeletedItems(transaction, [item.id]);
    await announceItem(transaction, item, undefined);
  });
}
