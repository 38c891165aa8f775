import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { moveItem } from "../../storage/catalog/move-item.ts";
import { isUniqueViolation } from "../../storage/database/database.ts";
import { countLinksOf } from "../../storage/links/live-links.ts";
import { requireCollectionOfProject } from "../collections/collection-rules.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { itemResponseSchema, presentItem } from "./present-item.ts";

export const itemsMove = defineOperation({
  id: "items.move",
  summary:
    "Move an item to another project of the organization, with its own links; it leaves its collection. `preview` says what would change.",
  scope: "items:write",
  sideEffect: "compute",
  bearer: "required",
  idempotent: true,
  inputName: "ItemMoveInput",
  input: z.strictObject({
    item_id: resourceId,
    target_project_id: resourceId,
    /** A collection of the target project; null or absent: none. */
    target_collection_id: resourceId.nullable().optional(),
    /** Moves nothing, and answers what would change. */
    preview: z.boolean().default(false),
  }),
  outputName: "ItemMoveOutput",
  output: z.object({
    moved: z.boolean(),
    item: itemResponseSchema,
    /** Live links of the item: members of the target project manage them from then on. */
    links_moved: z.int(),
    /** Live links of the collection that the item leaves: they no longer show it. */
    links_without_item: z.int(),
  }),
  auditedAnswer: ["moved", "links_moved", "links_without_item"],
  resources: {
    item: { kind: "item", role: "editor", field: "item_id" },
    project: { kind: "project", role: "editor", field: "target_project_id", isOpen: true },
    collection: { kind: "collection", role: "editor", field: "target_collection_id" },
  },
  async run({ database }: Pick<Deps, "database">, input, { resources: { item, project, collection } }) {
    if (collection !== undefined) requireCollectionOfProject(collection, project);
    if (item.project_id === project.id) {
      throw InputError.at("target_project_id", "is the project that the item is in");
    }
    const { collection_id: former } = item;
    const effects = {
      links_moved: await countLinksOf(database, [item.id]),
      links_without_item: former === null ? 0 : await countLinksOf(database, [former]),
    };
    if (input.preview) return { moved: false, item: presentItem(item), ...effects };
    const place = { projectId: project.id, collectionId: collection?.id ?? null };
    const moved = await moveItem(database, item, place).catch((error: unknown) => {
      if (!isUniqueViolation(error, "items_stac_id")) throw error;
      throw new ProblemError("conflict", "The project already has an item with this stac_id.");
    });
    return { moved: true, item: presentItem(moved), ...effects };
  },
});
