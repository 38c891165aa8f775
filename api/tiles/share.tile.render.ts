import { z } from "zod";
import type { Deps } from "../deps.ts";
import { parseTileInput } from "./tile-input.ts";
import { defineOperation } from "../operations/operation.ts";
import { linkCredentials } from "../operations/schemas.ts";
import { inProfile } from "./plan-layers.ts";
import { answerSharedTile } from "./shared-tile.ts";

/** What {@link shareTileRender} is called with. */
export const shareTileInput = z.strictObject({
  ...linkCredentials,
  z: z.int(),
  x: z.int(),
  y: z.int(),
  format: z.string().default("png"),
  profile: z.string().nullable().optional(),
});

export const shareTileRender = defineOperation({
  id: "share.tile.render",
  summary: "Render one XYZ map tile of the shared target; the sharer is billed. Answers image bytes.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "optional",
  inputName: "ShareTileInput",
  input: shareTileInput,
  outputName: null,
  output: "binary",
  async run(
    deps: Pick<Deps, "opener" | "tiles" | "usage" | "meter" | "linkClients" | "clock">,
    input,
    context,
  ) {
    const { address, format } = parseTileInput(input);
    const shared = await deps.opener.open(input.token, input.password, context);
    return await answerSharedTile(deps, inProfile(shared, input.profile), {
      address,
      size: 256,
      format,
      ifNoneMatch: undefined,
      emptyAs: "tile",
      clientAddress: context.clientAddress,
      signal: context.signal,
    });
  },
});
