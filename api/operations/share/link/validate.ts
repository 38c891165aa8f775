import { z } from "zod";
import { newId } from "../../../../core/ids.ts";
import type { ShareTarget } from "../../../../storage/share-targets.ts";
import type { Deps } from "../../../deps.ts";
import { defineOperation } from "../../../operation.ts";
import { presentSharedItem } from "../../../presenters/item.ts";
import { toWire } from "../../../presenters/wire.ts";
import { linkCredentials } from "../../../schemas.ts";

export const shareLinkValidate = defineOperation({
  id: "share.link.validate",
  summary: "Redeem token + password; answers the shared target.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "optional",
  inputName: "ShareLinkValidateInput",
  input: z.strictObject(linkCredentials),
  outputName: "ShareLinkValidateOutput",
  output: z.object({
    permission: z.string(),
    target_type: z.string(),
    target: z.record(z.string(), z.unknown()),
    expires_at: z.string(),
  }),
  async run(
    { redeemer, usage, clock }: Pick<Deps, "redeemer" | "usage" | "clock">,
    input,
    { clientAddress },
  ) {
    const { link, target } = await redeemer.redeem(input.token, input.password, clientAddress);
    await usage.record({
      eventId: newId(),
      kind: "access",
      occurredAtMs: clock(),
      organizationId: link.organization_id,
      linkId: link.id,
      itemId: link.target_id,
      bytes: 0,
      cacheResult: "none",
      status: 200,
    });
    return {
      permission: link.permission,
      target_type: link.target_type,
      target: presentTarget(target),
      expires_at: link.expires_at.toISOString(),
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
