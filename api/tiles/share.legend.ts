import { z } from "zod";
import { legendPng } from "../../core/styles/legend-bitmap.ts";
import { legendSchema, type Legend } from "../../core/styles/legend.ts";
import { legendSvg } from "../../core/styles/legend-picture.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { linkCredentials } from "../operations/schemas.ts";
import { inProfile } from "./in-profile.ts";
import { legendOfLayers } from "./legend-of-layers.ts";

/** What an operation answers: the key as data, and as a picture. */
export const legendOutput = legendSchema.extend({
  svg: z.string().meta({ description: "The legend as a picture, 260 pixels wide." }),
  png: z.string().meta({ description: "The same as PNG, in base64." }),
});

/** A key with its pictures. */
export function presentLegend(legend: Legend): z.input<typeof legendOutput> {
  return { ...legend, svg: legendSvg(legend), png: legendPng(legend).toString("base64") };
}

export const shareLegend = defineOperation({
  id: "share.legend",
  summary: "What the colours of a link's tiles mean: values and colours, and a picture. It is no view.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "optional",
  body: BODY_LIMITS.redeem,
  inputName: "ShareLegendInput",
  input: z.strictObject({ ...linkCredentials, profile: z.string().nullable().optional() }),
  outputName: "Legend",
  output: legendOutput,
  async run({ opener }: Pick<Deps, "opener">, input, context) {
    const opened = await opener.open(input.token, input.password, context);
    return presentLegend(legendOfLayers((await inProfile(opened, input.profile)).layers));
  },
});
