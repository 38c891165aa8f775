import { z } from "zod";
import { deleteCollection } from "../../storage/catalog/collections.ts";
import { requireCollectionOfProject } from "./collection-rules.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { okOutput, resourceId } from "../operations/schemas.ts";

export const collectionsDelete = defineOperation({
  id: "collections.delete",
  summary: "Soft-delete a collection; its items stay, unlinked.",
  scope: "collections:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "CollectionDeleteInput",
  input: z.strictObject({ project_id: resourceId, collection_id: resourceId }),
  outputName: "CollectionDeleteOutput",
  output: okOutput,
  resources: {
    project: { kind: "project", role: "editor", field: "project_id" },
    collection: { kind: "collection", role: "editor", field: "collection_id" },
  },
  async run({ database }: Pick<Deps, "database">, _input, { resources }) {
    requireCollectionOfProject(resources.collection, resources.project);
    await deleteCollection(database, resources.collection.id);
    return { ok: true, id: resources.collection.id };
  },
});
