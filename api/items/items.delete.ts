import { z } from "zod";
import { deleteItem } from "../../storage/catalog/items.ts";
import { countLiveLinks } from "../../storage/links/live-links.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { deletionOutput, resourceId } from "../operations/schemas.ts";

export const itemsDelete = defineOperation({
  id: "items.delete",
  summary: "Soft-delete an item: its links open nothing from then on. `preview` says how many.",
  scope: "items:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "ItemDeleteInput",
  input: z.strictObject({
    item_id: resourceId,
    /** Deletes nothing, and answers what would change. */
    preview: z.boolean().default(false),
  }),
  outputName: "ItemDeleteOutput",
  output: deletionOutput,
  auditedAnswer: ["deleted", "live_links"],
  resources: { item: { kind: "item", role: "editor", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, { preview }, { resources: { item } }) {
    const live_links = await countLiveLinks(database, item);
    if (!preview) await deleteItem(database, item);
    return { ok: true, id: item.id, deleted: !preview, live_links };
  },
});
