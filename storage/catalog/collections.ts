import { newId } from "../../infra/new-id.ts";
import type { Tags } from "../../core/tags/tags.ts";
import type { Mosaic, MosaicRule } from "../../core/tiles/mosaic.ts";
import { announceChange } from "../database/change-notices.ts";
import { holdProject } from "./projects.ts";
import { rowsWithin } from "../database/rows-within.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";

/** A row of `collections` with its organization and the number of its items. */
export interface CollectionRow {
  readonly id: string;
  readonly project_id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly description: string | null;
  /** Whom maps must name; null: those whom the items name. */
  readonly attribution: string | null;
  readonly color: string | null;
  readonly show_on_map: boolean;
  readonly layer_order: number;
  readonly mosaic_rule: MosaicRule;
  readonly mosaic_property: string | null;
  readonly tags: Tags;
  readonly auto_created: boolean;
  readonly source_type: string | null;
  readonly source_id: string | null;
  readonly item_count: number;
  readonly deleted_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** What can be changed of a collection. */
export interface CollectionValues extends Mosaic {
  readonly name: string;
  readonly description: string | null;
  readonly attribution: string | null;
  readonly color: string | null;
  readonly show_on_map: boolean;
  readonly layer_order: number;
  readonly tags: Tags;
}

function selectCollections(database: Queryable) {
  return database`
    select collections.*, projects.organization_id,
      (select count(*) from items where collection_id = collections.id and deleted_at is null) as item_count
    from collections join projects on projects.id = collections.project_id`;
}

/** Creates a collection. */
export async function insertCollection(
  database: Database,
  projectId: string,
  values: CollectionValues,
): Promise<CollectionRow> {
  const { tags, ...plain } = values;
  const row = { id: newId(), project_id: projectId, ...plain, tags: database.json(tags) };
  await database.begin(async (transaction) => {
    await holdProject(transaction, projectId);
    await transaction`insert into collections ${transaction(row)}`;
  });
  return single(
    await database<CollectionRow[]>`${selectCollections(database)} where collections.id = ${row.id}`,
  );
}

/** One collection, unless it is deleted. */
export async function findCollection(database: Queryable, id: string): Promise<CollectionRow | undefined> {
  const [row] = await database<CollectionRow[]>`
    ${selectCollections(database)} where collections.id = ${idParameter(id)} and collections.deleted_at is null`;
  return row;
}

/** A page of a project's collections, by layer order and age; it ends early when the rows are large. */
export async function listCollections(
  database: Queryable,
  projectId: string,
  offset: number,
): Promise<{ collections: CollectionRow[]; total: number }> {
  const ordered = database`
    ${selectCollections(database)}
    where collections.project_id = ${projectId} and collections.deleted_at is null
    order by layer_order, collections.created_at, collections.id offset ${offset}`;
  const rows = await database<CollectionRow[]>`${rowsWithin(database, ordered)}`;
  const [counted] = await database<{ total: number }[]>`
    select count(*) as total from collections where project_id = ${projectId} and deleted_at is null`;
  return { collections: [...rows], total: counted?.total ?? 0 };
}

/** Changes a collection's metadata; undefined when it is deleted meanwhile. */
export async function updateCollection(
  database: Queryable,
  id: string,
  values: Partial<CollectionValues>,
): Promise<CollectionRow | undefined> {
  const { tags, ...plain } = values;
  const changed = {
    ...plain,
    ...(tags !== undefined && { tags: database.json(tags) }),
    updated_at: new Date(),
  };
  await database`
    update collections set ${database(changed)}
    where id = ${id} and deleted_at is null`;
  await announceChange(database, "collection", id);
  return await findCollection(database, id);
}

/** Deletes a collection softly; its items stay, unlinked. */
export async function deleteCollection(database: Database, id: string): Promise<void> {
  await database.begin(async (transaction) => {
    await transaction`update collections set deleted_at = now(), updated_at = now() where id = ${id}`;
    await transaction`update items set collection_id = null, updated_at = now() where collection_id = ${id}`;
    await announceChange(transaction, "collection", id);
  });
}
