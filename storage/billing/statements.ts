import { newId } from "../../infra/new-id.ts";
import { formatAmount, type Picos } from "../../core/billing/money.ts";
import type { Month } from "../../core/billing/month.ts";
import type { LineKind } from "../../core/billing/statement.ts";
import { isBeforeAll, shareBooks } from "./billing-books.ts";
import { single, type Database, type Queryable } from "../database/database.ts";

/** A closed statement without its lines; decimals are text. */
export interface StatementRow {
  readonly id: string;
  readonly organization_id: string;
  readonly month: Month;
  readonly currency: string;
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

const STATEMENT = `id, organization_id, month::text as month, currency, trim_scale(total)::text as total, tiles, line_count,
  created_at`;

/** The closed statement of a month. */
export async function findStatement(
  database: Queryable,
  organizationId: string,
  month: Month,
): Promise<StatementRow | undefined> {
  const [row] = await database<StatementRow[]>`
    select ${database.unsafe(STATEMENT)} from statements
    where organization_id = ${organizationId} and month = ${month}::text::date`;
  return row;
}

/** Closed statements, the latest month first, of one organization or of all (null). */
export async function listStatements(
  database: Queryable,
  organizationId: string | null,
  page: { limit: number; offset: number },
): Promise<StatementRow[]> {
  return await database<StatementRow[]>`
    select ${database.unsafe(STATEMENT)} from statements
    where ${organizationId}::uuid is null or organization_id = ${organizationId}
    order by statements.month desc, organization_id limit ${page.limit} offset ${page.offset}`;
}

/** A span of a statement's lines, by number from 1. */
export async function listStatementLines(
  database: Queryable,
  statement: Pick<StatementRow, "organization_id" | "month">,
  page: { limit: number; offset: number },
): Promise<StatementLineRow[]> {
  return await database<StatementLineRow[]>`
    select number, kind, belongs_to::text as belongs_to, link_id, target_id, tier, quantity,
      trim_scale(unit_price)::text as unit_price, trim_scale(amount)::text as amount, rate_card_id, credit_note_id, description
    from statement_lines
    where month = ${statement.month}::text::date and organization_id = ${statement.organization_id}
      and number > ${page.offset} and number <= ${page.offset + page.limit}
    order by number`;
}

/** A credit note as it is kept. */
export interface CreditNoteRow {
  readonly id: string;
  readonly organization_id: string;
  readonly belongs_to: Month;
  readonly booked_in: Month;
  readonly currency: string;
  readonly amount: string;
  readonly reason: string;
  readonly created_at: Date;
}

/**
 * Keeps a credit note for the statement of the first open month, or of the current one while no month was
 * ever closed.
 */
export async function insertCreditNote(
  database: Database,
  note: {
    organizationId: string;
    belongsTo: Month;
    currentMonth: Month;
    currency: string;
    amount: Picos;
    reason: string;
    createdBy: string;
  },
): Promise<CreditNoteRow> {
  return await database.begin(async (transaction) => {
    const open = await shareBooks(transaction);
    const bookedIn = isBeforeAll(open) || open < note.belongsTo ? note.currentMonth : open;
    return single(
      await transaction<CreditNoteRow[]>`
        insert into credit_notes (id, organization_id, belongs_to, booked_in, currency, amount, reason, created_by)
        values (${newId()}, ${note.organizationId}, ${note.belongsTo}::text::date, ${bookedIn}::text::date, ${note.currency},
          ${formatAmount(note.amount)}::text::numeric, ${note.reason}, ${note.createdBy})
        returning id, organization_id, belongs_to::text as belongs_to, booked_in::text as booked_in, currency,
          trim_scale(amount)::text as amount, reason, created_at`,
    );
  });
}
