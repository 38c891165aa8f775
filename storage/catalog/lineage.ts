import type { Queryable } from "../database/database.ts";
import type { StacScope } from "./stac-collections.ts";

/** The kinds of things that have a provenance. */
export const LINEAGE_TYPES = ["item", "upload"] as const;

/** One thing of a lineage. */
export interface LineageNode {
  readonly entity_type: (typeof LINEAGE_TYPES)[number];
  readonly entity_id: string;
}

/** That one thing came of another. */
export interface LineageEdge {
  readonly source: LineageNode;
  readonly made: LineageNode;
  readonly relation: "became" | "duplicated_as" | "replaced_by";
}

interface EdgeRow {
  readonly source_type: LineageNode["entity_type"];
  readonly source_id: string;
  readonly made_type: LineageNode["entity_type"];
  readonly made_id: string;
  readonly relation: LineageEdge["relation"];
}

/** What some things came of (`up`) or what came of them (`down`), one step; only what the caller sees. */
export async function findLineageStep(
  database: Queryable,
  scope: StacScope,
  nodes: readonly LineageNode[],
  direction: "up" | "down",
  limit: number,
): Promise<LineageEdge[]> {
  const idsOf = (type: LineageNode["entity_type"]) =>
    nodes.filter(({ entity_type: each }) => each === type).map(({ entity_id: id }) => id);
  const [items, uploads] = [idsOf("item"), idsOf("upload")];
  const isUp = direction === "up";
  const visible = (table: "source" | "made" | "uploads") => {
    const { organizationId, projectIds } = scope;
    const project = database.unsafe(`${table}.project_id`);
    return projectIds === undefined
      ? database`${project} in (select id from projects where organization_id = ${organizationId})`
      : database`${project} = any(${projectIds as string[]}::uuid[])`;
  };
  const between = (column: "duplicated_from_id" | "previous_version_id", relation: LineageEdge["relation"]) =>
    database`
      select 'item' as source_type, source.id as source_id, 'item' as made_type, made.id as made_id, ${relation} as relation
      from items as made join items as source on source.id = made.${database.unsafe(column)}
      where ${isUp ? database`made.id` : database`source.id`} = any(${items}::uuid[])
        and ${isUp ? visible("source") : visible("made")}
        and made.deleted_at is null and source.deleted_at is null`;
  const rows = await database<EdgeRow[]>`
    select * from (
      ${between("duplicated_from_id", "duplicated_as")}
      union all ${between("previous_version_id", "replaced_by")}
      union all
      select 'upload', uploads.id, 'item', made.id, 'became'
      from uploads join items as made on made.id = uploads.item_id
      where ${isUp ? database`made.id = any(${items}::uuid[])` : database`uploads.id = any(${uploads}::uuid[])`}
        and ${isUp ? visible("uploads") : visible("made")} and made.deleted_at is null
    ) as edges limit ${limit}`;
  return rows.map((row) => ({
    source: { entity_type: row.source_type, entity_id: row.source_id },
    made: { entity_type: row.made_type, entity_id: row.made_id },
    relation: row.relation,
  }));
}
