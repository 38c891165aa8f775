import { z } from "zod";
import { defineOperation } from "../operations/operation.ts";
import type { Deps } from "../deps.ts";
import { ingestSchema, itemIngest } from "./present-ingest.ts";
import { itemResponseSchema, presentItem } from "./present-item.ts";
import { resourceId } from "../operations/schemas.ts";

export const itemsGet = defineOperation({
  id: "items.get",
  summary: "Get one item.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemGetInput",
  input: z.strictObject({ item_id: resourceId }),
  outputName: "ItemGetOutput",
  output: z.object({
    item: itemResponseSchema.extend({
      /** How far its files are prepared; null for items without files, and of earlier times. */
      ingest: ingestSchema.nullable().optional(),
    }),
  }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run(deps: Pick<Deps, "database" | "clock">, _input, { resources: { item } }) {
    return { item: { ...presentItem(item), ingest: await itemIngest(deps, item.id) } };
  },
});
