import { CURRENCY_DECIMALS } from "./currencies.ts";
import { formatAmount, formatDecimal, PRICE_DECIMALS, roundAmount, type Picos } from "./money.ts";
import { periodOf, type Month } from "./month.ts";
import { differenceOf, priceMonth, type TileCount } from "./pricing.ts";
import type { RateCard } from "./rate-card.ts";

/** A line that a note brings onto a statement; amounts are what the customer pays. */
export interface NoteDetail {
  readonly kind: "correction" | "minimum" | "rounding";
  readonly link_id: string | null;
  readonly target_id: string | null;
  readonly tier: number | null;
  readonly quantity: string | null;
  /** For 1,000 tiles. */
  readonly unit_price: string | null;
  readonly amount: string;
  readonly description: string;
}

/** What a closed month costs more, or less, with another card. */
export interface Rerating {
  readonly details: readonly NoteDetail[];
  /** The sum of the details, in whole smallest units of the currency. */
  readonly amount: Picos;
}

const NO_TILES = { link_id: null, target_id: null, tier: null, quantity: null, unit_price: null } as const;

/**
 * Prices a month anew: what each link was charged as is taken back, and charged by the other card. Both cards
 * have one currency.
 */
export function rerate(month: Month, counts: readonly TileCount[], from: RateCard, to: RateCard): Rerating {
  const { charges, minimumTopUp, total } = differenceOf(priceMonth(counts, from), priceMonth(counts, to));
  const period = periodOf(month);
  const details = charges.map((charge): NoteDetail => ({
    kind: "correction",
    link_id: charge.linkId,
    target_id: charge.targetId,
    tier: charge.tier,
    quantity: String(charge.quantity),
    unit_price: formatDecimal(charge.pricePerThousand, PRICE_DECIMALS),
    amount: formatAmount(charge.amount),
    description: `Tiles of ${period} priced anew, ${charge.tier === 0 ? "free allowance" : `tier ${charge.tier}`}`,
  }));
  if (minimumTopUp !== 0n) {
    const description = `Minimum of ${period} priced anew`;
    details.push({ ...NO_TILES, kind: "minimum", amount: formatAmount(minimumTopUp), description });
  }
  const amount = roundAmount(total, CURRENCY_DECIMALS[to.currency]);
  if (amount !== total) {
    const description = "Rounding of the note to the currency's smallest unit";
    details.push({ ...NO_TILES, kind: "rounding", amount: formatAmount(amount - total), description });
  }
  return { details, amount };
}
