import { z } from "zod";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { featureCollectionSchema, presentFeatures } from "./feature-collection.ts";
import { baseUrlOf, findItems, itemSearchFields, requireGeoJson } from "./search-input.ts";

export const itemsSearchOrg = defineOperation({
  id: "items.search_org",
  summary:
    "Find items in all projects that the caller sees, by place, time, collection, type and properties, as STAC features.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "OrgItemSearchInput",
  input: z.strictObject(itemSearchFields),
  outputName: "FeatureCollectionOutput",
  output: featureCollectionSchema,
  async run({ database }: Pick<Deps, "database">, input, { principal, publicUrl }) {
    requireGeoJson(input.format);
    const base = baseUrlOf(input.base_url, publicUrl);
    return presentFeatures(await findItems(database, principal, input), base);
  },
});
