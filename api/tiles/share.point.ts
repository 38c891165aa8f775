import { z } from "zod";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { linkCredentials } from "../operations/schemas.ts";
import { answerPoint, pointInput, pointOutput } from "./answer-point.ts";
import { requireValues, type TileAnswerDeps } from "./answer-tile.ts";
import { inProfile } from "./in-profile.ts";
import { itemChoiceInput, withItems } from "./narrow-items.ts";

export const sharePoint = defineOperation({
  id: "share.point",
  summary: "The values under a point of a link that gives values; priced as the tile they are read from.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "optional",
  body: BODY_LIMITS.redeem,
  inputName: "SharePointInput",
  input: z.strictObject({
    ...linkCredentials,
    ...pointInput,
    ...itemChoiceInput,
    profile: z.string().nullable().optional(),
  }),
  outputName: "PointValues",
  output: pointOutput,
  async run(deps: TileAnswerDeps & Pick<Deps, "opener">, input, context) {
    const opened = await deps.opener.open(input.token, input.password, context);
    const shared = withItems(await inProfile(opened, input.profile), input);
    requireValues(shared.link);
    const source = { kind: "link", shared, clientAddress: context.clientAddress } as const;
    const request = { source, point: input, zoomMax: shared.link.max_zoom };
    return await answerPoint(deps, request, context.signal);
  },
});
