import { idParameter, type Queryable } from "../database/database.ts";

/** Whether an organization may set prices and close months for all. */
export async function operatesBilling(database: Queryable, organizationId: string): Promise<boolean> {
  const rows = await database`
    select from organizations where id = ${idParameter(organizationId)} and operates_billing`;
  return rows.length === 1;
}

/** Whether there is an organization with this id. */
export async function organizationExists(database: Queryable, organizationId: string): Promise<boolean> {
  const rows = await database`select from organizations where id = ${idParameter(organizationId)}`;
  return rows.length === 1;
}

/** Makes others wait who take from the same organization's limits, until the transaction ends. */
export async function lockOrganization(transaction: Queryable, organizationId: string): Promise<void> {
  await transaction`select from organizations where id = ${organizationId} for no key update`;
}

/** The first organization that operates billing. */
export async function findBillingOperator(database: Queryable): Promise<string | undefined> {
  const [row] = await database<{ id: string }[]>`
    select id from organizations where operates_billing order by created_at, id limit 1`;
  return row?.id;
}

/** The fewest characters that an organization asks of passwords of its links, if it has a rule. */
export async function findSharePasswordMinLength(
  database: Queryable,
  organizationId: string,
): Promise<number | undefined> {
  const [row] = await database<{ share_password_min_length: number | null }[]>`
    select share_password_min_length from organizations where id = ${idParameter(organizationId)}`;
  return row?.share_password_min_length ?? undefined;
}

/** The longest life of an organization's keys in days, or null without a rule. */
export async function findApiKeyDaysMax(database: Queryable, organizationId: string): Promise<number | null> {
  const [row] = await database<{ api_key_days_max: number | null }[]>`
    select api_key_days_max from organizations where id = ${idParameter(organizationId)}`;
  return row?.api_key_days_max ?? null;
}
