import { newId } from "../../infra/new-id.ts";
import type { Currency } from "../../core/billing/currencies.ts";
import { formatAmount, parseAmount, type Picos } from "../../core/billing/money.ts";
import { nextMonth, type Month } from "../../core/billing/month.ts";
import { isBeforeAll, shareBooks } from "./billing-books.ts";
import { single, type Database, type Queryable } from "../database/database.ts";
import { tryStatements } from "./write-statements.ts";

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

/** A credit note that is larger than what is left of what was billed in its currency. */
export class CreditTooLargeError extends Error {
  override readonly name = "CreditTooLargeError";
  /** What may be given back at most. */
  readonly left: Picos;

  constructor(left: Picos) {
    super(`only ${formatAmount(left)} is billed and not given back`);
    this.left = left;
  }
}

/** What a new credit note says. */
export interface NewCreditNote {
  readonly organizationId: string;
  readonly belongsTo: Month;
  readonly currentMonth: Month;
  readonly currency: Currency;
  readonly amount: Picos;
  readonly reason: string;
  readonly createdBy: string;
  /** Also gives back more than was billed. */
  readonly isForced: boolean;
}

/**
 * Keeps a credit note for the statement of the first open month, or of the current one while no month was
 * ever closed. Throws a CreditTooLargeError when it gives back more than was billed in its currency.
 */
export async function insertCreditNote(database: Database, note: NewCreditNote): Promise<CreditNoteRow> {
  return await database.begin(async (transaction) => {
    // Two credits at once would each see all that is left.
    await transaction`select from organizations where id = ${note.organizationId} for no key update`;
    const open = await shareBooks(transaction);
    const bookedIn = isBeforeAll(open) || open < note.belongsTo ? note.currentMonth : open;
    if (!note.isForced) {
      const left = await findCreditLeft(transaction, note, isBeforeAll(open) ? note.currentMonth : open);
      if (note.amount > left) throw new CreditTooLargeError(left);
    }
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

/**
 * What is billed in a currency and not given back: closed statements, and open months as closing them now
 * would bill them, credit notes included.
 */
async function findCreditLeft(
  database: Queryable,
  { organizationId, currency, currentMonth }: NewCreditNote,
  firstOpen: Month,
): Promise<Picos> {
  const [closed] = await database<{ total: string }[]>`
    select coalesce(sum(total), 0)::text as total from statements
    where organization_id = ${organizationId} and currency = ${currency}`;
  let left = parseAmount(closed?.total ?? "0");
  for (let month = firstOpen; month <= currentMonth; month = nextMonth(month)) {
    const computed = await tryStatements(database, organizationId, month);
    const open = typeof computed === "string" ? [] : computed.statements;
    left += open
      .filter((each) => each.currency === currency)
      .reduce((sum, { total }) => sum + parseAmount(total), 0n);
  }
  return left < 0n ? 0n : left;
}
