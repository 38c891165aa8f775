import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { findProfile } from "../../storage/catalog/profiles.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentProfile, profileResponseSchema } from "./present-profile.ts";
import { resourceId } from "../operations/schemas.ts";

export const visualizationProfileGet = defineOperation({
  id: "visualization.profile.get",
  summary: "Get one profile.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ProfileGetInput",
  input: z.strictObject({ item_id: resourceId, profile_id: resourceId }),
  outputName: null,
  output: profileResponseSchema,
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const row = await findProfile(database, resources.item.id, input.profile_id);
    if (row === undefined) throw new ProblemError("not_found", "No such profile.");
    return presentProfile(row);
  },
});
