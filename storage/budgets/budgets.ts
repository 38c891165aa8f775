import { formatAmount, parseAmount, type Picos } from "../../core/billing/money.ts";
import { lockOrganization } from "../accounts/organizations.ts";
import { newId } from "../../infra/new-id.ts";
import { idParameter, type Database, type Queryable } from "../database/database.ts";

/** A budget as it is kept. */
export interface BudgetRow {
  readonly id: string;
  readonly organization_id: string;
  /** The part of the organization's usage that it is about; both null for all of it. */
  readonly project_id: string | null;
  readonly link_id: string | null;
  readonly name: string;
  readonly amount: Picos;
  readonly currency: string;
  /** Percents of the amount. */
  readonly thresholds: readonly number[];
  readonly forecast: boolean;
  readonly created_at: Date;
}

type RawRow = Omit<BudgetRow, "amount"> & { readonly amount: string };

const COLUMNS = `id, organization_id, project_id, link_id, name, trim_scale(amount)::text as amount, currency, thresholds,
  forecast, created_at`;

/** All of an organization's are evaluated every few minutes. */
export const BUDGETS_MAX = 100;

const parse = ({ amount, ...row }: RawRow): BudgetRow => ({ ...row, amount: parseAmount(amount) });

/** Keeps a new budget; undefined when the organization has as many as it may. */
export async function insertBudget(
  database: Database,
  values: Omit<BudgetRow, "id" | "created_at"> & { readonly createdBy: string },
): Promise<BudgetRow | undefined> {
  return await database.begin(async (transaction) => {
    await lockOrganization(transaction, values.organization_id);
    const [row] = await transaction<RawRow[]>`
      insert into budgets (id, organization_id, project_id, link_id, name, amount, currency, thresholds, forecast, created_by)
      select ${newId()}, ${values.organization_id}, ${values.project_id}, ${values.link_id}, ${values.name},
        ${formatAmount(values.amount)}::text::numeric, ${values.currency}, ${values.thresholds as number[]}::integer[],
        ${values.forecast}, ${values.createdBy}
      where (select count(*) from budgets where organization_id = ${values.organization_id}) < ${BUDGETS_MAX}
      returning ${transaction.unsafe(COLUMNS)}`;
    return row && parse(row);
  });
}

/** One budget. */
export async function findBudget(database: Queryable, id: string): Promise<BudgetRow | undefined> {
  const [row] = await database<RawRow[]>`
    select ${database.unsafe(COLUMNS)} from budgets where id = ${idParameter(id)}`;
  return row && parse(row);
}

/** An organization's budgets, or all of them; the oldest first. */
export async function listBudgets(database: Queryable, organizationId?: string): Promise<BudgetRow[]> {
  const rows = await database<RawRow[]>`
    select ${database.unsafe(COLUMNS)} from budgets
    where ${organizationId ?? null}::uuid is null or organization_id = ${organizationId ?? null}
    order by organization_id, created_at, id`;
  return rows.map(parse);
}

/** Changes a budget; undefined leaves a field as it is. */
export async function updateBudget(
  database: Queryable,
  id: string,
  change: {
    readonly name?: string | undefined;
    readonly amount?: Picos | undefined;
    readonly thresholds?: readonly number[] | undefined;
    readonly forecast?: boolean | undefined;
  },
): Promise<void> {
  await database`
    update budgets set updated_at = now(),
      name = coalesce(${change.name ?? null}, name),
      amount = coalesce(${change.amount === undefined ? null : formatAmount(change.amount)}::text::numeric, amount),
      thresholds = coalesce(${(change.thresholds ?? null) as number[] | null}::integer[], thresholds),
      forecast = coalesce(${change.forecast ?? null}::boolean, forecast)
    where id = ${id}`;
}

/** Deletes a budget. */
export async function deleteBudget(database: Queryable, id: string): Promise<void> {
  await database`delete from budgets where id = ${id}`;
}
