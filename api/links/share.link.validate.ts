import { z } from "zod";
import { newId } from "../../infra/new-id.ts";
import type { ShareTarget } from "../../storage/links/share-targets.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentSharedItem } from "../items/present-item.ts";
import { toWire } from "../operations/wire.ts";
import { answeredTimestamp, linkCredentials } from "../operations/schemas.ts";
import { presentDownloads } from "./shared-downloads.ts";
import { linkTilejson } from "../tiles/link-tilejson.ts";

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
    target_type: z.string(),
    target: z.record(z.string(), z.unknown()),
    expires_at: z.string(),
    /** TileJSON that works without a password for a day at most; null when the target has no raster. */
    tilejson_url: z.string().nullable(),
    /** Only with the permission `download`: each file with a URL that works by itself for five minutes. */
    assets: z
      .array(
        z.object({
          item_id: z.string(),
          key: z.string(),
          media_type: z.string(),
          bytes: z.int(),
          url: z.string(),
          expires_at: answeredTimestamp,
        }),
      )
      .optional(),
  }),
  async run(deps: Parameters<typeof presentDownloads>[0] & Pick<Deps, OwnDeps>, input, context) {
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
    return {
      permission: link.permission,
      target_type: link.target_type,
      target: presentTarget(target),
      expires_at: link.expires_at.toISOString(),
      tilejson_url:
        shared.layers.length === 0 ? null : linkTilejson(deps, shared, "", context.publicUrl).tilejson_url,
      ...(link.permission === "download"
        ? { assets: await presentDownloads(deps, shared, context.publicUrl) }
        : {}),
    };
  },
});

function presentTarget(target: ShareTarget): Record<string, unknown> {
  switch (target.type) {
    case "item":
      return presentSharedItem(target.item);
    case "collection":
      return {
        ...toWire(target.collection, ["id", "name", "description", "color", "item_count"]),
        items: target.items.map(presentSharedItem),
      };
  }
}
