import { z } from "zod";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { linkCredentials } from "../operations/schemas.ts";
import { answerPicture, pictureInput } from "./answer-picture.ts";
import type { TileAnswerDeps } from "./answer-tile.ts";
import { inProfile } from "./in-profile.ts";

export const sharePreview = defineOperation({
  id: "share.preview",
  summary: "A picture of everything that a link shows, within its rights; no view, and priced as one tile.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "optional",
  body: BODY_LIMITS.redeem,
  inputName: "SharePreviewInput",
  input: z.strictObject({ ...linkCredentials, ...pictureInput }),
  outputName: null,
  output: "binary",
  async run(deps: TileAnswerDeps & Pick<Deps, "opener">, input, context) {
    const opened = await deps.opener.open(input.token, input.password, context);
    const shared = await inProfile(opened, input.profile);
    const source = { kind: "link", shared, clientAddress: context.clientAddress } as const;
    return await answerPicture(deps, source, input, {
      ifNoneMatch: undefined,
      signal: context.signal,
      trail: context.trail,
    });
  },
});
