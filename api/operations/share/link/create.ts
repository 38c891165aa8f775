import { z } from "zod";
import { InputError } from "../../../../core/errors.ts";
import { secretHash } from "../../../../core/api-key.ts";
import { newLinkToken, passwordFault } from "../../../../core/share-link.ts";
import { insertShareLink } from "../../../../storage/share-links.ts";
import type { Deps } from "../../../deps.ts";
import { defineOperation } from "../../../operation.ts";
import { toWire } from "../../../presenters/wire.ts";
import { answeredTimestamp, resourceId, timestamp } from "../../../schemas.ts";

export const shareLinkCreate = defineOperation({
  id: "share.link.create",
  summary:
    "Mint a password-protected, expiring link to one item or one collection. The token is returned only here.",
  scope: "shares:write",
  sideEffect: "export",
  bearer: "required",
  idempotent: true,
  inputName: "ShareLinkCreate",
  input: z.strictObject({
    target_type: z.enum(["item", "collection"]),
    target_id: resourceId,
    permission: z.enum(["view", "download"]).default("view"),
    password: z
      .string()
      .meta({ minLength: 8 })
      .superRefine((password, context) => {
        const fault = passwordFault(password);
        if (fault !== undefined) context.addIssue({ code: "custom", message: `password ${fault}` });
      }),
    expires_at: timestamp,
  }),
  outputName: "ShareLinkCreateOutput",
  output: z.object({
    id: z.string(),
    token: z.string(),
    target_type: z.string(),
    target_id: z.string(),
    permission: z.string(),
    organization_id: z.string(),
    project_id: z.string(),
    expires_at: answeredTimestamp,
    revoked_at: answeredTimestamp.nullable().optional(),
    access_count: z.int().default(0),
    last_accessed_at: answeredTimestamp.nullable().optional(),
    created_by: z.string().nullable().optional(),
    created_at: answeredTimestamp,
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
    { database, passwords, clock }: Pick<Deps, "database" | "passwords" | "clock">,
    input,
    { resources, principal },
  ) {
    const target = resources.item ?? resources.collection;
    if (target === undefined) throw new Error("a link has a target");
    const expiresAt = new Date(input.expires_at);
    if (expiresAt.getTime() <= clock()) throw InputError.at("expires_at", "must lie in the future");
    const token = newLinkToken();
    const row = await insertShareLink(database, {
      organizationId: target.organization_id,
      projectId: target.project_id,
      targetType: input.target_type,
      targetId: target.id,
      permission: input.permission,
      tokenHash: secretHash(token),
      passwordHash: await passwords.hash(input.password),
      expiresAt,
      createdBy: principal.id,
    });
    return {
      token,
      ...toWire(row, [
        "id",
        "target_type",
        "target_id",
        "permission",
        "organization_id",
        "project_id",
        "expires_at",
        "revoked_at",
        "access_count",
        "last_accessed_at",
        "created_by",
        "created_at",
      ]),
    };
  },
});
