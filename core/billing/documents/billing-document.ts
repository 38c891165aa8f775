import { CURRENCY_DECIMALS, type Currency } from "../currencies.ts";
import {
  AMOUNT_DECIMALS,
  formatAmount,
  parseAmount,
  parseDecimal,
  roundAmount,
  type Picos,
} from "../money.ts";
import type { Month } from "../month.ts";
import type { LineKind } from "../statement.ts";
import { taxOf, type DocumentFacts } from "./document-facts.ts";
import type { TaxCategory, TaxRule } from "./party.ts";

/** A line of a statement or note, or several that differ in their links only. */
export interface SourceLine {
  readonly kind: LineKind;
  readonly belongs_to: Month;
  readonly tier: number | null;
  readonly quantity: number | null;
  /** For 1,000 tiles. */
  readonly unit_price: string | null;
  readonly amount: string;
  readonly description: string;
  /** Whether a note brings it. */
  readonly is_note: boolean;
  readonly link_label: string | null;
  readonly target_name: string | null;
  readonly project_name: string | null;
}

/** A line of a document. */
export interface DocumentLine extends SourceLine {
  /** From 1. */
  readonly number: number;
  /** Whole in the smallest unit of money; see {@link makeDocument}. */
  readonly net: string;
  readonly tax: TaxRule | undefined;
}

/** What is charged at one rate. */
export interface TaxGroup {
  readonly category: TaxCategory;
  readonly rate: string;
  readonly reason: string | null;
  readonly net: string;
  readonly tax: string;
}

/** A document, ready to be written in any format. */
export interface BillingDocument extends DocumentFacts {
  /** Of the statement or note. */
  readonly id: string;
  readonly month: Month;
  /** Of a note, the month whose statement has it as a line. */
  readonly settledIn: Month | null;
  readonly currency: Currency;
  /** Decimals of its amounts. */
  readonly decimals: number;
  readonly lines: readonly DocumentLine[];
  /** How many lines of the statement they stand for. */
  readonly lineCount: number;
  /** SHA-256 of the statement's lines, as the books have it; null for notes. */
  readonly sha256: string | null;
  readonly net: string;
  /** Null where the tax of a line is not known: the document then says nothing of taxes. */
  readonly groups: readonly TaxGroup[] | null;
  readonly tax: string;
  readonly gross: string;
}

/** What a document is made of. */
export interface DocumentSource {
  readonly id: string;
  readonly facts: DocumentFacts;
  readonly month: Month;
  readonly settledIn: Month | null;
  readonly currency: Currency;
  readonly lines: readonly SourceLine[];
  readonly lineCount: number;
  readonly sha256: string | null;
}

/**
 * Makes a document. Lines are exact to 12 decimals; accounting wants whole cents that sum to the total. Each
 * line therefore gets what the rounded sum grows by with it: never a cent away from its exact amount.
 */
export function makeDocument({ facts, ...source }: DocumentSource): BillingDocument {
  const { currency } = source;
  const decimals = CURRENCY_DECIMALS[currency];
  let [exact, rounded] = [0n, 0n];
  const lines = source.lines.map((line, index): DocumentLine => {
    exact += parseAmount(line.amount);
    const sum = roundAmount(exact, Math.max(2, decimals));
    const net = sum - rounded;
    rounded = sum;
    const tax = taxOf(facts.taxes, line.belongs_to, currency);
    return { ...line, number: index + 1, net: formatAmount(net), tax };
  });
  const groups = groupByTax(lines, decimals);
  const tax = (groups ?? []).reduce((all, group) => all + parseAmount(group.tax), 0n);
  const money = (amount: Picos) => formatAmount(amount, decimals);
  return {
    ...facts,
    ...source,
    decimals,
    lines,
    net: money(exact),
    groups,
    tax: money(tax),
    gross: money(exact + tax),
  };
}

function groupByTax(lines: readonly DocumentLine[], decimals: number): TaxGroup[] | null {
  const groups = new Map<string, { rule: TaxRule; net: Picos }>();
  for (const { tax: rule, net } of lines) {
    if (rule === undefined) return null;
    const key = `${rule.category} ${rule.rate}`;
    const group = groups.get(key) ?? { rule, net: 0n };
    groups.set(key, { ...group, net: group.net + parseAmount(net) });
  }
  return [...groups.values()].map(({ rule: { category, rate, reason }, net }) => ({
    category,
    rate,
    reason,
    net: formatAmount(net, decimals),
    tax: formatAmount(taxOn(net, rate, decimals), decimals),
  }));
}

function taxOn(net: Picos, rate: string, decimals: number): Picos {
  const perCent = parseDecimal(rate, 4) ?? 0n;
  // Once more by 10^6 (per cent, four decimals): exact before the only rounding.
  const product = net * perCent;
  const unit = 10n ** BigInt(6 + AMOUNT_DECIMALS - decimals);
  const size = product < 0n ? -product : product;
  const units = (size + unit / 2n) / unit;
  return (product < 0n ? -units : units) * 10n ** BigInt(AMOUNT_DECIMALS - decimals);
}
