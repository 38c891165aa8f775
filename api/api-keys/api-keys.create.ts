import { z } from "zod";
import { isScope, SCOPES, type Scope } from "../../core/access/access.ts";
import { apiKeyPrefix, newApiKey, secretHash } from "../../core/access/api-key.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { limitsOfNewKey } from "../../core/access/key-limits.ts";
import { findApiKeyDaysMax } from "../../storage/accounts/organizations.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { findApiKey, insertApiKey, whileKeyLives, type ApiKeyRow } from "../../storage/accounts/api-keys.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { noteByCaller } from "../people/note-by-caller.ts";
import { defineOperation } from "../operations/operation.ts";
import { apiKeyResponseSchema, presentApiKey } from "./present-api-key.ts";
import { text } from "../operations/schemas.ts";

export const apiKeysCreate = defineOperation({
  id: "api_keys.create",
  summary: "Mint an organization API key; the secret is returned only here.",
  scope: "api_keys:write",
  sideEffect: "export",
  bearer: "required",
  idempotent: true,
  body: BODY_LIMITS.text,
  inputName: "ApiKeyCreateInput",
  input: z.strictObject({
    name: text(1, 200),
    /** The scopes of the key; without the field, all that the caller holds. */
    permissions: z
      .array(z.string().meta({ examples: [...SCOPES] }))
      .max(100)
      .optional(),
    /** Calls a minute. */
    rate_limit: z.int().min(1).max(1_000_000_000).nullable().optional(),
    expires_in_days: z.int().min(1).max(36_500).nullable().optional(),
  }),
  outputName: "ApiKeyCreateOutput",
  output: apiKeyResponseSchema.extend({ key: z.string().nullable().optional() }),
  async run(
    { database, clock, securityLog }: Pick<Deps, "database" | "clock" | "securityLog">,
    input,
    context,
  ) {
    const { principal } = context;
    const { organizationId } = principal;
    const [parent, daysMax] = await Promise.all([
      principal.type === "api_key" ? findApiKey(database, organizationId, principal.id) : undefined,
      findApiKeyDaysMax(database, organizationId),
    ]);
    const bounds = { parent: parent && boundsOf(parent), daysMax };
    const { expiresAtMs, callsPerMinute } = limitsOfNewKey(input, bounds, clock());
    const scopes = grantableScopes(input.permissions, principal.scopes);
    const key = newApiKey();
    const values = {
      organizationId,
      name: input.name,
      prefix: apiKeyPrefix(key),
      secretHash: secretHash(key),
      scopes,
      rateLimit: callsPerMinute,
      expiresAt: expiresAtMs === null ? null : new Date(expiresAtMs),
      createdBy: principal.id,
      parent,
      userId: principal.type === "user" ? principal.id : null,
    };
    const insert = (connection: Queryable) => insertApiKey(connection, values);
    const row = await (parent === undefined ? insert(database) : whileKeyLives(database, parent.id, insert));
    if (row === undefined) throw new ProblemError("unauthenticated", "This key has been revoked.");
    noteByCaller({ securityLog }, context, { kind: "key_made", subject: { key_id: row.id } });
    return { key, ...presentApiKey(row) };
  },
});

function boundsOf({ expires_at, rate_limit }: ApiKeyRow) {
  return { expiresAtMs: expires_at?.getTime() ?? null, callsPerMinute: rate_limit };
}

/** A key never holds more scopes than the caller that creates it. */
function grantableScopes(requested: readonly string[] | undefined, held: ReadonlySet<Scope>): Scope[] {
  if (requested === undefined) return SCOPES.filter((scope) => held.has(scope));
  for (const [index, scope] of requested.entries()) {
    if (!isScope(scope)) {
      throw InputError.at(`permissions.${index}`, `must be one of ${SCOPES.join(", ")}`, "enum");
    }
    if (!held.has(scope)) {
      throw new ProblemError("forbidden", `A key without ${scope} cannot make a key that has it.`);
    }
  }
  return SCOPES.filter((scope) => requested.includes(scope));
}
