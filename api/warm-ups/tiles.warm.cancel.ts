import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { endWarmUp } from "../../storage/warm-ups/warm-ups.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { presentWarmUp, warmUpSchema } from "./present-warm-up.ts";

export const tilesWarmCancel = defineOperation({
  id: "tiles.warm.cancel",
  summary: "End a warm-up; the tiles that it has drawn stay, and it can be resumed.",
  scope: "items:write",
  sideEffect: "compute",
  idempotent: true,
  bearer: "required",
  inputName: "TilesWarmCancel",
  input: z.strictObject({ warm_up_id: resourceId }),
  outputName: "WarmUp",
  output: warmUpSchema,
  resources: { warmUp: { kind: "warm_up", role: "editor", field: "warm_up_id" } },
  async run({ database, clock }: Pick<Deps, "database" | "clock">, _input, { resources: { warmUp } }) {
    const row = await endWarmUp(database, warmUp.id, { state: "cancelled", reason: null });
    if (row === undefined) throw new ProblemError("conflict", "This warm-up has ended already.");
    return presentWarmUp(row, clock());
  },
});
