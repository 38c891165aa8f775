import { z } from "zod";
import { listWarmUps } from "../../storage/warm-ups/warm-ups.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { paging, resourceId } from "../operations/schemas.ts";
import { presentWarmUp, warmUpSchema } from "./present-warm-up.ts";

export const tilesWarmList = defineOperation({
  id: "tiles.warm.list",
  summary: "The warm-ups of a project, the latest first; ended ones for 90 days.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "TilesWarmList",
  input: z.strictObject({ project_id: resourceId, ...paging }),
  outputName: null,
  output: z.object({ warm_ups: z.array(warmUpSchema) }),
  resources: { project: { kind: "project", role: "viewer", field: "project_id" } },
  async run({ database, clock }: Pick<Deps, "database" | "clock">, page, { resources: { project } }) {
    const rows = await listWarmUps(database, project.id, page);
    return { warm_ups: rows.map((row) => presentWarmUp(row, clock())) };
  },
});
