import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { updateCollection } from "../../storage/catalog/collections.ts";
import { sentFields } from "../operations/sent-fields.ts";
import { MOSAIC_RULES } from "../../core/tiles/mosaic.ts";
import { requireCollectionOfProject, requireMosaic } from "./collection-rules.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { collectionResponseSchema, presentCollection } from "./present-collection.ts";
import { attribution, resourceId, text } from "../operations/schemas.ts";
import { tags } from "../operations/tag-schemas.ts";

export const collectionsUpdate = defineOperation({
  id: "collections.update",
  summary: "Change a collection's metadata and tags.",
  scope: "collections:write",
  sideEffect: "compute",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "CollectionUpdateInput",
  input: z.strictObject({
    name: text(1, 255).nullable().optional(),
    description: text(0, 10_000).nullable().optional(),
    attribution,
    color: text(0, 64).nullable().optional(),
    show_on_map: z.boolean().nullable().optional(),
    layer_order: z.int32().nullable().optional(),
    mosaic_rule: z.enum(MOSAIC_RULES).nullable().optional(),
    mosaic_property: text(1, 255).nullable().optional(),
    tags: tags.optional(),
    project_id: resourceId,
    collection_id: resourceId,
  }),
  outputName: "CollectionResponse",
  output: collectionResponseSchema,
  resources: {
    project: { kind: "project", role: "editor", field: "project_id" },
    collection: { kind: "collection", role: "editor", field: "collection_id" },
  },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    requireCollectionOfProject(resources.collection, resources.project);
    const values = sentFields(
      input,
      [...NULLABLE, "name", "show_on_map", "layer_order", "mosaic_rule", "tags"],
      NULLABLE,
    );
    requireMosaic({ ...resources.collection, ...values });
    const row = await updateCollection(database, resources.collection.id, values);
    if (row === undefined) throw new ProblemError("not_found", "No such collection.");
    return presentCollection(row);
  },
});

const NULLABLE = ["description", "attribution", "color", "mosaic_property"] as const;
