import type { DocumentFacts } from "../../core/billing/documents/document-facts.ts";
import type { DocumentSource, SourceLine } from "../../core/billing/documents/billing-document.ts";
import type { Currency } from "../../core/billing/currencies.ts";
import type { NoteDetail } from "../../core/billing/rerate.ts";
import { formatAmount, parseAmount } from "../../core/billing/money.ts";
import { idParameter, type Database, type Queryable } from "../database/database.ts";
import { findNote } from "./billing-notes.ts";
import { noteNumber } from "./note-number.ts";

/** Lines that a document lists one by one; of more, those that differ in their links only are summed up. */
export const DOCUMENT_LINES_MAX = 500;

/** A statement as documents need it. */
interface StatementHead {
  readonly id: string;
  readonly organization_id: string;
  readonly month: string;
  readonly currency: Currency;
  readonly line_count: number;
  readonly document: DocumentFacts | null;
  readonly sha256: string | null;
  readonly issued: string;
  readonly organization_name: string;
  readonly issuer_name: string;
}

/** What an issued statement's document is made of; undefined while its month is not closed. */
export async function findStatementSource(
  database: Database,
  statementId: string,
): Promise<(DocumentSource & { readonly organizationId: string }) | undefined> {
  const [head] = await database<StatementHead[]>`
    select id, organization_id, month::text as month, currency, line_count, document, sha256, organization_name, issuer_name,
      (statements.created_at at time zone 'UTC')::date::text as issued
    from statements join statement_digests on statement_id = id where id = ${idParameter(statementId)}`;
  if (head === undefined) return undefined;
  const { id, month, currency, line_count: lineCount, sha256 } = head;
  const lines = await readLines(database, head);
  const facts = head.document ?? factsOfBefore(head);
  const source = { id, facts, month, currency, lines, lineCount, sha256, settledIn: null };
  return { ...source, organizationId: head.organization_id };
}

/** A statement that was issued before there were documents has its id for a number, and names alone. */
function factsOfBefore({
  id,
  issued,
  organization_name: buyer,
  issuer_name: seller,
}: StatementHead): DocumentFacts {
  return {
    version: 1,
    kind: "statement",
    number: id,
    issued,
    due: null,
    payment_terms: null,
    notes: null,
    seller: { legal_name: seller },
    buyer: { legal_name: buyer },
    taxes: [],
    corrects: null,
  };
}

const LINE = `kind, belongs_to::text as belongs_to, tier, quantity, trim_scale(unit_price)::text as unit_price,
  trim_scale(amount)::text as amount, description, credit_note_id is not null as is_note, link_label, target_name, project_name`;

async function readLines(database: Queryable, head: StatementHead): Promise<readonly SourceLine[]> {
  if (head.line_count <= DOCUMENT_LINES_MAX) {
    return await database<SourceLine[]>`
      select ${database.unsafe(LINE)} from statement_lines where ${ofStatement(database, head)} order by number`;
  }
  const byProject = await sumLines(database, head, "project_name");
  return byProject.length <= DOCUMENT_LINES_MAX ? byProject : await sumLines(database, head, "null::text");
}

const ofStatement = (database: Queryable, { id, month, organization_id: organizationId }: StatementHead) =>
  database`month = ${month}::text::date and organization_id = ${organizationId} and statement_id = ${id}`;

/** Lines that differ in links, items and what they are summed over only, as one. */
async function sumLines(
  database: Queryable,
  head: StatementHead,
  project: "project_name" | "null::text",
): Promise<readonly SourceLine[]> {
  return await database<SourceLine[]>`
    select kind, belongs_to::text as belongs_to, tier, sum(quantity)::bigint as quantity, trim_scale(unit_price)::text as unit_price,
      trim_scale(sum(amount))::text as amount, description, is_note, null as link_label, null as target_name, project_name
    from (select kind, belongs_to, tier, quantity, unit_price, amount, description, credit_note_id is not null as is_note, number, ${database.unsafe(project)} as project_name
      from statement_lines where ${ofStatement(database, head)}) as line
    group by kind, belongs_to, tier, unit_price, description, is_note, project_name order by min(number)`;
}

/** What a note's document is made of. */
export async function findNoteSource(
  database: Database,
  noteId: string,
): Promise<(DocumentSource & { readonly organizationId: string }) | undefined> {
  const note = await findNote(database, noteId);
  if (note === undefined) return undefined;
  const [kept] = await database<
    { document: DocumentFacts | null; details: NoteDetail[] | null; names: string[] }[]
  >`
    select document, details, array[(select name from organizations where id = credit_notes.organization_id),
      coalesce((select name from organizations where operates_billing order by created_at, id limit 1), 'Geopera Share')] as names
    from credit_notes where id = ${note.id}`;
  const { id, organization_id: organizationId, belongs_to: month, booked_in: settledIn } = note;
  const kind = note.amount.startsWith("-") ? ("debit" as const) : ("credit" as const);
  const noNames = { is_note: true, link_label: null, target_name: null, project_name: null };
  const whole = {
    tier: null,
    quantity: null,
    unit_price: null,
    amount: formatAmount(-parseAmount(note.amount)),
  };
  const details = kept?.details ?? [];
  const lines: SourceLine[] =
    details.length === 0
      ? [{ kind, belongs_to: month, ...whole, description: `: ${note.reason}`, ...noNames }]
      : sumDetails(details).map((detail) => ({
          ...noNames,
          ...detail,
          belongs_to: month,
          quantity: detail.quantity === null ? null : Number(detail.quantity),
          description: `: ${note.reason}`,
        }));
  const facts = kept?.document ?? {
    version: 1,
    kind: `${kind}_note` as const,
    number: noteNumber(note),
    issued: note.created_at.toISOString().slice(0, 10),
    due: null,
    payment_terms: null,
    notes: null,
    seller: { legal_name: kept?.names[1] ?? "" },
    buyer: { legal_name: kept?.names[0] ?? "" },
    taxes: [],
    corrects: null,
  };
  const currency = note.currency as Currency;
  const lineCount = Math.max(1, details.length);
  return { id, facts, month, settledIn, currency, lines, lineCount, sha256: null, organizationId };
}

/** Details that differ in links and items only, as one. */
function sumDetails(details: readonly NoteDetail[]): Pick<NoteDetail, (typeof SUMMED)[number]>[] {
  const sums = new Map<string, Pick<NoteDetail, (typeof SUMMED)[number]>>();
  for (const { kind, tier, unit_price, quantity, amount } of details) {
    const key = `${kind} ${tier} ${unit_price}`;
    const sum = sums.get(key);
    sums.set(key, {
      kind,
      tier,
      unit_price,
      quantity: quantity === null ? null : String(BigInt(sum?.quantity ?? 0) + BigInt(quantity)),
      amount: formatAmount(parseAmount(sum?.amount ?? "0") + parseAmount(amount)),
    });
  }
  return [...sums.values()];
}

const SUMMED = ["kind", "tier", "unit_price", "quantity", "amount"] as const;
