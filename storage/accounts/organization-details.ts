import { SCOPES } from "../../core/access/access.ts";
import { apiKeyPrefix, newApiKey, secretHash } from "../../core/access/api-key.ts";
import { newId } from "../../infra/new-id.ts";
import { insertApiKey } from "./api-keys.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";

/** What an organization says of itself; billing has parties of its own. */
export interface OrganizationDetails {
  readonly description?: string | null;
  readonly website?: string | null;
  readonly industry?: string | null;
  readonly size?: string | null;
  readonly country?: string | null;
  readonly abn?: string | null;
  readonly tax_number?: string | null;
  readonly billing_email?: string | null;
  readonly billing_address?: Readonly<Record<string, unknown>> | null;
}

/** An organization, as far as it describes itself. */
export interface OrganizationRow {
  readonly id: string;
  readonly name: string;
  readonly details: OrganizationDetails;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** One organization. */
export async function findOrganization(
  database: Queryable,
  id: string,
): Promise<OrganizationRow | undefined> {
  const [row] = await database<OrganizationRow[]>`
    select id, name, details, created_at, updated_at from organizations where id = ${idParameter(id)}`;
  return row;
}

/** Creates an organization with one API key that holds every scope; the key is shown only here. */
export async function createOrganization(
  database: Database,
  name: string,
  details: OrganizationDetails,
): Promise<{ row: OrganizationRow; apiKey: string }> {
  return await database.begin(async (transaction) => {
    const apiKey = newApiKey();
    const row = single(
      await transaction<OrganizationRow[]>`
        insert into organizations (id, name, details)
        values (${newId()}, ${name}, ${transaction.json(details as never)})
        returning id, name, details, created_at, updated_at`,
    );
    await insertApiKey(transaction, {
      organizationId: row.id,
      name: "first key",
      prefix: apiKeyPrefix(apiKey),
      secretHash: secretHash(apiKey),
      scopes: SCOPES,
      rateLimit: null,
      expiresAt: null,
      createdBy: null,
    });
    return { row, apiKey };
  });
}

/** Changes what an organization says of itself; an undefined field stays as it is. */
export async function updateOrganization(
  database: Queryable,
  id: string,
  name: string | undefined,
  details: OrganizationDetails,
): Promise<OrganizationRow> {
  return single(
    await database<OrganizationRow[]>`
      update organizations set name = coalesce(${name ?? null}, name), updated_at = now(),
        details = details || ${database.json(details as never)}
      where id = ${id} returning id, name, details, created_at, updated_at`,
  );
}
