import { CURRENCY_DECIMALS, type Currency } from "./currencies.ts";
import {
  formatAmount,
  formatDecimal,
  parseAmount,
  PRICE_DECIMALS,
  roundAmount,
  type Picos,
} from "./money.ts";
import { periodOf, type Month } from "./month.ts";
import type { NoteDetail } from "./rerate.ts";
import { differenceOf, priceMonth, type PricedMonth, type TileCount } from "./pricing.ts";
import type { RateCard } from "./rate-card.ts";

/**
 * - `usage`: tiles of the month itself.
 * - `correction`: tiles of an earlier month that arrived after it was closed; `belongsTo` names that month.
 * - `minimum`: what is missing to the card's minimum; for an earlier month what late tiles changed of it.
 * - `credit`: a credit note; negative.
 * - `debit`: a debit note.
 * - `rounding`: from the exact sum to the currency's smallest unit.
 */
export type LineKind = "usage" | "correction" | "minimum" | "credit" | "debit" | "rounding";

/** One line of a statement. Amounts are plain decimals, so that lines can be kept and sent as they are. */
export interface StatementLine {
  /** From 1. */
  readonly number: number;
  readonly kind: LineKind;
  /** The month that the line is about, which for corrections is not the statement's. */
  readonly belongsTo: Month;
  readonly linkId: string | null;
  readonly targetId: string | null;
  /** 0 for the free allowance, then the tiers from 1. */
  readonly tier: number | null;
  /** Tiles; negative where a correction takes back what was charged otherwise. */
  readonly quantity: string | null;
  /** For 1,000 tiles. */
  readonly unitPrice: string | null;
  readonly amount: string;
  readonly rateCardId: string | null;
  readonly creditNoteId: string | null;
  readonly description: string;
}

/** What an organization owes for a month in one currency. */
export interface BillingStatement {
  readonly month: Month;
  readonly currency: Currency;
  readonly lines: readonly StatementLine[];
  /** The sum of all lines, in whole smallest units of the currency. */
  readonly total: string;
  /** Tiles that the lines charge, the free ones included. */
  readonly tiles: string;
}

/** Usage of one month that is booked in the statement's month or before. */
export interface MonthUsage {
  readonly month: Month;
  readonly card: RateCard;
  readonly counts: readonly TileCount[];
}

/** A credit or debit note that is to appear on the statement. */
export interface BillingNote {
  readonly id: string;
  /** `CN-000012` or `DN-000012`. */
  readonly number: string;
  readonly belongsTo: Month;
  readonly currency: Currency;
  /** What the customer gets back; negative where it is charged. */
  readonly amount: Picos;
  readonly reason: string;
  /** The lines that sum to it; empty for one line. */
  readonly details: readonly NoteDetail[];
  readonly rateCardId: string | null;
}

/**
 * Amounts and quantities that the database holds: 15 digits before the point of a total, 18 of a line's
 * amount.
 */
const TOTAL_END = 10n ** 27n;
const AMOUNT_END = 10n ** 30n;
const QUANTITY_END = 2n ** 63n;

/** Why a statement cannot be kept; undefined for one that can. */
export function statementFault({ currency, lines, total }: BillingStatement): string | undefined {
  const beyond = (amount: bigint, end: bigint) => amount >= end || amount <= -end;
  if (beyond(parseAmount(total), TOTAL_END)) return `a total of ${total} ${currency} is too large`;
  const line = lines.find(
    ({ amount, quantity }) =>
      beyond(parseAmount(amount), AMOUNT_END) || beyond(BigInt(quantity ?? 0), QUANTITY_END),
  );
  return line && `line ${line.number} of ${line.amount} ${currency} is too large`;
}

type Draft = Omit<StatementLine, "number">;

/**
 * Makes the statements of a month from what is booked up to it, one for each currency: that of the month's
 * card first, with or without lines, then the others by their codes. A statement has lines of the month,
 * corrections of earlier months, credit and debit notes, and one rounding line, so that the lines sum to the
 * total to the last digit. The same input always makes the same statements.
 */
export function makeStatements(
  month: Month,
  own: MonthUsage,
  earlier: readonly MonthUsage[],
  notes: readonly BillingNote[],
): readonly [BillingStatement, ...BillingStatement[]] {
  const { currency } = own.card;
  const drafts = new Map<Currency, Draft[]>([
    [currency, [...monthLines("usage", own, priceMonth(own.counts, own.card))]],
  ]);
  const add = (of: Currency, lines: readonly Draft[]) => {
    // What costs nothing has no currency that matters: it makes no statement of its own.
    const isFree = lines.every(({ amount }) => amount === "0");
    const key = isFree ? currency : of;
    drafts.set(key, [...(drafts.get(key) ?? []), ...lines]);
  };
  for (const usage of earlier) add(usage.card.currency, correctionLines(month, usage));
  for (const note of notes) add(note.currency, noteLines(note));
  const others = [...drafts.keys()].filter((each) => each !== currency).sort();
  const statementOf = (each: Currency) => makeStatement(month, each, drafts.get(each) ?? []);
  return [statementOf(currency), ...others.map(statementOf)];
}

function makeStatement(month: Month, currency: Currency, lines: readonly Draft[]): BillingStatement {
  const drafts = [...lines];
  const exact = drafts.reduce((sum, line) => sum + parseAmount(line.amount), 0n);
  const total = roundAmount(exact, CURRENCY_DECIMALS[currency]);
  if (total !== exact) drafts.push(roundingLine(month, total - exact));
  const tiles = drafts.reduce((sum, line) => sum + BigInt(line.quantity ?? 0), 0n);
  return {
    month,
    currency,
    lines: drafts.map((line, index) => ({ number: index + 1, ...line })),
    total: formatAmount(total, CURRENCY_DECIMALS[currency]),
    tiles: String(tiles),
  };
}

/** Late tiles are charged what the month would have cost more with them. */
function correctionLines(month: Month, usage: MonthUsage): Draft[] {
  const before = usage.counts.filter((count) => count.bookedIn < month);
  const difference = differenceOf(priceMonth(before, usage.card), priceMonth(usage.counts, usage.card));
  return monthLines("correction", usage, difference);
}

function monthLines(kind: "usage" | "correction", usage: MonthUsage, priced: PricedMonth): Draft[] {
  const { month, card } = usage;
  const period = periodOf(month);
  const lines = priced.charges.map((charge): Draft => ({
    kind,
    belongsTo: month,
    linkId: charge.linkId,
    targetId: charge.targetId,
    tier: charge.tier,
    quantity: String(charge.quantity),
    unitPrice: formatDecimal(charge.pricePerThousand, PRICE_DECIMALS),
    amount: formatAmount(charge.amount),
    rateCardId: card.id,
    creditNoteId: null,
    description: `${kind === "usage" ? "Tiles" : `Late tiles of ${period}`}, ${tierName(charge.tier)}`,
  }));
  if (priced.minimumTopUp !== 0n) {
    lines.push({
      ...NO_USAGE,
      kind: "minimum",
      belongsTo: month,
      amount: formatAmount(priced.minimumTopUp),
      rateCardId: card.id,
      description:
        kind === "usage" ? `Minimum of ${period}` : `Late tiles of ${period} count towards its minimum`,
    });
  }
  return lines;
}

function tierName(tier: number): string {
  return tier === 0 ? "free allowance" : `tier ${tier}`;
}

const NO_USAGE = {
  linkId: null,
  targetId: null,
  tier: null,
  quantity: null,
  unitPrice: null,
  rateCardId: null,
  creditNoteId: null,
} as const;

function noteLines(note: BillingNote): Draft[] {
  const { id: creditNoteId, belongsTo, amount, number, reason, rateCardId } = note;
  if (note.details.length === 0) {
    const [kind, name] =
      amount > 0n ? (["credit", "Credit note"] as const) : (["debit", "Debit note"] as const);
    // Months that are closed say it like this: the words stay.
    const description = `${name}: ${reason}`;
    return [{ ...NO_USAGE, kind, belongsTo, amount: formatAmount(-amount), creditNoteId, description }];
  }
  return note.details.map((detail) => ({
    kind: detail.kind,
    belongsTo,
    linkId: detail.link_id,
    targetId: detail.target_id,
    tier: detail.tier,
    quantity: detail.quantity,
    unitPrice: detail.unit_price,
    amount: detail.amount,
    rateCardId,
    creditNoteId,
    description: `${detail.description}: ${number}, ${reason}`,
  }));
}

function roundingLine(month: Month, amount: Picos): Draft {
  return {
    ...NO_USAGE,
    kind: "rounding",
    belongsTo: month,
    amount: formatAmount(amount),
    description: "Rounding to the currency's smallest unit, halves away from zero",
  };
}
