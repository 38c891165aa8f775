import type { Month } from "../../core/billing/month.ts";
import { idParameter, type Queryable } from "../database/database.ts";

/** An organization as the operator of billing sees it. */
export interface BillingAccountRow {
  readonly organization_id: string;
  readonly name: string;
  readonly created_at: Date;
  readonly plan: string;
  /** The last month with a minimum; null where no end is set. */
  readonly last_month: Month | null;
  readonly operates_billing: boolean;
}

/** A page of all organizations by name, and how many there are. */
export async function listAccounts(
  database: Queryable,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ accounts: readonly BillingAccountRow[]; total: number }> {
  const accounts = await database<BillingAccountRow[]>`
    select id as organization_id, name, created_at, plan, billing_ends_after::text as last_month, operates_billing
    from organizations order by name, id limit ${limit} offset ${offset}`;
  const [counted] = await database<{ total: number }[]>`select count(*)::int as total from organizations`;
  return { accounts, total: counted?.total ?? 0 };
}

/** What an organization's account says; undefined where there is no such organization. */
export async function findAccount(
  database: Queryable,
  organizationId: string,
): Promise<Pick<BillingAccountRow, "plan" | "last_month" | "operates_billing"> | undefined> {
  const [row] = await database<Pick<BillingAccountRow, "plan" | "last_month" | "operates_billing">[]>`
    select plan, billing_ends_after::text as last_month, operates_billing
    from organizations where id = ${idParameter(organizationId)}`;
  return row;
}
