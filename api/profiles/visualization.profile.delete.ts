import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { deleteProfile } from "../../storage/catalog/profiles.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { okOutput, resourceId } from "../operations/schemas.ts";

export const visualizationProfileDelete = defineOperation({
  id: "visualization.profile.delete",
  summary: "Delete a render profile.",
  scope: "items:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "ProfileRef",
  input: z.strictObject({ item_id: resourceId, profile_id: resourceId }),
  outputName: "OkOutput",
  output: okOutput,
  resources: { item: { kind: "item", role: "editor", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    if (!(await deleteProfile(database, resources.item, input.profile_id))) {
      throw new ProblemError("not_found", "No such profile.");
    }
    return { ok: true, id: input.profile_id };
  },
});
