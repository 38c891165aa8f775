import { z } from "zod";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { linkCredentials, nextOffset, paging } from "../operations/schemas.ts";
import { sharedFile } from "./shared-downloads.ts";
import { sharedItemsPage } from "./shared-items.ts";

export const shareItemsList = defineOperation({
  id: "share.items.list",
  summary:
    "The items that a link shares, page by page: the rest of what share.link.validate answers. It is no view.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "optional",
  body: BODY_LIMITS.redeem,
  inputName: "ShareItemsListInput",
  input: z.strictObject({ ...linkCredentials, ...paging }),
  outputName: "ShareItemsListOutput",
  output: z.object({
    items: z.array(z.record(z.string(), z.unknown())),
    /** Only with the permission `download`. */
    assets: z.array(sharedFile).optional(),
    total: z.int(),
    limit: z.int(),
    offset: z.int(),
    next_offset: nextOffset,
  }),
  async run(deps: Pick<Deps, "opener" | "database" | "objectStore" | "config" | "clock">, input, context) {
    const { limit, offset } = input;
    const shared = await deps.opener.open(input.token, input.password, context);
    return { ...(await sharedItemsPage(deps, shared, input, context.publicUrl)), limit, offset };
  },
});
