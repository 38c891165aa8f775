import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { presentWarmUp, warmUpSchema } from "./present-warm-up.ts";

export const tilesWarmGet = defineOperation({
  id: "tiles.warm.get",
  summary: "One warm-up, and how far it is.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "TilesWarmGet",
  input: z.strictObject({ warm_up_id: resourceId }),
  outputName: "WarmUp",
  output: warmUpSchema,
  resources: { warmUp: { kind: "warm_up", role: "viewer", field: "warm_up_id" } },
  run({ clock }: Pick<Deps, "clock">, _input, { resources }) {
    return Promise.resolve(presentWarmUp(resources.warmUp, clock()));
  },
});
