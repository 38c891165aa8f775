import { makeDocument } from "./documents/billing-document.ts";
import { takeFacts, type Issue } from "./documents/document-facts.ts";
import { ublFaults } from "./documents/ubl-faults.ts";
import { parseAmount, type Picos } from "./money.ts";
import type { RateCard } from "./rate-card.ts";
import type { BillingStatement } from "./statement.ts";

/**
 * - `fault`: no statement can be made; the message says why.
 * - `unpriced`: tiles were delivered, and every tier of the card costs nothing.
 * - `change`: the total differs from last month's by more than the threshold.
 * - `negative`: credits exceed what is charged.
 * - `document`: e-invoices are sent or received, and something is missing for this one.
 */
export const FINDING_KINDS = ["fault", "unpriced", "change", "negative", "document"] as const;

/** One of {@link FINDING_KINDS}. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something that a person should look at before a month is closed. */
export interface CloseFinding {
  readonly kind: FindingKind;
  readonly message: string;
}

/** A statement may grow or shrink by half before a person should look. */
export const CHANGE_RATIO = 0.5;

/** One month of one organization in one currency, beside the month before. */
export interface ComparedStatement {
  readonly statement: BillingStatement;
  readonly card: RateCard;
  /** The total of the month before in the same currency; undefined without a statement. */
  readonly lastTotal: string | undefined;
}

/** What is remarkable about a statement; `changeRatio` is the threshold, 0.5 for 50 %. */
export function findingsOf(
  { statement, card, lastTotal }: ComparedStatement,
  changeRatio: number,
): CloseFinding[] {
  const findings: CloseFinding[] = [];
  const { total, tiles, currency } = statement;
  const isFree = card.minimum === 0n && card.tiers.every(({ pricePerThousand }) => pricePerThousand === 0n);
  if (isFree && currency === card.currency && BigInt(tiles) > 0n) {
    findings.push({ kind: "unpriced", message: `${tiles} tiles at a price of 0` });
  }
  if (parseAmount(total) < 0n) {
    findings.push({ kind: "negative", message: `credits exceed charges: ${total} ${currency}` });
  }
  if (lastTotal !== undefined && hasChanged(parseAmount(lastTotal), parseAmount(total), changeRatio)) {
    findings.push({
      kind: "change",
      message: `${total} ${currency} after ${lastTotal} ${currency} last month`,
    });
  }
  return findings;
}

/**
 * What is missing for the e-invoice of a statement that is issued on a day. Only where one is wanted: a party
 * has an address for electronic invoices, and something is on the statement.
 */
export function documentFinding(
  { month, currency, lines }: BillingStatement,
  { seller, buyer, issued }: Pick<Issue, "seller" | "buyer" | "issued">,
): CloseFinding | undefined {
  const isWanted = seller.endpoint !== undefined || buyer.endpoint !== undefined;
  if (!isWanted || lines.length === 0) return undefined;
  const kind = seller.title ?? "statement";
  const facts = takeFacts({ kind, number: "", issued, seller, buyer, corrects: null });
  const document = makeDocument({
    id: "",
    facts,
    month,
    settledIn: null,
    currency,
    lines: lines.map((line) => ({
      kind: line.kind,
      belongs_to: line.belongsTo,
      tier: line.tier,
      quantity: null,
      unit_price: line.unitPrice,
      amount: line.amount,
      description: line.description,
      is_note: line.creditNoteId !== null,
      link_label: null,
      target_name: null,
      project_name: null,
    })),
    lineCount: lines.length,
    sha256: null,
  });
  const missing = ublFaults(document);
  if (missing.length === 0) return undefined;
  return { kind: "document", message: `no e-invoice can be made without ${missing.join("; ")}` };
}

/** In whole thousandths: a ratio is a number, amounts are exact. */
function hasChanged(before: Picos, after: Picos, ratio: number): boolean {
  if (ratio === Infinity) return false;
  const difference = after > before ? after - before : before - after;
  const base = before < 0n ? -before : before;
  return difference * 1_000n > base * BigInt(Math.round(ratio * 1_000));
}
