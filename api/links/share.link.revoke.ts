import { z } from "zod";
import { revokeShareLink } from "../../storage/links/share-links.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { okOutput, resourceId } from "../operations/schemas.ts";

export const shareLinkRevoke = defineOperation({
  id: "share.link.revoke",
  summary:
    "Kill a link at once and for good. Caller must be editor or admin on the project that owns the target.",
  scope: "shares:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "ShareLinkRevokeInput",
  input: z.strictObject({ link_id: resourceId }),
  outputName: "ShareLinkRevokeOutput",
  output: okOutput,
  resources: { link: { kind: "share_link", role: "editor", field: "link_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { resources }) {
    await revokeShareLink(database, resources.link.id);
    return { ok: true, id: resources.link.id };
  },
});
