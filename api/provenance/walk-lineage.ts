import { findLineageStep, type LineageEdge, type LineageNode } from "../../storage/catalog/lineage.ts";
import type { StacScope } from "../../storage/catalog/stac-collections.ts";
import type { Queryable } from "../../storage/database/database.ts";

/** A node or an edge, and how many steps it is from the root. */
type WithDepth<What> = What & { readonly depth: number };

/** What is found around a root; both lists end early at {@link LINEAGE_MAX}. */
export interface Lineage {
  readonly nodes: readonly WithDepth<LineageNode>[];
  readonly edges: readonly WithDepth<LineageEdge>[];
}

/** The most edges of one lineage. */
export const LINEAGE_MAX = 1_000;

/** Follows a thing to what it came of, or to what came of it, step by step. */
export async function walkLineage(
  database: Queryable,
  scope: StacScope,
  root: LineageNode,
  { direction, depthMax }: { readonly direction: "up" | "down"; readonly depthMax: number },
): Promise<Lineage> {
  const seen = new Set([keyOf(root)]);
  const nodes: WithDepth<LineageNode>[] = [];
  const edges: WithDepth<LineageEdge>[] = [];
  let front: readonly LineageNode[] = [root];
  for (let depth = 1; depth <= depthMax && front.length > 0 && edges.length < LINEAGE_MAX; depth += 1) {
    const found = await findLineageStep(database, scope, front, direction, LINEAGE_MAX - edges.length);
    edges.push(...found.map((edge) => ({ ...edge, depth })));
    const next = found.map(({ source, made }) => (direction === "up" ? source : made));
    front = next.filter((node) => {
      const isNew = !seen.has(keyOf(node));
      seen.add(keyOf(node));
      return isNew;
    });
    nodes.push(...front.map((node) => ({ ...node, depth })));
  }
  return { nodes, edges };
}

function keyOf({ entity_type: type, entity_id: id }: LineageNode): string {
  return `${type}:${id}`;
}

/** An edge as it is answered. */
export function presentEdge({ source, made, relation, depth }: Lineage["edges"][number]) {
  return {
    depth,
    src_type: source.entity_type,
    src_id: source.entity_id,
    dst_type: made.entity_type,
    dst_id: made.entity_id,
    relation,
    invocation_id: null,
  };
}
