import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { PROFILE_TYPES } from "../../core/styles/profile.ts";
import { isUniqueViolation } from "../../storage/database/database.ts";
import { findProfile, updateProfile } from "../../storage/catalog/profiles.ts";
import { sentFields } from "../operations/sent-fields.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentProfile, profileResponseSchema } from "./present-profile.ts";
import { profileConfig, resourceId, text } from "../operations/schemas.ts";
import { configToStore } from "./config-to-store.ts";

export const visualizationProfileUpdate = defineOperation({
  id: "visualization.profile.update",
  summary: "Change a render profile.",
  scope: "items:write",
  sideEffect: "compute",
  bearer: "required",
  body: BODY_LIMITS.profile,
  inputName: "ProfileUpdateInput",
  input: z.strictObject({
    name: text(1, 255).nullable().optional(),
    type: z.enum(PROFILE_TYPES).nullable().optional(),
    is_default: z.boolean().nullable().optional(),
    sort_order: z.int32().nullable().optional(),
    config: profileConfig.nullable().optional(),
    asset_key: text(0, 100).nullable().optional(),
    item_id: resourceId,
    profile_id: resourceId,
  }),
  outputName: "ProfileResponse",
  output: profileResponseSchema,
  resources: { item: { kind: "item", role: "editor", field: "item_id" } },
  async run(deps: Pick<Deps, "database" | "jobs">, input, { resources: { item } }) {
    const { database } = deps;
    const known = await findProfile(database, item.id, input.profile_id);
    const values = sentFields(
      input,
      ["name", "type", "is_default", "sort_order", "config", "asset_key"],
      ["asset_key"],
    );
    if (known === undefined) throw new ProblemError("not_found", "No such profile.");
    const config = await configToStore(deps, item, { ...known, ...values });
    const changes = values.config === undefined ? values : { ...values, config };
    try {
      const row = await updateProfile(database, item, known.id, changes);
      if (row === undefined) throw new ProblemError("not_found", "No such profile.");
      return presentProfile(row);
    } catch (error) {
      if (!isUniqueViolation(error, "render_profiles_item_id_name_key")) throw error;
      throw new ProblemError("conflict", "The item already has a profile of this name.");
    }
  },
});
