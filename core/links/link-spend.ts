import type { Picos } from "../billing/money.ts";
import type { RateCard } from "../billing/rate-card.ts";

/** A span of an organization's tiles of a month that have one price. */
interface PriceStep {
  /** Counted from the month's first tile; null for no end. */
  readonly end: bigint | null;
  readonly picosPerTile: Picos;
}

/**
 * What each further tile of a month counts, in order: nothing within the free allowance, then the price of the tier it falls into. Where the whole month has the
 * price of the tier it ends in (`volume`), earlier tiles keep what they counted.
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

/** What the next tile counts when the month has come to a position. */
export function nextTilePrice(steps: readonly PriceStep[], position: bigint): Picos {
  return stepAt(steps, position).picosPerTile;
}

/** As many of the wanted tiles as a budget pays for, from a position in the month on; null for no budget. */
export function takeAffordable(
  steps: readonly PriceStep[],
  position: bigint,
  wanted: bigint,
  budget: Picos | null,
): { readonly tiles: bigint; readonly cost: Picos } {
  let tiles = 0n;
  let cost = 0n;
  while (tiles < wanted) {
    const { end, picosPerTile } = stepAt(steps, position + tiles);
    const room = end === null ? wanted - tiles : smaller(wanted - tiles, end - position - tiles);
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
