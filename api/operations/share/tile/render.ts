import { z } from "zod";
import { InputError } from "../../../../core/errors.ts";
import { parseTileFormat, TILE_FORMAT_NAMES } from "../../../../core/tile-format.ts";
import { tileAddressFault } from "../../../../core/tile.ts";
import type { Deps } from "../../../deps.ts";
import { defineOperation } from "../../../operation.ts";
import { linkCredentials } from "../../../schemas.ts";
import { inProfile } from "../../../tiles/profiles.ts";
import { answerSharedTile } from "../../../tiles/shared-tile.ts";

export const shareTileRender = defineOperation({
  id: "share.tile.render",
  summary: "Render one XYZ map tile of the shared target; the sharer is billed. Answers image bytes.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "optional",
  inputName: "ShareTileInput",
  input: z.strictObject({
    ...linkCredentials,
    z: z.int(),
    x: z.int(),
    y: z.int(),
    format: z.string().default("png"),
    profile: z.string().nullable().optional(),
  }),
  outputName: null,
  output: "binary",
  async run(
    deps: Pick<Deps, "redeemer" | "tiles" | "usage" | "meter" | "linkClients" | "clock">,
    input,
    context,
  ) {
    const address = { z: input.z, x: input.x, y: input.y };
    const fault = tileAddressFault(address);
    if (fault !== undefined) throw InputError.at(fault.field, fault.message);
    const format = parseTileFormat(input.format);
    if (format === undefined) {
      throw InputError.at("format", `must be one of ${TILE_FORMAT_NAMES.join(", ")}`, "enum");
    }
    const shared = await deps.redeemer.redeem(input.token, input.password, context);
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
