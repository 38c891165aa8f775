import { nextMonth, type Month } from "../../core/billing/month.ts";
import { statementFault, type BillingStatement } from "../../core/billing/statement.ts";
import type { RateCard } from "../../core/billing/rate-card.ts";
import type { Queryable } from "../database/database.ts";
import {
  computeStatements,
  readInputsOf,
  readStatementInputs,
  type ComputedStatements,
  type StatementInputs,
} from "./statement-inputs.ts";
import { openSeries, StatementRows } from "./statement-rows.ts";

/** An organization whose statements of a month could not be made. */
export interface OpenAccount {
  readonly organization_id: string;
  readonly fault: string;
}

/** What writing the statements of a month came to. */
export interface WrittenStatements {
  readonly statements: number;
  readonly open: readonly OpenAccount[];
}

/** The organizations that a month is closed for. */
export async function listBilledOrganizations(database: Queryable, month: Month): Promise<string[]> {
  const rows = await database<{ id: string }[]>`
    select id from organizations where created_at < ${nextMonth(month)}::text::date
    union select organization_id from usage_months
      where booked_in = ${month}::text::date and exists (select from organizations where id = organization_id)
    union select organization_id from credit_notes where booked_in = ${month}::text::date
    order by id`;
  return rows.map(({ id }) => id);
}

/**
 * Writes the statements of organizations for a sealed month. One whose statements cannot be made is answered
 * with the fault, and does not keep the others from theirs. Errors of the database are thrown.
 */
export async function writeStatements(
  transaction: Queryable,
  month: Month,
  organizations: readonly string[],
): Promise<WrittenStatements> {
  const open: OpenAccount[] = [];
  let statements = 0;
  const rows = new StatementRows(transaction, month, await openSeries(transaction, organizations));
  for await (const [id, computed] of tryStatementsOf(transaction, organizations, month)) {
    if (typeof computed === "string") open.push({ organization_id: id, fault: computed });
    else statements += await rows.add(id, computed);
  }
  await rows.write();
  return { statements, open };
}

/** The statements of a month as closing it would write them, or the fault that keeps them from being made. */
export async function tryStatements(
  database: Queryable,
  organizationId: string,
  month: Month,
): Promise<ComputedStatements | string> {
  return computeOrFault(await readStatementInputs(database, organizationId, month));
}

/** {@link tryStatements} for several organizations, in their order. */
export async function* tryStatementsOf(
  database: Queryable,
  organizationIds: readonly string[],
  month: Month,
): AsyncGenerator<readonly [string, ComputedStatements | string]> {
  for await (const [id, inputs] of readInputsOf(database, organizationIds, month)) {
    yield [id, computeOrFault(inputs)];
  }
}

function computeOrFault(inputs: StatementInputs): ComputedStatements | string {
  try {
    const computed = computeStatements(inputs);
    return computed.statements.map(statementFault).find((fault) => fault !== undefined) ?? computed;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * The statements of an open month as they are, and as another card would make them; or the fault that keeps
 * them from being made.
 */
export async function trySimulation(
  database: Queryable,
  organizationId: string,
  month: Month,
  terms: Omit<RateCard, "id">,
): Promise<readonly [readonly BillingStatement[], readonly BillingStatement[]] | string> {
  const inputs = await readStatementInputs(database, organizationId, month);
  try {
    const current = computeStatements(inputs);
    const card = { ...current.card, ...terms, organizationId, plan: null, returnsToPlan: false };
    const others = inputs.cards.filter(
      (each) => each.organizationId === null || each.effectiveFrom !== month,
    );
    const simulated = computeStatements({ ...inputs, cards: [...others, { ...card, effectiveFrom: month }] });
    const both = [current.statements, simulated.statements] as const;
    return (
      both
        .flat()
        .map(statementFault)
        .find((fault) => fault !== undefined) ?? both
    );
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
