import { z } from "zod";
import { insertCollection } from "../../storage/catalog/collections.ts";
import { MOSAIC_RULES } from "../../core/tiles/mosaic.ts";
import { requireMosaic } from "./collection-rules.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { collectionResponseSchema, presentCollection } from "./present-collection.ts";
import { attribution, resourceId, text } from "../operations/schemas.ts";
import { tags } from "../operations/tag-schemas.ts";

export const collectionsCreate = defineOperation({
  id: "collections.create",
  summary: "Create a collection of items in a project.",
  scope: "collections:write",
  sideEffect: "compute",
  bearer: "required",
  idempotent: true,
  body: BODY_LIMITS.text,
  creates: "collections",
  inputName: "CollectionCreateInput",
  input: z.strictObject({
    name: text(1, 255),
    description: text(0, 10_000).nullable().optional(),
    attribution,
    color: text(0, 64).nullable().optional(),
    show_on_map: z.boolean().default(true),
    layer_order: z.int32().default(0),
    mosaic_rule: z.enum(MOSAIC_RULES).default("last"),
    mosaic_property: text(1, 255).nullable().optional(),
    tags: tags.optional(),
    project_id: resourceId,
  }),
  outputName: "CollectionResponse",
  output: collectionResponseSchema,
  resources: { project: { kind: "project", role: "editor", field: "project_id", isOpen: true } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const mosaic = requireMosaic({
      mosaic_rule: input.mosaic_rule,
      mosaic_property: input.mosaic_property ?? null,
    });
    const row = await insertCollection(database, resources.project.id, {
      name: input.name,
      description: input.description ?? null,
      attribution: input.attribution ?? null,
      color: input.color ?? null,
      show_on_map: input.show_on_map,
      layer_order: input.layer_order,
      tags: input.tags ?? {},
      ...mosaic,
    });
    return presentCollection(row);
  },
});
