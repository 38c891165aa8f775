import { z } from "zod";
import { listItems } from "../../storage/catalog/items.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { itemPageSchema, presentItem } from "./present-item.ts";
import { nextOffsetOf, paging, resourceId } from "../operations/schemas.ts";

export const itemsListByCollection = defineOperation({
  id: "items.list_by_collection",
  summary: "List a collection's items.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemsByCollectionInput",
  input: z.strictObject({ collection_id: resourceId, ...paging }),
  outputName: null,
  output: itemPageSchema,
  resources: { collection: { kind: "collection", role: "viewer", field: "collection_id" } },
  async run({ database }: Pick<Deps, "database">, { limit, offset }, { resources }) {
    const page = await listItems(database, { collectionId: resources.collection.id, limit, offset });
    const next_offset = nextOffsetOf({ offset }, page.items.length, page.total);
    return { items: page.items.map(presentItem), total: page.total, limit, offset, next_offset };
  },
});
