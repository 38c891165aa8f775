import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { insertWarmUp, WARM_UPS_MAX } from "../../storage/warm-ups/warm-ups.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentWarmUp, warmUpSchema } from "./present-warm-up.ts";
import { planWarmUp, tooManyTiles, warmInput, warmResources, type WarmPlanDeps } from "./warm-input.ts";

export const tilesWarmStart = defineOperation({
  id: "tiles.warm.start",
  summary:
    "Draw tiles before they are looked at, in the background: no viewer waits for them, and they are not billed.",
  scope: "items:write",
  sideEffect: "compute",
  bearer: "required",
  idempotent: true,
  inputName: "TilesWarmStart",
  input: z.strictObject(warmInput),
  outputName: "WarmUp",
  output: warmUpSchema,
  resources: warmResources,
  async run(
    deps: WarmPlanDeps & Pick<Deps, "warmUps">,
    input,
    { resources: { link, item, collection }, principal },
  ) {
    const owner = link ?? item ?? collection;
    if (owner === undefined) throw new Error("a warm-up has a target");
    const plan = await planWarmUp(deps, owner, input);
    if (!plan.isWithinLimit) throw tooManyTiles(plan, deps.config.WARM_TILES_MAX);
    const row = await insertWarmUp(deps.database, plan.values, principal.id);
    if (row === "too_many") throw tooManyWarmUps();
    deps.warmUps.wake();
    return presentWarmUp(row, deps.clock());
  },
});

/** The failure of an organization that has as many as it may. */
export function tooManyWarmUps(): ProblemError {
  return new ProblemError(
    "conflict",
    `An organization may have ${WARM_UPS_MAX} warm-ups that are not finished; wait for one, or cancel it.`,
    { extensions: { reason: "too_many_warm_ups" } },
  );
}
