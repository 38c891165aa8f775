import { SCOPES } from "../../core/access/access.ts";
import { apiKeyPrefix, newApiKey, secretHash } from "../../core/access/api-key.ts";
import { newId } from "../../infra/new-id.ts";
import { insertApiKey } from "./api-keys.ts";
import type { Database } from "../database/database.ts";

/** What a new organization starts with; the key is shown only here. */
export interface FirstOrganization {
  readonly organizationId: string;
  readonly userId: string;
  readonly apiKey: string;
}

/** Creates an organization with one administrator and one API key that holds every scope. */
export async function createFirstOrganization(
  database: Database,
  names: {
    organization: string;
    administrator: string;
    email: string;
    passwordHash?: string;
    passwordExpiresAt?: Date;
  },
): Promise<FirstOrganization> {
  return await database.begin(async (transaction) => {
    const organizationId = newId();
    const userId = newId();
    const apiKey = newApiKey();
    // The first organization of a system operates its billing.
    await transaction`
      insert into organizations (id, name, operates_billing)
      values (${organizationId}, ${names.organization}, not exists (select from organizations))`;
    await transaction`
      insert into users (id, organization_id, email, name, is_organization_admin, password_hash, password_expires_at)
      values (${userId}, ${organizationId}, ${names.email}, ${names.administrator}, true,
        ${names.passwordHash ?? null}, ${names.passwordExpiresAt ?? null})`;
    await insertApiKey(transaction, {
      organizationId,
      name: "first key",
      prefix: apiKeyPrefix(apiKey),
      secretHash: secretHash(apiKey),
      scopes: SCOPES,
      rateLimit: null,
      expiresAt: null,
      createdBy: userId,
    });
    return { organizationId, userId, apiKey };
  });
}
