import type { Picos } from "./money.ts";
import type { RateCard, Tier } from "./rate-card.ts";

/** Tiles of one link in one month, as they were booked. */
export interface TileCount {
  readonly bookedIn: string;
  readonly linkId: string;
  readonly targetId: string;
  readonly tiles: bigint;
}

/** What a quantity is charged as. */
export interface Charge {
  readonly linkId: string;
  readonly targetId: string;
  /** 0 for the free allowance, then the tiers from 1. */
  readonly tier: number;
  readonly quantity: bigint;
  readonly pricePerThousand: bigint;
  /** Quantity times price, exactly. */
  readonly amount: Picos;
}

/** Prices one organization's month. */
export interface PricedMonth {
  readonly charges: readonly Charge[];
  /** What is missing to the card's minimum; zero or more. */
  readonly minimumTopUp: Picos;
  /** Charges and top-up together. */
  readonly total: Picos;
}

/**
 * Prices a month: first the free allowance, then the tiers. Counts fill them in the order in which they were
 * booked, links of one booking by their id; so the total depends on the sum alone, and a later booking never
 * changes what an earlier one was charged as, except where volume pricing reprices the whole month.
 */
export function priceMonth(counts: readonly TileCount[], card: RateCard): PricedMonth {
  const ordered = counts.filter((count) => count.tiles > 0n).toSorted(byBooking);
  const billable = ordered.reduce((sum, count) => sum + count.tiles, 0n) - card.freeTilesPerMonth;
  const steps = stepsOf(card, billable);
  const charges: Charge[] = [];
  let position = 0n;
  for (const { linkId, targetId, tiles } of ordered) {
    let left = tiles;
    while (left > 0n) {
      const step = steps.find(({ end }) => end === null || position < end);
      if (step === undefined) throw new Error("tiers cover every number of tiles");
      const room = step.end === null ? left : step.end - position;
      const quantity = room < left ? room : left;
      const { tier, pricePerThousand } = step;
      charges.push({
        linkId,
        targetId,
        tier,
        quantity,
        pricePerThousand,
        amount: quantity * pricePerThousand,
      });
      position += quantity;
      left -= quantity;
    }
  }
  const charged = charges.reduce((sum, charge) => sum + charge.amount, 0n);
  const minimumTopUp = charged < card.minimum ? card.minimum - charged : 0n;
  return { charges: mergeSame(charges), minimumTopUp, total: charged + minimumTopUp };
}

/** What a month was charged as, changed by what was booked for it since. */
export function differenceOf(before: PricedMonth, after: PricedMonth): PricedMonth {
  const reversed = before.charges.map((charge) => ({
    ...charge,
    quantity: -charge.quantity,
    amount: -charge.amount,
  }));
  return {
    charges: mergeSame([...reversed, ...after.charges]).filter((charge) => charge.quantity !== 0n),
    minimumTopUp: after.minimumTopUp - before.minimumTopUp,
    total: after.total - before.total,
  };
}

interface Step {
  readonly tier: number;
  /** Counted from the month's first tile, the free ones included; null for no end. */
  readonly end: bigint | null;
  readonly pricePerThousand: bigint;
}

function stepsOf(card: RateCard, billable: bigint): Step[] {
  const free = card.freeTilesPerMonth;
  const allowance: Step = { tier: 0, end: free, pricePerThousand: 0n };
  const priced = card.tiers.map((tier, index): Step => ({
    tier: index + 1,
    end: tier.upTo === null ? null : tier.upTo + free,
    pricePerThousand: tier.pricePerThousand,
  }));
  switch (card.mode) {
    case "graduated":
      return [allowance, ...priced];
    case "volume": {
      const reached = priced.find((_step, index) => reaches(card.tiers[index], billable));
      return reached === undefined ? [allowance] : [allowance, { ...reached, end: null }];
    }
  }
}

function reaches(tier: Tier | undefined, billable: bigint): boolean {
  return tier !== undefined && (tier.upTo === null || billable <= tier.upTo);
}

function byBooking(one: TileCount, other: TileCount): number {
  return (
    compareText(one.bookedIn, other.bookedIn) ||
    compareText(one.linkId, other.linkId) ||
    compareText(one.targetId, other.targetId)
  );
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** One charge for each link, item, tier and price, in the order of link, item and tier. */
function mergeSame(charges: readonly Charge[]): Charge[] {
  const merged = new Map<string, Charge>();
  for (const charge of charges) {
    const key = [charge.linkId, charge.targetId, charge.tier, charge.pricePerThousand].join(" ");
    const same = merged.get(key);
    merged.set(key, {
      ...charge,
      quantity: charge.quantity + (same?.quantity ?? 0n),
      amount: charge.amount + (same?.amount ?? 0n),
    });
  }
  return [...merged.values()].sort(
    (one, other) =>
      compareText(one.linkId, other.linkId) ||
      compareText(one.targetId, other.targetId) ||
      one.tier - other.tier,
  );
}
