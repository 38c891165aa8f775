import { z } from "zod";
import { defineOperation } from "../operations/operation.ts";
import { presentWarmEstimate, warmEstimateSchema } from "./present-warm-up.ts";
import { planWarmUp, warmInput, warmResources, type WarmPlanDeps } from "./warm-input.ts";

export const tilesWarmEstimate = defineOperation({
  id: "tiles.warm.estimate",
  summary: "How many tiles a warm-up would draw, and what they take of the store; nothing is drawn.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "TilesWarmEstimate",
  input: z.strictObject(warmInput),
  outputName: "TilesWarmEstimateOutput",
  output: warmEstimateSchema,
  resources: warmResources,
  async run(deps: WarmPlanDeps, input, { resources: { link, item, collection } }) {
    const owner = link ?? item ?? collection;
    if (owner === undefined) throw new Error("a warm-up has a target");
    return presentWarmEstimate(await planWarmUp(deps, owner, input), deps.config.WARM_TILES_MAX);
  },
});
