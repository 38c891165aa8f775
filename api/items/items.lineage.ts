import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { lineageEdge, lineageNode } from "../provenance/lineage-schemas.ts";
import { presentEdge, walkLineage } from "../provenance/walk-lineage.ts";
import { visibleProjectIds } from "./search-input.ts";

const DEPTH_MAX = 20;

export const itemsLineage = defineOperation({
  id: "items.lineage",
  summary: "The uploads and items that an item came of, and the items that came of it.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemLineageInput",
  input: z.strictObject({ item_id: resourceId }),
  outputName: null,
  output: z.object({
    item_id: z.string(),
    ancestors: z.array(lineageNode),
    descendants: z.array(lineageNode),
    edges: z.array(lineageEdge),
  }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { principal, resources: { item } }) {
    const scope = {
      organizationId: principal.organizationId,
      projectIds: await visibleProjectIds(database, principal),
    };
    const root = { entity_type: "item", entity_id: item.id } as const;
    const up = await walkLineage(database, scope, root, { direction: "up", depthMax: DEPTH_MAX });
    const down = await walkLineage(database, scope, root, { direction: "down", depthMax: DEPTH_MAX });
    return {
      item_id: item.id,
      ancestors: up.nodes,
      descendants: down.nodes,
      edges: [...up.edges, ...down.edges].map(presentEdge),
    };
  },
});
