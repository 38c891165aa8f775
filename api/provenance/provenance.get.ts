import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { LINEAGE_TYPES } from "../../storage/catalog/lineage.ts";
import type { Deps } from "../deps.ts";
import { visibleProjectIds } from "../items/search-input.ts";
import { defineOperation } from "../operations/operation.ts";
import { findResources } from "../operations/resources.ts";
import { lineageEdge, lineageNode } from "./lineage-schemas.ts";
import { presentEdge, walkLineage, type Lineage } from "./walk-lineage.ts";

export const provenanceGet = defineOperation({
  id: "provenance.get",
  summary:
    "What an item or an upload came of (`up`), what came of it (`down`), or both. Only what the caller sees.",
  scope: "provenance:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "LineageGetInput",
  input: z.strictObject({
    entity_type: z.string().meta({ examples: [...LINEAGE_TYPES] }),
    entity_id: z.string(),
    direction: z
      .string()
      .regex(/^(up|down|both)$/, { message: "must be up, down or both" })
      .default("up"),
    max_depth: z.int().min(1).max(50).default(20),
  }),
  outputName: "LineageGetOutput",
  output: z.object({
    root: z.record(z.string(), z.string()),
    direction: z.string(),
    edges: z.array(lineageEdge),
    nodes: z.array(lineageNode),
  }),
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const type = LINEAGE_TYPES.find((each) => each === input.entity_type);
    if (type === undefined) throw InputError.at("entity_type", `must be one of ${LINEAGE_TYPES.join(", ")}`);
    const rules = { root: { kind: type, role: "viewer", field: "entity_id" } } as const;
    await findResources(database, principal, rules, input);
    const root = { entity_type: type, entity_id: input.entity_id.toLowerCase() };
    const scope = {
      organizationId: principal.organizationId,
      projectIds: await visibleProjectIds(database, principal),
    };
    const found: Lineage[] = [];
    for (const direction of ["up", "down"] as const) {
      if (input.direction !== direction && input.direction !== "both") continue;
      found.push(await walkLineage(database, scope, root, { direction, depthMax: input.max_depth }));
    }
    return {
      root,
      direction: input.direction,
      edges: found.flatMap(({ edges }) => edges.map(presentEdge)),
      nodes: [{ ...root, depth: 0 }, ...found.flatMap(({ nodes }) => nodes)],
    };
  },
});
