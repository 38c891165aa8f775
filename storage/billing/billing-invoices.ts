import type { DocumentFacts } from "../../core/billing/documents/document-facts.ts";
import type { Queryable } from "../database/database.ts";
import { STATEMENT, withDigits, type StatementRow } from "./statements.ts";

/** A closed statement with what its document says. */
export interface InvoiceRow extends StatementRow {
  /** Null where it was issued before documents were. */
  readonly document: Pick<DocumentFacts, "kind" | "number" | "issued" | "due"> | null;
}

/** A page of an organization's closed statements, the latest month first, and how many there are. */
export async function listInvoices(
  database: Queryable,
  organizationId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ invoices: InvoiceRow[]; total: number }> {
  const rows = await database<(InvoiceRow & { of_all: number })[]>`
    select ${database.unsafe(STATEMENT)}, document, count(*) over ()::int as of_all from statements
    where organization_id = ${organizationId}
    order by statements.month desc, currency limit ${limit} offset ${offset}`;
  return { invoices: withDigits(rows), total: rows[0]?.of_all ?? 0 };
}
