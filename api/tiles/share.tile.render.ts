import { z } from "zod";
import type { Deps } from "../deps.ts";
import { formatInput, parseTileInput, tileAddressInput } from "./tile-input.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { linkCredentials } from "../operations/schemas.ts";
import { inProfile } from "./in-profile.ts";
import { answerTile, type TileAnswerDeps } from "./answer-tile.ts";

/** The input of {@link shareTileRender}. */
export const shareTileInput = z.strictObject({
  ...linkCredentials,
  ...tileAddressInput,
  format: formatInput.default("png"),
  profile: z.string().nullable().optional(),
});

export const shareTileRender = defineOperation({
  id: "share.tile.render",
  summary: "Render one XYZ map tile of the shared target; the sharer is billed. Answers image bytes.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "optional",
  body: BODY_LIMITS.redeem,
  inputName: "ShareTileInput",
  input: shareTileInput,
  outputName: null,
  output: "binary",
  async run(deps: Pick<Deps, "opener"> & TileAnswerDeps, input, context) {
    const { clientAddress, signal, trail } = context;
    const spec = parseTileInput(input);
    const opened = await deps.opener.open(input.token, input.password, context);
    const shared = await inProfile(opened, input.profile);
    const source = { kind: "link", shared, clientAddress } as const;
    return await answerTile(deps, source, spec, { ifNoneMatch: undefined, emptyAs: "tile", signal, trail });
  },
});
