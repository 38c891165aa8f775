import { z } from "zod";
import { givesValues } from "../../core/links/link-choices.ts";
import { chosenTemplate } from "../../core/tiles/tile-template.ts";
import { newId } from "../../infra/new-id.ts";
import { omittedItems, type ShareTarget } from "../../storage/links/share-targets.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { toWire } from "../operations/wire.ts";
import { linkCredentials } from "../operations/schemas.ts";
import { beingPrepared, beingPreparedSchema } from "../items/present-ingest.ts";
import { sharedFile } from "./shared-downloads.ts";
import { sharedItemsPage, type SharedItemsPage } from "./shared-items.ts";
import { grantEnd, LINK_FORMAT, linkTilejson } from "../tiles/link-tilejson.ts";

type OwnDeps = "opener" | "usage" | "linkClients" | "clock";

export const shareLinkValidate = defineOperation({
  id: "share.link.validate",
  summary: "Redeem token + password; answers the shared target.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "optional",
  body: BODY_LIMITS.redeem,
  inputName: "ShareLinkValidateInput",
  input: z.strictObject(linkCredentials),
  outputName: "ShareLinkValidateOutput",
  output: z.object({
    permission: z.string(),
    gives_values: z
      .boolean()
      .meta({ description: "Whether tiles as npy and tif are given, besides pictures." }),
    target_type: z.string(),
    target: z.record(z.string(), z.unknown()),
    expires_at: z.string(),
    addresses_end_with_link: z.boolean().meta({
      description: "Whether addresses for map software live as long as the link; its owner chooses.",
    }),
    /** TileJSON that works without a password, as long as the owner chose; null without a raster. */
    tilejson_url: z.string().nullable(),
    /** Only while files are being prepared: until then the tiles of an item are 503. */
    being_prepared: beingPreparedSchema.optional(),
    /** Only with the permission `download`: each file with a URL that works by itself for five minutes. */
    assets: z.array(sharedFile).optional(),
  }),
  async run(deps: Parameters<typeof sharedItemsPage>[0] & Pick<Deps, OwnDeps>, input, context) {
    const { opener, usage, linkClients, clock } = deps;
    const shared = await opener.openAsView(input.token, input.password, context);
    const { link, target } = shared;
    linkClients.note(link.id, context.clientAddress);
    await usage.record({
      eventId: newId(),
      kind: "access",
      occurredAtMs: clock(),
      organizationId: link.organization_id,
      linkId: link.id,
      targetId: link.target_id,
      bytes: 0,
      cacheResult: "none",
      status: 200,
    });
    const page = await sharedItemsPage(deps, shared, { offset: 0, limit: ITEMS_MAX }, context.publicUrl);
    const preparation = await beingPrepared(deps, target);
    const template = chosenTemplate({}, LINK_FORMAT);
    const terms = { profile: "", expiresAtSeconds: grantEnd(deps, shared), template };
    return {
      permission: link.permission,
      gives_values: givesValues(link),
      target_type: link.target_type,
      target: presentTarget(target, page),
      expires_at: link.expires_at.toISOString(),
      addresses_end_with_link: link.address_life === "link",
      tilejson_url:
        shared.layers.length === 0 ? null : linkTilejson(deps, shared, terms, context.publicUrl).tilejson_url,
      ...(preparation === undefined ? {} : { being_prepared: preparation }),
      ...(page.assets === undefined ? {} : { assets: page.assets }),
    };
  },
});

/** A collection shows at most so many items. */
const ITEMS_MAX = 1_000;

/** `next_offset` of a collection tells where `share.items.list` continues. */
function presentTarget(target: ShareTarget, page: SharedItemsPage): Record<string, unknown> {
  switch (target.type) {
    case "item":
      return { ...page.items[0] };
    case "collection":
      return {
        ...toWire(target.collection, ["id", "name", "description", "color", "item_count"]),
        ...(omittedItems(target.collection.item_count) === 0
          ? {}
          : { items_omitted: omittedItems(target.collection.item_count) }),
        items: page.items,
        next_offset: page.next_offset,
      };
  }
}
