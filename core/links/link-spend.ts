import type { Picos } from "../billing/money.ts";
import type { RateCard } from "../billing/rate-card.ts";

/** A range of an organization's tiles in a month that share one price. */
interface PriceStep {
  /** Counted from the month's first tile; null for no end. */
  readonly end: bigint | null;
  readonly picosPerTile: Picos;
}

/**
 * The price of each further tile of a month, in order: nothing within the free allowance, then the price of
 * its tier. With `volume` pricing, the whole month has the price of its last tier; earlier tiles keep the
 * price they were counted at.
 */
export function priceSteps(card: RateCard): readonly PriceStep[] {
  const free = card.freeTilesPerMonth;
  return [
    { end: free, picosPerTile: 0n },
    ...card.tiers.map(({ upTo, pricePerThousand }) => ({
      end: upTo === null ? null : upTo + free,
      picosPerTile: pricePerThousand,
    })),
  ];
}

/** The price of the next tile when the month has reached a position. */
export function nextTilePrice(steps: readonly PriceStep[], position: bigint): Picos {
  return stepAt(steps, position).picosPerTile;
}

/**
 * How many of the `requested` tiles a budget pays for, from a position in the month on; a null budget has no
 * end.
 */
export function takeAffordable(
  steps: readonly PriceStep[],
  position: bigint,
  requested: bigint,
  budget: Picos | null,
): { readonly tiles: bigint; readonly cost: Picos } {
  let tiles = 0n;
  let cost = 0n;
  while (tiles < requested) {
    const { end, picosPerTile } = stepAt(steps, position + tiles);
    const room = end === null ? requested - tiles : smaller(requested - tiles, end - position - tiles);
    const payable = budget === null || picosPerTile === 0n ? room : (budget - cost) / picosPerTile;
    const taken = smaller(room, payable < 0n ? 0n : payable);
    tiles += taken;
    cost += taken * picosPerTile;
    if (taken < room) break;
  }
  return { tiles, cost };
}

function stepAt(steps: readonly PriceStep[], position: bigint): PriceStep {
  const step = steps.find(({ end }) => end === null || position < end);
  if (step === undefined) throw new Error("tiers cover every number of tiles");
  return step;
}

function smaller(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
