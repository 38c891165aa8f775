import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { resumeWarmUp } from "../../storage/warm-ups/warm-ups.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { presentWarmUp, warmUpSchema } from "./present-warm-up.ts";
import { tooManyWarmUps } from "./tiles.warm.start.ts";

export const tilesWarmResume = defineOperation({
  id: "tiles.warm.resume",
  summary: "Go on with a warm-up that was cancelled or failed, where it was.",
  scope: "items:write",
  sideEffect: "compute",
  idempotent: true,
  bearer: "required",
  inputName: "TilesWarmResume",
  input: z.strictObject({ warm_up_id: resourceId }),
  outputName: "WarmUp",
  output: warmUpSchema,
  resources: { warmUp: { kind: "warm_up", role: "editor", field: "warm_up_id" } },
  async run(
    { database, clock, warmUps }: Pick<Deps, "database" | "clock" | "warmUps">,
    _input,
    { resources: { warmUp } },
  ) {
    const row = await resumeWarmUp(database, warmUp);
    if (row === "too_many") throw tooManyWarmUps();
    if (row === undefined) {
      throw new ProblemError("conflict", "Only a warm-up that was cancelled or failed can be resumed.");
    }
    warmUps.wake();
    return presentWarmUp(row, clock());
  },
});
