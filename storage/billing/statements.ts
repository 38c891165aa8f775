import { CURRENCY_DECIMALS, type Currency } from "../../core/billing/currencies.ts";
import { formatAmount, parseAmount } from "../../core/billing/money.ts";
import type { Month } from "../../core/billing/month.ts";
import type { LineKind, StatementLine } from "../../core/billing/statement.ts";
import type { Queryable } from "../database/database.ts";

/** A closed statement without its lines; decimals are text. */
export interface StatementRow {
  readonly id: string;
  readonly organization_id: string;
  readonly month: Month;
  readonly currency: Currency;
  readonly total: string;
  readonly tiles: number;
  readonly line_count: number;
  readonly created_at: Date;
}

/** A line of a closed statement. */
export interface StatementLineRow {
  readonly number: number;
  readonly kind: LineKind;
  readonly belongs_to: Month;
  readonly link_id: string | null;
  readonly target_id: string | null;
  readonly tier: number | null;
  readonly quantity: number | null;
  readonly unit_price: string | null;
  readonly amount: string;
  readonly rate_card_id: string | null;
  readonly credit_note_id: string | null;
  readonly description: string;
}

/** A computed line in the form of a kept one. */
export function lineRowOf(line: StatementLine): StatementLineRow {
  return {
    number: line.number,
    kind: line.kind,
    belongs_to: line.belongsTo,
    link_id: line.linkId,
    target_id: line.targetId,
    tier: line.tier,
    quantity: line.quantity === null ? null : Number(line.quantity),
    unit_price: line.unitPrice,
    amount: line.amount,
    rate_card_id: line.rateCardId,
    credit_note_id: line.creditNoteId,
    description: line.description,
  };
}

const STATEMENT = `id, organization_id, month::text as month, currency, trim_scale(total)::text as total, tiles, line_count,
  created_at`;

/** Totals have the digits of their currency, as open statements do. */
function withDigits(rows: readonly StatementRow[]): StatementRow[] {
  return rows.map((row) => ({
    ...row,
    total: formatAmount(parseAmount(row.total), CURRENCY_DECIMALS[row.currency]),
  }));
}

/** The closed statements of a month, by currency. */
export async function findStatements(
  database: Queryable,
  organizationId: string,
  month: Month,
): Promise<StatementRow[]> {
  return withDigits(
    await database<StatementRow[]>`
      select ${database.unsafe(STATEMENT)} from statements
      where organization_id = ${organizationId} and month = ${month}::text::date order by currency`,
  );
}

/** Which statements are listed; null is all of them. */
export interface StatementFilter {
  readonly organizationId: string | null;
  readonly month?: Month | null | undefined;
  readonly currency?: string | null | undefined;
}

/** Closed statements, the latest month first. */
export async function listStatements(
  database: Queryable,
  { organizationId, month = null, currency = null }: StatementFilter,
  page: { limit: number; offset: number },
): Promise<StatementRow[]> {
  const rows = await database<StatementRow[]>`
    select ${database.unsafe(STATEMENT)} from statements
    where (${organizationId}::uuid is null or organization_id = ${organizationId})
      and (${month}::text is null or statements.month = ${month}::text::date)
      and (${currency}::text is null or currency = ${currency})
    order by statements.month desc, organization_id, currency limit ${page.limit} offset ${page.offset}`;
  return withDigits(rows);
}

/** A span of a statement's lines, by number from 1. */
export async function listStatementLines(
  database: Queryable,
  statement: Pick<StatementRow, "id" | "organization_id" | "month">,
  page: { limit: number; offset: number },
): Promise<StatementLineRow[]> {
  return await database<StatementLineRow[]>`
    select number, kind, belongs_to::text as belongs_to, link_id, target_id, tier, quantity,
      trim_scale(unit_price)::text as unit_price, trim_scale(amount)::text as amount, rate_card_id, credit_note_id, description
    from statement_lines
    where month = ${statement.month}::text::date and organization_id = ${statement.organization_id}
      and statement_id = ${statement.id} and number > ${page.offset} and number <= ${page.offset + page.limit}
    order by number`;
}
