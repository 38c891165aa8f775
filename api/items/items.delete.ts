import { z } from "zod";
import { deleteItem } from "../../storage/catalog/items.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { okOutput, resourceId } from "../operations/schemas.ts";

export const itemsDelete = defineOperation({
  id: "items.delete",
  summary: "Soft-delete an item.",
  scope: "items:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "ItemDeleteInput",
  input: z.strictObject({ item_id: resourceId }),
  outputName: "ItemDeleteOutput",
  output: okOutput,
  resources: { item: { kind: "item", role: "editor", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { resources }) {
    await deleteItem(database, resources.item);
    return { ok: true, id: resources.item.id };
  },
});
