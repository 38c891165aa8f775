import { newId } from "../../infra/new-id.ts";
import { monthAt, nextMonth, type Month } from "../../core/billing/month.ts";
import type { BillingStatement } from "../../core/billing/statement.ts";
import { firstOpenMonth, holdBooks, isBeforeAll } from "./billing-books.ts";
import { single, type Database, type Queryable } from "../database/database.ts";
import { EXPORT_VERSION } from "./export-layouts.ts";
import { computeStatement } from "./statement-inputs.ts";

/** A month that is sealed or closed. */
export interface BillingPeriodRow {
  readonly month: Month;
  readonly sealed_at: Date;
  /** Null between sealing and closing. */
  readonly closed_at: Date | null;
  readonly closed_by: string | null;
  readonly statements: number | null;
}

/** A month cannot be closed before the one that `month` names. */
export class EarlierMonthOpenError extends Error {
  override readonly name = "EarlierMonthOpenError";
  readonly month: Month;

  constructor(month: Month) {
    super(`${month.slice(0, 7)} must be closed first`);
    this.month = month;
  }
}

/**
 * Closes a month for all organizations, in two steps: sealing it, so that nothing is booked in it any more,
 * and writing its statements in one transaction from what can no longer change. Idempotent, also for
 * concurrent callers and after a crash. Throws an EarlierMonthOpenError when an earlier month is open. The
 * caller checks that the month is over.
 */
export async function closePeriod(
  database: Database,
  month: Month,
  closedBy: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<BillingPeriodRow> {
  await sealMonth(database, month);
  return await database.begin(async (transaction) => {
    const [period] = await transaction<{ closed: boolean }[]>`
      select closed_at is not null as closed from billing_periods where month = ${month}::text::date for update`;
    if (period?.closed !== true) {
      const statements = await writeStatements(transaction, month, onProgress);
      await transaction`
        update billing_periods set closed_at = now(), closed_by = ${closedBy}, statements = ${statements},
          export_version = ${EXPORT_VERSION}
        where month = ${month}::text::date`;
    }
    return single(await selectPeriods(transaction, month));
  });
}

async function sealMonth(database: Database, month: Month): Promise<void> {
  await database.begin(async (transaction) => {
    const open = await holdBooks(transaction);
    if (month < open) return;
    const first = isBeforeAll(open) ? ((await firstBookedMonth(transaction)) ?? month) : open;
    if (first < month) throw new EarlierMonthOpenError(first);
    await transaction`insert into billing_periods (month) values (${month}::text::date)`;
    await transaction`update billing_books set sealed_through = ${month}::text::date`;
  });
}

async function firstBookedMonth(database: Queryable): Promise<Month | undefined> {
  const [row] = await database<{ month: string | null }[]>`
    select least((select min(booked_in) from usage_months), (select min(booked_in) from credit_notes))::text as month`;
  return row?.month ?? undefined;
}

async function writeStatements(
  transaction: Queryable,
  month: Month,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const organizations = await transaction<{ id: string }[]>`
    select id from organizations where created_at < ${nextMonth(month)}::text::date
    union select organization_id from usage_months
      where booked_in = ${month}::text::date and exists (select from organizations where id = organization_id)
    order by id`;
  let statements = 0;
  for (const [index, { id }] of organizations.entries()) {
    const { statement, rateCardId } = await computeStatement(transaction, id, month);
    await transaction`
      insert into billing_period_cards (organization_id, month, rate_card_id)
      values (${id}, ${month}::text::date, ${rateCardId})`;
    if (statement.lines.length > 0) {
      await insertStatement(transaction, id, statement);
      statements += 1;
    }
    onProgress(index + 1, organizations.length);
  }
  return statements;
}

/** Lines of one insert: below the limit on parameters whatever the columns. */
const LINES_PER_INSERT = 2_000;

async function insertStatement(
  transaction: Queryable,
  organizationId: string,
  statement: BillingStatement,
): Promise<void> {
  const id = newId();
  // Names are copied as they are now: later renames must not change exports of a closed month.
  await transaction`
    insert into statements (id, organization_id, month, currency, total, tiles, line_count, organization_name, issuer_name)
    values (${id}, ${organizationId}, ${statement.month}::text::date, ${statement.currency},
      ${statement.total}::text::numeric, ${statement.tiles}::text::bigint, ${statement.lines.length},
      (select name from organizations where id = ${organizationId}),
      coalesce((select name from organizations where operates_billing order by created_at, id limit 1), 'Geopera Share'))`;
  for (let start = 0; start < statement.lines.length; start += LINES_PER_INSERT) {
    const lines = statement.lines.slice(start, start + LINES_PER_INSERT).map((line) => ({
      month: statement.month,
      organization_id: organizationId,
      statement_id: id,
      number: line.number,
      kind: line.kind,
      belongs_to: line.belongsTo,
      link_id: line.linkId,
      target_id: line.targetId,
      tier: line.tier,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      amount: line.amount,
      rate_card_id: line.rateCardId,
      credit_note_id: line.creditNoteId,
      description: line.description,
    }));
    // Decimals travel as text: no number type of JavaScript could hold them.
    await transaction`
      insert into statement_lines (month, organization_id, statement_id, number, kind, belongs_to, link_id, target_id, tier, quantity,
        unit_price, amount, rate_card_id, credit_note_id, description, link_label, target_name)
      select line.*, share_links.label, coalesce(items.name, collections.name)
      from jsonb_to_recordset(${transaction.json(lines)}) as line (month date, organization_id uuid, statement_id uuid,
        number integer, kind text, belongs_to date, link_id uuid, target_id uuid, tier integer, quantity bigint,
        unit_price numeric, amount numeric, rate_card_id uuid, credit_note_id uuid, description text)
      left join share_links on share_links.id = line.link_id
      left join items on items.id = line.target_id left join collections on collections.id = line.target_id`;
  }
}

async function selectPeriods(database: Queryable, month: Month | null): Promise<BillingPeriodRow[]> {
  return await database<BillingPeriodRow[]>`
    select month::text as month, sealed_at, closed_at, closed_by, statements from billing_periods
    where ${month}::text is null or month = ${month}::text::date order by month desc`;
}

/** Every sealed or closed month, the latest first. */
export async function listPeriods(database: Queryable): Promise<BillingPeriodRow[]> {
  return await selectPeriods(database, null);
}

/** The sealed or closed month, if it is one. */
export async function findPeriod(database: Queryable, month: Month): Promise<BillingPeriodRow | undefined> {
  return (await selectPeriods(database, month))[0];
}

/** Months that ended before a time and are not closed, the earliest first: what a schedule has to close. */
export async function listMonthsToClose(database: Queryable, endedBeforeMs: number): Promise<Month[]> {
  const half = await database<{ month: string }[]>`
    select month::text as month from billing_periods where closed_at is null order by month`;
  const open = await firstOpenMonth(database);
  const months = half.map((row) => row.month);
  let next = isBeforeAll(open) ? await firstBookedMonth(database) : open;
  while (next !== undefined && nextMonth(next) <= monthAt(endedBeforeMs)) {
    months.push(next);
    next = nextMonth(next);
  }
  return months;
}
