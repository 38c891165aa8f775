import { z } from "zod";
import { requireCollectionOfProject } from "./collection-rules.ts";
import { defineOperation } from "../operations/operation.ts";
import { collectionResponseSchema, presentCollection } from "./present-collection.ts";
import { resourceId } from "../operations/schemas.ts";

export const collectionsGet = defineOperation({
  id: "collections.get",
  summary: "Get one collection.",
  scope: "collections:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "CollectionsGetInput",
  input: z.strictObject({ project_id: resourceId, collection_id: resourceId }),
  outputName: null,
  output: collectionResponseSchema,
  resources: {
    project: { kind: "project", role: "viewer", field: "project_id" },
    collection: { kind: "collection", role: "viewer", field: "collection_id" },
  },
  async run(_deps, _input, { resources }) {
    requireCollectionOfProject(resources.collection, resources.project);
    return presentCollection(resources.collection);
  },
});
