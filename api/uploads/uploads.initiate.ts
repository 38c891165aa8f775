import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { listAssets } from "../../storage/catalog/assets.ts";
import { lockOrganization } from "../../storage/accounts/organizations.ts";
import { insertUpload } from "../../storage/catalog/uploads.ts";
import { requireCollectionOfProject } from "../collections/collection-rules.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentUpload, uploadOutputSchema } from "./present-upload.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { requireRoomForUpload } from "./upload-quota.ts";

/** The most files of one item. */
const FILES_MAX = 20;

export const uploadsInitiate = defineOperation({
  id: "uploads.initiate",
  summary: "Open an upload session.",
  scope: "uploads:write",
  sideEffect: "compute",
  bearer: "required",
  idempotent: true,
  inputName: "UploadInitiate",
  input: z.strictObject({
    project_id: resourceId,
    transfer_method: text(1, 100).default("browser"),
    file_count: z.int().min(1).default(1),
    total_bytes: z.int().min(0).default(0),
    /** The collection of the new item; absent when the files become assets of an existing item. */
    target_collection_id: resourceId.nullable().optional(),
    target_item_id: resourceId.nullable().optional(),
    /** The item whose drawn file this one replaces: maps and links show it as soon as it is completed. */
    replaces_item_id: resourceId.nullable().optional(),
    /** The asset key, for a single file. An existing asset with this key is replaced. */
    asset_key: text(1, 100).nullable().optional(),
    /** Whether the values are classes, which must not be averaged. */
    is_categorical: z.boolean().default(false),
  }),
  outputName: "UploadOutput",
  output: uploadOutputSchema,
  resources: {
    project: { kind: "project", role: "editor", field: "project_id", isOpen: true },
    collection: { kind: "collection", role: "editor", field: "target_collection_id" },
    item: { kind: "item", role: "editor", field: "target_item_id" },
    replaced: { kind: "item", role: "editor", field: "replaces_item_id" },
  },
  async run({ database, limits }: Pick<Deps, "database" | "limits">, input, { resources, principal }) {
    const { project, collection, replaced } = resources;
    const item = resources.item ?? replaced;
    if (replaced !== undefined) requireReplacement(input, replaced, project);
    if (collection !== undefined) requireCollectionOfProject(collection, project);
    if (item !== undefined && item.project_id !== project.id) {
      throw InputError.at("target_item_id", "names an item of another project");
    }
    if (item !== undefined && collection !== undefined) {
      throw InputError.at("target_collection_id", "is for a new item; leave it out beside target_item_id");
    }
    if (input.file_count > FILES_MAX) throw InputError.at("file_count", `must be at most ${FILES_MAX}`);
    if (typeof input.asset_key === "string" && input.file_count > 1) {
      throw InputError.at("asset_key", "is for a single file; leave it out, and files name their assets");
    }
    const values = {
      project_id: project.id,
      transfer_method: input.transfer_method,
      file_count: input.file_count,
      total_bytes: input.total_bytes,
      target_collection_id: collection?.id ?? null,
      target_item_id: item?.id ?? null,
      asset_key: replaced
        ? ((await listAssets(database, replaced.id))[0]?.key ?? null)
        : (input.asset_key ?? null),
      is_categorical: input.is_categorical,
      created_by: principal.id,
    };
    const row = await database.begin(async (transaction) => {
      await lockOrganization(transaction, project.organization_id);
      const deps = { database: transaction, limits };
      await requireRoomForUpload(deps, project.organization_id, input.total_bytes);
      return await insertUpload(transaction, values);
    });
    return presentUpload(row);
  },
});

/** A replacement says itself which file it is for. */
function requireReplacement(
  input: {
    readonly target_item_id?: string | null | undefined;
    readonly asset_key?: string | null | undefined;
    readonly file_count: number;
  },
  replaced: { readonly project_id: string },
  project: { readonly id: string },
): void {
  if (replaced.project_id !== project.id) {
    throw InputError.at("replaces_item_id", "names an item of another project");
  }
  for (const field of ["target_item_id", "asset_key"] as const) {
    if (typeof input[field] === "string") throw InputError.at(field, "is not sent beside replaces_item_id");
  }
  if (input.file_count > 1) throw InputError.at("file_count", "must be 1 beside replaces_item_id");
}
