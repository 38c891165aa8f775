import type { Buyer, Seller, TaxRule } from "./party.ts";

/** What a document is. */
export type DocumentKind = "statement" | "invoice" | "credit_note" | "debit_note";

/** What a document says besides its lines, as it is kept from the issue on. */
export interface DocumentFacts {
  /** Of this form; a later one adds to it. */
  readonly version: 1;
  readonly kind: DocumentKind;
  readonly number: string;
  /** `2026-11-03`, in UTC. */
  readonly issued: string;
  /** Null where no days were set. */
  readonly due: string | null;
  readonly payment_terms: string | null;
  readonly notes: string | null;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly taxes: readonly TaxRule[];
  /** The number of the statement that it corrects. */
  readonly corrects: string | null;
}

/** What is known when a document is issued. */
export interface Issue {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issued: string;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly corrects: string | null;
}

/** Takes what the document says, so that later changes of the parties do not change it. */
export function takeFacts({ seller, buyer, ...issue }: Issue): DocumentFacts {
  const { taxes: sellerTaxes = [], payment_terms: terms, notes, ...ofSeller } = seller;
  const { taxes: buyerTaxes = [], ...ofBuyer } = buyer;
  const days = buyer.payment_days ?? seller.payment_days;
  return {
    version: 1,
    ...issue,
    due: days === undefined ? null : dayAfter(issue.issued, days),
    payment_terms: terms ?? null,
    notes: notes ?? null,
    seller: ofSeller,
    buyer: ofBuyer,
    taxes: buyerTaxes.length > 0 ? buyerTaxes : sellerTaxes,
  };
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `ST-000012`. */
export function statementNumber(prefix: string | undefined, number: number): string {
  return `${prefix ?? "ST-"}${String(number).padStart(6, "0")}`;
}

/** The rule for what belongs to a month: the latest one that has begun, in its own currency before others. */
export function taxOf(rules: readonly TaxRule[], month: string, currency: string): TaxRule | undefined {
  const begun = rules.filter(({ effective_from: from }) => from <= month.slice(0, 7));
  const own = begun.filter((rule) => rule.currency === currency);
  const fitting = own.length > 0 ? own : begun.filter((rule) => rule.currency === null);
  return fitting.toSorted((one, other) => (one.effective_from < other.effective_from ? 1 : -1))[0];
}
