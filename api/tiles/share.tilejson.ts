import { z } from "zod";
import { chosenTemplate, templateInput } from "../../core/tiles/tile-template.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { linkCredentials } from "../operations/schemas.ts";
import { beingPrepared, beingPreparedSchema } from "../items/present-ingest.ts";
import { inProfile } from "./in-profile.ts";
import { profileName } from "./plan-layers.ts";
import { grantEnd, LINK_FORMAT, linkTilejson } from "./link-tilejson.ts";

export const shareTilejson = defineOperation({
  id: "share.tilejson",
  summary: "TileJSON document that lets a map client show the shared target.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "optional",
  body: BODY_LIMITS.redeem,
  inputName: "ShareTilejsonInput",
  input: z.strictObject({
    ...linkCredentials,
    profile: z.string().nullable().optional(),
    ...templateInput,
  }),
  outputName: null,
  output: z.looseObject({
    tilejson: z.literal("3.0.0"),
    tiles: z.array(z.string()),
    bounds: z.array(z.number()),
    center: z.array(z.number()),
    minzoom: z.int(),
    maxzoom: z.int(),
    /** Only while files are being prepared. */
    being_prepared: beingPreparedSchema.optional(),
  }),
  async run(deps: Pick<Deps, "opener" | "config" | "clock" | "database">, input, context) {
    const shared = await deps.opener.openAsView(input.token, input.password, context);
    const terms = {
      profile: profileName(input.profile),
      expiresAtSeconds: grantEnd(deps, shared),
      template: chosenTemplate(input, LINK_FORMAT),
    };
    const preparation = await beingPrepared(deps, shared.target);
    return {
      ...linkTilejson(deps, await inProfile(shared, input.profile), terms, context.publicUrl),
      ...(preparation === undefined ? {} : { being_prepared: preparation }),
    };
  },
});
