import { z } from "zod";
import { decodeGrant } from "../../core/links/grant.ts";
import { chosenTemplate, templateInput } from "../../core/tiles/tile-template.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { linkCredentials } from "../operations/schemas.ts";
import type { OpenedLink } from "../links/shared-link.ts";
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
    renews: z.string().max(2_000).nullable().optional().meta({
      description:
        "An address of a tile or document that this link gave before, also one that has ended: then this is no further view.",
    }),
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
    const opened = await deps.opener.open(input.token, input.password, context);
    const shared = isRenewal(deps, opened, input.renews)
      ? opened
      : await deps.opener.countView(opened, context);
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

const GRANT_IN_ADDRESS = /\/v1\/share\/tiles\/([\w-]+)\//;

/** Whether an address proves that its holder has opened the link before, by its present password. */
function isRenewal(
  { config }: Pick<Deps, "config">,
  { link }: OpenedLink,
  address: string | null | undefined,
): boolean {
  const [, text] = GRANT_IN_ADDRESS.exec(address ?? "") ?? [];
  const grant = text === undefined ? undefined : decodeGrant(text, config.GRANT_SECRET);
  return grant?.linkId === link.id && grant.credentialVersion === link.credential_version;
}
