import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { PROFILE_TYPES } from "../../core/styles/profile.ts";
import { isUniqueViolation } from "../../storage/database/database.ts";
import { insertProfile } from "../../storage/catalog/profiles.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentProfile, PROFILE_LAYERS, profileResponseSchema } from "./present-profile.ts";
import { profileConfig, resourceId, text } from "../operations/schemas.ts";
import { configToStore } from "./config-to-store.ts";

export const visualizationProfileCreate = defineOperation({
  id: "visualization.profile.create",
  summary: "Create a render profile on an item.",
  scope: "items:write",
  sideEffect: "compute",
  bearer: "required",
  idempotent: true,
  body: BODY_LIMITS.profile,
  creates: "render_profiles",
  inputName: "ProfileCreateInput",
  input: z.strictObject({
    name: text(1, 255),
    layer: z.enum(PROFILE_LAYERS).default("user"),
    type: z.enum(PROFILE_TYPES),
    is_default: z.boolean().default(false),
    sort_order: z.int32().default(0),
    config: profileConfig,
    asset_key: text(0, 100).nullable().optional(),
    item_id: resourceId,
  }),
  outputName: "ProfileResponse",
  output: profileResponseSchema,
  resources: { item: { kind: "item", role: "editor", field: "item_id" } },
  async run(deps: Pick<Deps, "database" | "jobs">, input, { resources, principal }) {
    const { item_id: _, asset_key = null, ...values } = input;
    const config = await configToStore(deps, resources.item, { ...values, asset_key });
    const row = { ...values, config, asset_key, created_by: principal.id };
    try {
      return presentProfile(await insertProfile(deps.database, resources.item, row));
    } catch (error) {
      if (!isUniqueViolation(error, "render_profiles_item_id_name_key")) throw error;
      throw new ProblemError("conflict", "The item already has a profile of this name.");
    }
  },
});
