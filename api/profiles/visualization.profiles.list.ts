import { z } from "zod";
import { listProfiles } from "../../storage/catalog/profiles.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentProfile, profileResponseSchema } from "./present-profile.ts";
import { resourceId } from "../operations/schemas.ts";

export const visualizationProfilesList = defineOperation({
  id: "visualization.profiles.list",
  summary: "List an item's profiles by sort_order, created_at.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ProfilesListInput",
  input: z.strictObject({ item_id: resourceId }),
  outputName: null,
  output: z.object({ profiles: z.array(profileResponseSchema) }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { resources }) {
    const rows = await listProfiles(database, [resources.item.id]);
    return { profiles: rows.map(presentProfile) };
  },
});
