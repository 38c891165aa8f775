import type { Currency } from "./currencies.ts";
import type { Picos } from "./money.ts";
import type { Month } from "./month.ts";

/**
 * How tiers apply: every tile at the price of the tier it falls into, or all tiles at the price of the tier
 * the month's number falls into.
 */
export const TIER_MODES = ["graduated", "volume"] as const;

/** One of {@link TIER_MODES}. */
export type TierMode = (typeof TIER_MODES)[number];

/** One step of a price list. */
export interface Tier {
  /** The last tile of the tier, counted after the free allowance; null for the last tier. */
  readonly upTo: bigint | null;
  /** 10^-9 of the currency for 1,000 tiles. */
  readonly pricePerThousand: bigint;
}

/** What tiles cost from a month on, until a later card begins. */
export interface RateCard {
  readonly id: string;
  readonly effectiveFrom: Month;
  readonly currency: Currency;
  readonly mode: TierMode;
  /** Tiles of each month that cost nothing. */
  readonly freeTilesPerMonth: bigint;
  /** What a month costs at least. */
  readonly minimum: Picos;
  /** From the first tile to any number: never empty. */
  readonly tiers: readonly Tier[];
}

/** A rule that a list of tiers breaks; `index` names the tier. */
export interface TierFault {
  readonly index: number;
  readonly message: string;
}

/** The first rule that the tiers break: together they cover every number of tiles exactly once. */
export function tierFault(tiers: readonly Tier[]): TierFault | undefined {
  if (tiers.length === 0) return { index: 0, message: "there must be at least one tier" };
  let previous = 0n;
  for (const [index, { upTo, pricePerThousand }] of tiers.entries()) {
    const isLast = index === tiers.length - 1;
    if (pricePerThousand < 0n) return { index, message: "a price must not be negative" };
    if (isLast)
      return upTo === null ? undefined : { index, message: "the last tier must have no end (up_to null)" };
    if (upTo === null) return { index, message: "only the last tier may have no end" };
    if (upTo <= previous) return { index, message: "must end after the tier before it" };
    previous = upTo;
  }
  return undefined;
}

/** The card of a month: the one that began last. Cards are in any order. */
export function cardOfMonth<Card extends { readonly effectiveFrom: Month }>(
  cards: readonly Card[],
  month: Month,
): Card | undefined {
  return cards
    .filter((card) => card.effectiveFrom <= month)
    .reduce<Card | undefined>(
      (latest, card) => (latest === undefined || card.effectiveFrom > latest.effectiveFrom ? card : latest),
      undefined,
    );
}
