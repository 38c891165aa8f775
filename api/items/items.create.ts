import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { newId } from "../../infra/new-id.ts";
import { insertItem } from "../../storage/catalog/items.ts";
import { isUniqueViolation } from "../../storage/database/database.ts";
import { assetsInput, placedFootprint, registerAssets } from "./register-assets.ts";
import { startIngests } from "./start-ingests.ts";
import { requireCollectionOfProject } from "../collections/collection-rules.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { ITEM_TYPES, itemResponseSchema, presentItem } from "./present-item.ts";
import {
  attribution,
  boundingBox,
  itemGeometry,
  itemProperties,
  resourceId,
  text,
  timestamp,
} from "../operations/schemas.ts";
import { tags } from "../operations/tag-schemas.ts";
import { footprintBounds, footprintGeometry } from "../../core/rasters/footprint-geometry.ts";

export const itemsCreate = defineOperation({
  id: "items.create",
  summary: "Create an item in a project.",
  scope: "items:write",
  sideEffect: "compute",
  bearer: "required",
  idempotent: true,
  body: BODY_LIMITS.item,
  creates: "items",
  inputName: "ItemCreateInput",
  input: z.strictObject({
    collection_id: resourceId.nullable().optional(),
    stac_id: text(1, 500).nullable().optional(),
    type: z.enum(ITEM_TYPES),
    geometry: itemGeometry.nullable().optional(),
    bbox: boundingBox.nullable().optional(),
    datetime: timestamp.nullable().optional(),
    start_datetime: timestamp.nullable().optional(),
    end_datetime: timestamp.nullable().optional(),
    /** When `items.expire_batch` marks it as expired. */
    expires_at: timestamp.nullable().optional(),
    cloud_cover: z.number().nullable().optional(),
    gsd: z.number().nullable().optional(),
    name: text(1, 500),
    description: text(0, 10_000).nullable().optional(),
    attribution,
    properties: itemProperties.optional(),
    tags: tags.optional(),
    stac_extensions: z.array(text(1, 1_000)).max(100).optional(),
    order_id: text(0, 500).nullable().optional(),
    upload_id: text(0, 500).nullable().optional(),
    job_id: text(0, 500).nullable().optional(),
    project_id: resourceId,
    assets: assetsInput.optional(),
  }),
  outputName: "ItemResponse",
  output: itemResponseSchema,
  resources: {
    project: { kind: "project", role: "editor", field: "project_id", isOpen: true },
    collection: { kind: "collection", role: "editor", field: "collection_id" },
  },
  async run(deps: Pick<Deps, "database" | "objectStore" | "jobs" | "config" | "logger">, input, context) {
    const { project, collection } = context.resources;
    if (collection !== undefined) requireCollectionOfProject(collection, project);
    const assets = await registerAssets(deps, input.assets ?? {}, project);
    const footprint = placedFootprint(assets);
    try {
      const row = await insertItem(
        deps.database,
        project.id,
        {
          collection_id: collection?.id ?? null,
          stac_id: input.stac_id ?? newId(),
          type: input.type,
          geometry: input.geometry ?? (footprint ? footprintGeometry(footprint) : null),
          bbox: input.bbox ?? (footprint ? footprintBounds(footprint) : null),
          datetime: dateOrNull(input.datetime),
          start_datetime: dateOrNull(input.start_datetime),
          end_datetime: dateOrNull(input.end_datetime),
          expires_at: dateOrNull(input.expires_at),
          cloud_cover: input.cloud_cover ?? null,
          gsd: input.gsd ?? null,
          name: input.name,
          description: input.description ?? null,
          attribution: input.attribution ?? null,
          properties: input.properties ?? {},
          tags: input.tags ?? {},
          stac_extensions: input.stac_extensions ?? [],
          lifecycle_state: "active",
          order_id: input.order_id ?? null,
          upload_id: input.upload_id ?? null,
          job_id: input.job_id ?? null,
          created_by: context.principal.id,
        },
        assets,
      );
      if (assets.length > 0) await startIngests(deps, row.id);
      return presentItem(row);
    } catch (error) {
      if (!isUniqueViolation(error, "items_stac_id")) throw error;
      throw new ProblemError("conflict", "The project already has an item with this stac_id.");
    }
  },
});

function dateOrNull(value: string | null | undefined): Date | null {
  return value === null || value === undefined ? null : new Date(value);
}
