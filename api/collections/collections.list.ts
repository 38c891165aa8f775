import { z } from "zod";
import { listCollections } from "../../storage/catalog/collections.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { collectionResponseSchema, presentCollection } from "./present-collection.ts";
import { resourceId } from "../operations/schemas.ts";

export const collectionsList = defineOperation({
  id: "collections.list",
  summary: "List a project's collections with item counts.",
  scope: "collections:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "src__operations__collections__reads__CollectionsListInput",
  input: z.strictObject({ project_id: resourceId }),
  outputName: null,
  output: z.object({ collections: z.array(collectionResponseSchema) }),
  resources: { project: { kind: "project", role: "viewer", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { resources }) {
    const rows = await listCollections(database, resources.project.id);
    return { collections: rows.map(presentCollection) };
  },
});
