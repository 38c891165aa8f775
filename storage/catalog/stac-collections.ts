import { idParameter, type Queryable } from "../database/database.ts";

/** What the STAC API shows as a collection: one of ours, or a project with its items in no collection. */
export interface StacCollectionRow {
  readonly id: string;
  readonly kind: "collection" | "project";
  readonly project_id: string;
  readonly name: string;
  readonly description: string | null;
  readonly attribution: string | null;
  /** The first and the last time of its items' data; null without items. */
  readonly first_at: Date | null;
  readonly last_at: Date | null;
  /** West, south, east, north; null when it is not known. */
  readonly bbox: readonly number[] | null;
}

/** Whose collections are visible. */
export interface StacScope {
  readonly organizationId: string;
  /** Undefined: all projects of the organization. */
  readonly projectIds: readonly string[] | undefined;
}

/** Boxes of more items are not added up: such a collection says that it may lie anywhere. */
const BOXES_MAX = 1_000;

/** Collections by id, after one; a project is among them where it has items in no collection. */
export async function listStacCollections(
  database: Queryable,
  scope: StacScope,
  page: { readonly limit: number; readonly afterId: string | undefined },
): Promise<StacCollectionRow[]> {
  const after = page.afterId ?? "00000000-0000-0000-0000-000000000000";
  const rows = await database<StacCollectionRow[]>`
    with visible as (${visibleProjects(database, scope)}), listed as (
      (select collections.id, 'collection' as kind, project_id, collections.name, collections.description, attribution
        from collections join visible on visible.id = project_id
        where collections.deleted_at is null and collections.id > ${after} order by collections.id limit ${page.limit})
      union all
      (select id, 'project', id, name, description, null from visible
        where id > ${after} and exists (
          select from items where project_id = visible.id and deleted_at is null and collection_id is null
        ) order by id limit ${page.limit})
      order by id limit ${page.limit}
    )
    ${withExtent(database)} order by listed.id`;
  return [...rows];
}

/** One of them; a project is found even without items. */
export async function findStacCollection(
  database: Queryable,
  scope: StacScope,
  id: string,
): Promise<StacCollectionRow | undefined> {
  const [row] = await database<StacCollectionRow[]>`
    with visible as (${visibleProjects(database, scope)}), listed as (
      select collections.id, 'collection' as kind, project_id, collections.name, collections.description, attribution
      from collections join visible on visible.id = project_id
      where collections.deleted_at is null and collections.id = ${idParameter(id)}
      union all
      select id, 'project', id, name, description, null from visible where id = ${idParameter(id)}
    )
    ${withExtent(database)}`;
  return row;
}

function visibleProjects(database: Queryable, { organizationId, projectIds }: StacScope) {
  const mine =
    projectIds === undefined ? database`true` : database`id = any(${projectIds as string[]}::uuid[])`;
  return database`
    select * from projects where organization_id = ${organizationId} and deleted_at is null and ${mine}`;
}

/** The indexes of the search find the first and the last time; boxes are read of few items only. */
function withExtent(database: Queryable) {
  const time = database`coalesce(datetime, start_datetime, end_datetime, created_at)`;
  const ofCollection = database`deleted_at is null and collection_id = listed.id and kind = 'collection'`;
  const ofProject = database`deleted_at is null and collection_id is null and project_id = listed.id and kind = 'project'`;
  const ends = (direction: "asc" | "desc") => database`coalesce(
    (select ${time} from items where ${ofCollection}
      order by ${time} ${database.unsafe(direction)}, id ${database.unsafe(direction)} limit 1),
    (select ${time} from items where ${ofProject}
      order by ${time} ${database.unsafe(direction)}, id ${database.unsafe(direction)} limit 1))`;
  return database`
    select listed.*, ${ends("asc")} as first_at, ${ends("desc")} as last_at, extent.bbox
    from listed cross join lateral (
      select case
        when count(*) > ${BOXES_MAX} or bool_or(bbox[1] > bbox[3]) then null
        when count(bbox) = 0 then null
        else array[min(bbox[1]), min(bbox[2]), max(bbox[3]), max(bbox[4])]
      end as bbox
      from (
        (select bbox from items where ${ofCollection} limit ${BOXES_MAX + 1})
        union all
        (select bbox from items where ${ofProject} limit ${BOXES_MAX + 1})
      ) as boxes
    ) as extent`;
}
