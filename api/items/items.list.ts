import { z } from "zod";
import { listItems } from "../../storage/catalog/items.ts";
import { requireCollectionOfProject } from "../collections/collection-rules.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { itemPageSchema, presentItem } from "./present-item.ts";
import { nextOffsetOf, paging, resourceId } from "../operations/schemas.ts";

export const itemsList = defineOperation({
  id: "items.list",
  summary: "List a project's items.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemsListInput",
  input: z.strictObject({
    project_id: resourceId,
    collection_id: resourceId.nullable().optional(),
    uncollected: z.boolean().default(false),
    ...paging,
  }),
  outputName: null,
  output: itemPageSchema,
  resources: {
    project: { kind: "project", role: "viewer", field: "project_id" },
    collection: { kind: "collection", role: "viewer", field: "collection_id" },
  },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    if (resources.collection) requireCollectionOfProject(resources.collection, resources.project);
    const { limit, offset } = input;
    const page = await listItems(database, {
      projectId: resources.project.id,
      collectionId: resources.collection?.id,
      uncollected: input.uncollected,
      limit,
      offset,
    });
    const next_offset = nextOffsetOf({ offset }, page.items.length, page.total);
    return { items: page.items.map(presentItem), total: page.total, limit, offset, next_offset };
  },
});
