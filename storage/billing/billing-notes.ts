import { newId } from "../../infra/new-id.ts";
import type { Currency } from "../../core/billing/currencies.ts";
import { formatAmount, parseAmount, type Picos } from "../../core/billing/money.ts";
import { nextMonth, type Month } from "../../core/billing/month.ts";
import { takeFacts } from "../../core/billing/documents/document-facts.ts";
import { changeBooks, isBeforeAll } from "./billing-books.ts";
import { readBuyer, readSeller } from "./billing-parties.ts";
import { noteNumber } from "./note-number.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";
import type { NoteDetail } from "../../core/billing/rerate.ts";
import { tryStatements } from "./write-statements.ts";

/** A credit or debit note as it is kept. */
export interface BillingNoteRow {
  readonly id: string;
  readonly number: number;
  readonly organization_id: string;
  readonly belongs_to: Month;
  readonly booked_in: Month;
  readonly currency: string;
  /** What the customer gets back; negative where it is charged. */
  readonly amount: string;
  readonly reason: string;
  readonly statement_id: string | null;
  readonly line_number: number | null;
  /** The note that this one undoes, and the one that undoes it. */
  readonly voids: string | null;
  readonly voided_by: string | null;
  readonly rate_card_id: string | null;
  readonly created_by: string | null;
  readonly created_at: Date;
}

const COLUMNS = `id, number, organization_id, belongs_to::text as belongs_to, booked_in::text as booked_in, currency,
  trim_scale(amount)::text as amount, reason, statement_id, line_number, voids,
  (select counter.id from credit_notes as counter where counter.voids = credit_notes.id) as voided_by,
  rate_card_id, created_by, created_at`;

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

/** What a new note says. */
export interface NewNote {
  readonly organizationId: string;
  readonly belongsTo: Month;
  readonly currentMonth: Month;
  readonly currency: Currency;
  /** What the customer gets back; negative to charge it. */
  readonly amount: Picos;
  readonly reason: string;
  readonly createdBy: string;
  /** Also gives back more than was billed. */
  readonly isForced: boolean;
  /** The statement, or the line of it, that the note corrects. */
  readonly reference?: { readonly statementId: string; readonly lineNumber: number | null };
  readonly voids?: string;
  readonly details?: readonly NoteDetail[];
  readonly rateCardId?: string;
}

/** One number for everything that numbers notes. */
const NUMBERS_LOCK = 7_406_735;

/**
 * Keeps a note for the first month without statements, or for the current one while no month was ever closed.
 * Throws a CreditTooLargeError when it gives back more than was billed in its currency.
 */
export async function insertNote(database: Database, note: NewNote): Promise<BillingNoteRow> {
  return await database.begin(async (transaction) => await bookNote(transaction, note));
}

/** {@link insertNote} in a transaction that is open. */
export async function bookNote(transaction: Queryable, note: NewNote): Promise<BillingNoteRow> {
  // Two credits at once would each see all that is left.
  await transaction`select from organizations where id = ${note.organizationId} for no key update`;
  const open = await changeBooks(transaction);
  const bookedIn = isBeforeAll(open) || open < note.belongsTo ? note.currentMonth : open;
  if (note.amount > 0n && !note.isForced) {
    const left = await findCreditLeft(transaction, note, isBeforeAll(open) ? note.currentMonth : open);
    if (note.amount > left) throw new CreditTooLargeError(left);
  }
  // Held until the end of the transaction: a number that is not used is given to the next.
  await transaction`select pg_advisory_xact_lock(${NUMBERS_LOCK})`;
  const isCredit = note.amount > 0n;
  const { number, issued, corrects } = single(
    await transaction<{ number: number; issued: string; corrects: string | null }[]>`
      select (select coalesce(max(number), 0) + 1 from credit_notes where (amount > 0) = ${isCredit}) as number,
        (now() at time zone 'UTC')::date::text as issued,
        (select document ->> 'number' from statements where id = ${note.reference?.statementId ?? null}::uuid) as corrects`,
  );
  const facts = takeFacts({
    kind: isCredit ? "credit_note" : "debit_note",
    number: noteNumber({ number, amount: formatAmount(note.amount) }),
    issued,
    seller: await readSeller(transaction),
    buyer: await readBuyer(transaction, note.organizationId),
    corrects,
  });
  return single(
    await transaction<BillingNoteRow[]>`
      insert into credit_notes (id, number, organization_id, belongs_to, booked_in, currency, amount, reason, created_by,
        statement_id, line_number, voids, rate_card_id, details, document)
      values (${newId()}, ${number},
        ${note.organizationId}, ${note.belongsTo}::text::date, ${bookedIn}::text::date, ${note.currency},
        ${formatAmount(note.amount)}::text::numeric, ${note.reason}, ${note.createdBy},
        ${note.reference?.statementId ?? null}, ${note.reference?.lineNumber ?? null}, ${note.voids ?? null},
        ${note.rateCardId ?? null}, ${note.details === undefined ? null : transaction.json(note.details as never)},
        ${transaction.json(facts as never)})
      returning ${transaction.unsafe(COLUMNS)}`,
  );
}

/** Which notes are listed; null is all of them. */
export interface NoteFilter {
  readonly organizationId: string | null;
  readonly bookedIn: Month | null;
  readonly currency: string | null;
}

/** Notes, the latest first. */
export async function listNotes(
  database: Queryable,
  { organizationId, bookedIn, currency }: NoteFilter,
  page: { limit: number; offset: number },
): Promise<BillingNoteRow[]> {
  return await database<BillingNoteRow[]>`
    select ${database.unsafe(COLUMNS)} from credit_notes
    where (${organizationId}::uuid is null or organization_id = ${organizationId})
      and (${bookedIn}::text is null or booked_in = ${bookedIn}::text::date)
      and (${currency}::text is null or currency = ${currency})
    order by created_at desc, id limit ${page.limit} offset ${page.offset}`;
}

/** A page of an organization's notes whose reason holds a text, the latest first, and how many there are. */
export async function searchNotes(
  database: Queryable,
  { organizationId, reason }: { readonly organizationId: string; readonly reason: string },
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ notes: BillingNoteRow[]; total: number }> {
  const rows = await database<(BillingNoteRow & { of_all: number })[]>`
    select ${database.unsafe(COLUMNS)}, count(*) over ()::int as of_all from credit_notes
    where organization_id = ${organizationId} and position(lower(${reason}) in lower(reason)) > 0
    order by created_at desc, id limit ${limit} offset ${offset}`;
  const notes = rows.map((row) => {
    const { of_all: _, ...note } = row;
    return note;
  });
  return { notes, total: rows[0]?.of_all ?? 0 };
}

/** What notes come to that are on no statement yet. */
export interface PendingNotes {
  readonly currency: string;
  /** What the customer gets back; negative where it is charged. */
  readonly amount: string;
  readonly notes: number;
}

/** An organization's notes of months without statements, by currency. */
export async function sumPendingNotes(database: Queryable, organizationId: string): Promise<PendingNotes[]> {
  return await database<PendingNotes[]>`
    select currency, trim_scale(sum(amount))::text as amount, count(*)::int as notes from credit_notes as note
    where organization_id = ${organizationId} and not exists (
      select from billing_period_cards as closed
      where closed.organization_id = note.organization_id and closed.month = note.booked_in)
    group by currency order by currency`;
}

/** One note. */
export async function findNote(database: Queryable, id: string): Promise<BillingNoteRow | undefined> {
  const [row] = await database<BillingNoteRow[]>`
    select ${database.unsafe(COLUMNS)} from credit_notes where id = ${idParameter(id)}`;
  return row;
}

/** What a note may refer to: a statement, or one of its lines. */
export async function findReference(
  database: Queryable,
  statementId: string,
  lineNumber: number | null,
): Promise<{ organization_id: string; currency: string; belongs_to: Month } | undefined> {
  const [row] = await database<{ organization_id: string; currency: string; belongs_to: Month }[]>`
    select statements.organization_id, currency, coalesce(line.belongs_to, statements.month)::text as belongs_to
    from statements left join statement_lines as line
      on line.statement_id = statements.id and line.month = statements.month and line.number = ${lineNumber}
    where statements.id = ${idParameter(statementId)} and (${lineNumber}::integer is null or line.number is not null)`;
  return row;
}

/**
 * What is billed in a currency and not given back: closed statements, and open months as closing them now
 * would bill them, credit notes included.
 */
async function findCreditLeft(
  database: Queryable,
  { organizationId, currency, currentMonth }: NewNote,
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
