import { z } from "zod";
import { deleteCollection } from "../../storage/catalog/collections.ts";
import { countLinksOf } from "../../storage/links/live-links.ts";
import { requireCollectionOfProject } from "./collection-rules.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { deletionOutput, resourceId } from "../operations/schemas.ts";

export const collectionsDelete = defineOperation({
  id: "collections.delete",
  summary:
    "Soft-delete a collection; its items stay, unlinked, and its links open nothing from then on. `preview` says how many.",
  scope: "collections:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "CollectionDeleteInput",
  input: z.strictObject({
    project_id: resourceId,
    collection_id: resourceId,
    /** Deletes nothing, and answers what would change. */
    preview: z.boolean().default(false),
  }),
  outputName: "CollectionDeleteOutput",
  output: deletionOutput,
  auditedAnswer: ["deleted", "live_links"],
  resources: {
    project: { kind: "project", role: "editor", field: "project_id" },
    collection: { kind: "collection", role: "editor", field: "collection_id" },
  },
  async run({ database }: Pick<Deps, "database">, { preview }, { resources }) {
    requireCollectionOfProject(resources.collection, resources.project);
    const { id } = resources.collection;
    const live_links = await countLinksOf(database, [id]);
    if (!preview) await deleteCollection(database, id);
    return { ok: true, id, deleted: !preview, live_links };
  },
});
