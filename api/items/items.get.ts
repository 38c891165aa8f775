import { z } from "zod";
import { defineOperation } from "../operations/operation.ts";
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
  output: z.object({ item: itemResponseSchema }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run(_deps, _input, { resources }) {
    return { item: presentItem(resources.item) };
  },
});
