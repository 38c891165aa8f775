import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { lockOrganization } from "../../storage/accounts/organizations.ts";
import { listAssets } from "../../storage/catalog/assets.ts";
import { duplicateItem } from "../../storage/catalog/duplicate-item.ts";
import { holdCollection, holdItem } from "../../storage/catalog/hold-item.ts";
import { findProject, holdProject } from "../../storage/catalog/projects.ts";
import { requireCollectionOfProject } from "../collections/collection-rules.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { requireOpenProject } from "../operations/resources.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { storageLeft } from "../uploads/upload-quota.ts";
import { itemResponseSchema, presentItem } from "./present-item.ts";

export const itemsDuplicate = defineOperation({
  id: "items.duplicate",
  summary:
    "Make an item like another one, with its files and profiles, in its project or another one. Files count as stored once more; links stay with the item they share.",
  scope: "items:write",
  sideEffect: "compute",
  bearer: "required",
  idempotent: true,
  creates: "items",
  inputName: "ItemDuplicateInput",
  input: z.strictObject({
    item_id: resourceId,
    new_name: text(1, 500).nullable().optional(),
    /** Null: none. Absent: that of the item, where the duplicate stays in its project. */
    target_collection_id: resourceId.nullable().optional(),
    target_project_id: resourceId.nullable().optional(),
  }),
  outputName: "ItemResponse",
  output: itemResponseSchema,
  resources: {
    item: { kind: "item", role: "editor", field: "item_id" },
    project: { kind: "project", role: "editor", field: "target_project_id", isOpen: true },
    collection: { kind: "collection", role: "editor", field: "target_collection_id" },
  },
  async run({ database, limits }: Pick<Deps, "database" | "limits">, input, { resources, principal }) {
    const { item } = resources;
    const project = resources.project ?? (await findProject(database, item.project_id));
    if (project === undefined) throw new ProblemError("not_found", "No such project.");
    requireOpenProject(project);
    if (resources.collection !== undefined) requireCollectionOfProject(resources.collection, project);
    const inherits = input.target_collection_id === undefined && project.id === item.project_id;
    const row = await database.begin(async (transaction) => {
      await lockOrganization(transaction, item.organization_id);
      const collectionId = resources.collection?.id ?? (inherits ? item.collection_id : null);
      await holdProject(transaction, project.id);
      await holdCollection(transaction, collectionId);
      // Its files stay as they are from here on: a preparation goes on with one item only.
      await holdItem(transaction, item);
      const assets = await listAssets(transaction, item.id);
      if (assets.some(({ state }) => state === "preparing")) {
        throw new ProblemError("conflict", "The item's files are still being prepared; try again later.");
      }
      const left = await storageLeft(
        { database: transaction, limits },
        { organization_id: item.organization_id },
      );
      if (assets.reduce((sum, { bytes }) => sum + bytes, 0) > left.bytes) throw left.fault();
      return await duplicateItem(transaction, item, {
        name: input.new_name ?? `${item.name.slice(0, 490)} (copy)`,
        projectId: project.id,
        collectionId,
        createdBy: principal.id,
      });
    });
    return presentItem(row);
  },
});
