import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { updateProfile } from "../../storage/catalog/profiles.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentProfile, profileResponseSchema } from "./present-profile.ts";
import { resourceId } from "../operations/schemas.ts";

export const visualizationProfileSetDefault = defineOperation({
  id: "visualization.profile.set_default",
  summary: "Make a profile the item's default.",
  scope: "items:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "ProfileRef",
  input: z.strictObject({ item_id: resourceId, profile_id: resourceId }),
  outputName: "ProfileResponse",
  output: profileResponseSchema,
  resources: { item: { kind: "item", role: "editor", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const row = await updateProfile(database, resources.item, input.profile_id, { is_default: true });
    if (row === undefined) throw new ProblemError("not_found", "No such profile.");
    return presentProfile(row);
  },
});
