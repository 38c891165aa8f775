import { z } from "zod";
import { monthAt } from "../../core/billing/month.ts";
import { secretHash } from "../../core/access/api-key.ts";
import { InputError } from "../../core/errors.ts";
import { defaultLinkEnd } from "../../core/links/link-rules.ts";
import { newLinkToken } from "../../core/links/share-link.ts";
import { holdCollection, holdItem } from "../../storage/catalog/hold-item.ts";
import { findLinkRules } from "../../storage/accounts/organization-rules.ts";
import { setLinkLimits } from "../../storage/links/link-limits.ts";
import { findShareLink, insertShareLink } from "../../storage/links/share-links.ts";
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

export const shareLinkCreate = defineOperation({
  id: "share.link.create",
  summary:
    "Mint a password-protected, expiring link to one item or one collection. The token is returned only here.",
  scope: "shares:write",
  sideEffect: "export",
  bearer: "required",
  idempotent: true,
  body: BODY_LIMITS.text,
  creates: "share_links",
  inputName: "ShareLinkCreate",
  input: z
    .strictObject({
      target_type: z.enum(["item", "collection"]),
      target_id: resourceId,
      permission: z.enum(["view", "download"]).default("view"),
      password: linkPassword,
      expires_at: timestamp.optional().meta({
        description: "May be left out where the organization has a rule for the lifetime of links.",
      }),
      ...linkOptions,
      ...linkChoices,
    })
    .meta({ required: ["target_type", "target_id", "password", "expires_at"] }),
  outputName: "ShareLinkCreateOutput",
  output: shareLinkResponseSchema.extend({
    token: z.string(),
    page_url: z
      .string()
      .meta({ description: "The address of the page to send, which asks for the password." }),
  }),
  resources: {
    item: {
      kind: "item",
      role: "editor",
      field: "target_id",
      when: { field: "target_type", equals: "item" },
    },
    collection: {
      kind: "collection",
      role: "editor",
      field: "target_id",
      when: { field: "target_type", equals: "collection" },
    },
  },
  async run(
    deps: Pick<Deps, "database" | "passwords" | "meter" | "clock">,
    input,
    { resources, principal, publicUrl },
  ) {
    const { database, clock } = deps;
    const target = resources.item ?? resources.collection;
    if (target === undefined) throw new Error("a link has a target");
    const rules = await findLinkRules(database, target.organization_id);
    const expiresAt =
      input.expires_at === undefined ? defaultLinkEnd(rules, clock()) : futureTime(input.expires_at, clock());
    if (expiresAt === undefined) throw InputError.at("expires_at", "is required", "missing");
    const allowedOrigins = input.allowed_origins ?? rules.link_allowed_origins;
    requireLinkRules(rules, { expiresAt, allowedOrigins }, clock());
    const token = newLinkToken();
    const values = {
      organizationId: target.organization_id,
      projectId: target.project_id,
      targetType: input.target_type,
      targetId: target.id,
      permission: input.permission,
      ...chosen(input, CHOICES_OF_NEW_LINKS),
      tokenHash: secretHash(token),
      passwordHash: await hashLinkPassword(deps, input.password, target.organization_id),
      expiresAt,
      createdBy: principal.id,
      label: input.label ?? null,
      tags: input.tags,
      allowedOrigins,
    };
    const row = await database.begin(async (transaction) => {
      const { organization_id } = target;
      // While the password was hashed, the item may have gone to a project where the caller shares nothing.
      if (resources.item !== undefined) await holdItem(transaction, resources.item);
      await holdCollection(transaction, resources.collection?.id);
      const id = await insertShareLink(transaction, values);
      await setLinkLimits(transaction, { id, organization_id }, newLimits(input), monthAt(clock()));
      return await findShareLink(transaction, id);
    });
    if (row === undefined) throw new Error("the link just made is there");
    return { token, page_url: `${publicUrl}/s/${token}`, ...(await presentShareLink(deps, row)) };
  },
});

type Limits = Partial<Record<"max_views" | "max_tiles" | "spend_limit", number | null | undefined>>;

/** Null and undefined are the same for a new link: no limit, and then no count. */
function newLimits(input: Limits) {
  return {
    maxViews: input.max_views ?? undefined,
    maxTiles: input.max_tiles ?? undefined,
    spendLimit: input.spend_limit ?? undefined,
  };
}
