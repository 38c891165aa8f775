import { z } from "zod";
import { listProfilePage } from "../../storage/catalog/profiles.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentProfile, profileResponseSchema } from "./present-profile.ts";
import { nextOffset, nextOffsetOf, paging, resourceId } from "../operations/schemas.ts";

export const visualizationProfilesList = defineOperation({
  id: "visualization.profiles.list",
  summary: "List an item's profiles by sort_order, created_at.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ProfilesListInput",
  input: z.strictObject({ item_id: resourceId, offset: paging.offset }),
  outputName: null,
  output: z.object({
    profiles: z.array(profileResponseSchema),
    total: z.int(),
    next_offset: nextOffset,
  }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { profiles, total } = await listProfilePage(database, resources.item.id, input.offset);
    const next_offset = nextOffsetOf(input, profiles.length, total);
    return { profiles: profiles.map(presentProfile), total, next_offset };
  },
});
