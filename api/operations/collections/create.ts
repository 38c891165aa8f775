import { z } from "zod";
import { insertCollection } from "../../../storage/collections.ts";
import type { Deps } from "../../deps.ts";
import { defineOperation } from "../../operation.ts";
import { collectionResponseSchema, presentCollection } from "../../presenters/collection.ts";
import { resourceId, text } from "../../schemas.ts";

export const collectionsCreate = defineOperation({
  id: "collections.create",
  summary: "Create a collection of items in a project.",
  scope: "collections:write",
  sideEffect: "compute",
  bearer: "required",
  idempotent: true,
  inputName: "CollectionCreateInput",
  input: z.strictObject({
    name: text(1, 255),
    description: text(0, 10_000).nullable().optional(),
    color: text(0, 64).nullable().optional(),
    show_on_map: z.boolean().default(true),
    layer_order: z.int32().default(0),
    project_id: resourceId,
  }),
  outputName: "CollectionResponse",
  output: collectionResponseSchema,
  resources: { project: { kind: "project", role: "editor", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const row = await insertCollection(database, resources.project.id, {
      name: input.name,
      description: input.description ?? null,
      color: input.color ?? null,
      show_on_map: input.show_on_map,
      layer_order: input.layer_order,
    });
    return presentCollection(row);
  },
});
