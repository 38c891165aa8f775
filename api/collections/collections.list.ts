import { z } from "zod";
import { listCollections } from "../../storage/catalog/collections.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { collectionResponseSchema, presentCollection } from "./present-collection.ts";
import { nextOffset, nextOffsetOf, paging, resourceId } from "../operations/schemas.ts";

export const collectionsList = defineOperation({
  id: "collections.list",
  summary: "List a project's collections with item counts.",
  scope: "collections:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "src__operations__collections__reads__CollectionsListInput",
  input: z.strictObject({ project_id: resourceId, offset: paging.offset }),
  outputName: null,
  output: z.object({
    collections: z.array(collectionResponseSchema),
    total: z.int(),
    next_offset: nextOffset,
  }),
  resources: { project: { kind: "project", role: "viewer", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { collections, total } = await listCollections(database, resources.project.id, input.offset);
    const next_offset = nextOffsetOf(input, collections.length, total);
    return { collections: collections.map(presentCollection), total, next_offset };
  },
});
