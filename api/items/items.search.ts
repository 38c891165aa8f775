import { z } from "zod";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { featureCollectionSchema, presentFeatures } from "./feature-collection.ts";
import { baseUrlOf, findItems, itemSearchFields, requireGeoJson } from "./search-input.ts";

export const itemsSearch = defineOperation({
  id: "items.search",
  summary: "Find a project's items by place, time, collection, type and properties, as STAC features.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "ProjectItemSearchInput",
  input: z.strictObject({ project_id: resourceId, ...itemSearchFields }),
  outputName: "FeatureCollectionOutput",
  output: featureCollectionSchema,
  resources: { project: { kind: "project", role: "viewer", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, input, { principal, publicUrl, resources }) {
    requireGeoJson(input.format);
    const base = baseUrlOf(input.base_url, publicUrl);
    return presentFeatures(await findItems(database, principal, input, resources.project.id), base);
  },
});
