import { z } from "zod";
import { monthAt } from "../../core/billing/month.ts";
import { ProblemError } from "../../core/errors.ts";
import { outlives } from "../../core/links/address-life.ts";
import { announceChange } from "../../storage/database/change-notices.ts";
import { findLinkRules } from "../../storage/accounts/organization-rules.ts";
import { setLinkLimits } from "../../storage/links/link-limits.ts";
import { findShareLink, updateShareLink, type ShareLinkRow } from "../../storage/links/share-links.ts";
import type { Deps } from "../deps.ts";
import {
  CHOICES_OF_NEW_LINKS,
  chosen,
  futureTime,
  linkChoices,
  linkOptions,
  linkPassword,
} from "./link-fields.ts";
import { hashLinkPassword } from "./link-password-hash.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { requireLinkRules } from "./rules-for-links.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentShareLink, shareLinkResponseSchema } from "./present-share-link.ts";
import { resourceId, timestamp } from "../operations/schemas.ts";

export const shareLinkUpdate = defineOperation({
  id: "share.link.update",
  summary:
    "Change a link's expiry, password, label, limits, allowed origins or what it gives. With a new password, every map that was opened with the old one stops working.",
  scope: "shares:write",
  sideEffect: "export",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "ShareLinkUpdateInput",
  input: z.strictObject({
    link_id: resourceId,
    expires_at: timestamp.optional(),
    password: linkPassword.optional(),
    ...linkOptions,
    ...linkChoices,
  }),
  outputName: "ShareLinkResponse",
  output: shareLinkResponseSchema,
  resources: { link: { kind: "share_link", role: "editor", field: "link_id" } },
  async run(deps: Pick<Deps, "database" | "passwords" | "meter" | "clock">, input, { resources: { link } }) {
    const { database, clock } = deps;
    if (link.revoked_at !== null) throw new ProblemError("conflict", "The link is revoked; make a new one.");
    const expiresAt = input.expires_at === undefined ? undefined : futureTime(input.expires_at, clock());
    const terms = {
      expiresAt: expiresAt ?? link.expires_at,
      allowedOrigins: input.allowed_origins ?? link.allowed_origins,
    };
    requireLinkRules(await findLinkRules(database, link.organization_id), terms, clock());
    const change = {
      choices: changedChoices(input, link),
      label: input.label,
      tags: input.tags,
      allowedOrigins: input.allowed_origins,
      expiresAt,
      endsGrants: input.address_life !== undefined && outlives(link.address_life, input.address_life),
      passwordHash:
        input.password === undefined
          ? undefined
          : await hashLinkPassword(deps, input.password, link.organization_id),
    };
    const limits = {
      maxViews: input.max_views,
      maxTiles: input.max_tiles,
      spendLimit: input.spend_limit,
    };
    const row = await database.begin(async (transaction) => {
      await updateShareLink(transaction, link.id, change);
      await setLinkLimits(transaction, link, limits, monthAt(clock()));
      await announceChange(transaction, "share_link", link.id);
      return await findShareLink(transaction, link.id);
    });
    return await presentShareLink(deps, row ?? link);
  },
});

/**
 * Only what was sent, so that two updates at once do not undo each other. A link that predates its choices
 * gives, once edited, what a new one would.
 */
function changedChoices(input: Parameters<typeof chosen>[0], link: ShareLinkRow) {
  if (link.predates_choices) return chosen(input, CHOICES_OF_NEW_LINKS);
  const sent = Object.entries(chosen(input, link)).filter(
    ([name]) => input[name as keyof typeof input] !== undefined,
  );
  return Object.fromEntries(sent) as Partial<ReturnType<typeof chosen>>;
}
