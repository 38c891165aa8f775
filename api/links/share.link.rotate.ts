import { z } from "zod";
import { secretHash } from "../../core/access/api-key.ts";
import { ProblemError } from "../../core/errors.ts";
import { newLinkToken } from "../../core/links/share-link.ts";
import { findLinkRules } from "../../storage/accounts/organization-rules.ts";
import { announceChange } from "../../storage/database/change-notices.ts";
import { findShareLink, updateShareLink } from "../../storage/links/share-links.ts";
import type { Deps } from "../deps.ts";
import { requireLinkRules } from "./rules-for-links.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentShareLink, shareLinkResponseSchema } from "./present-share-link.ts";
import { resourceId } from "../operations/schemas.ts";

export const shareLinkRotate = defineOperation({
  id: "share.link.rotate",
  summary:
    "Give a link a new token and keep its settings. The old token stops working at once, and so does every map that was opened with it.",
  scope: "shares:write",
  sideEffect: "export",
  bearer: "required",
  idempotent: true,
  inputName: "ShareLinkRotateInput",
  input: z.strictObject({ link_id: resourceId }),
  outputName: "ShareLinkRotateOutput",
  output: shareLinkResponseSchema.extend({
    token: z.string(),
    page_url: z.string().meta({ description: "The address of the page to send." }),
  }),
  resources: { link: { kind: "share_link", role: "editor", field: "link_id" } },
  async run(deps: Pick<Deps, "database" | "meter" | "clock">, _input, { resources: { link }, publicUrl }) {
    if (link.revoked_at !== null) throw new ProblemError("conflict", "The link is revoked; make a new one.");
    const terms = { expiresAt: link.expires_at, allowedOrigins: link.allowed_origins };
    requireLinkRules(await findLinkRules(deps.database, link.organization_id), terms, deps.clock());
    const token = newLinkToken();
    const row = await deps.database.begin(async (transaction) => {
      await updateShareLink(transaction, link.id, { tokenHash: secretHash(token) });
      await announceChange(transaction, "share_link", link.id);
      return await findShareLink(transaction, link.id);
    });
    return { token, page_url: `${publicUrl}/s/${token}`, ...(await presentShareLink(deps, row ?? link)) };
  },
});
