import type { Currency } from "./currencies.ts";
import type { Picos } from "./money.ts";
import { monthAt, type Month } from "./month.ts";
import { priceMonth } from "./pricing.ts";
import type { RateCard } from "./rate-card.ts";

/** Tiles of one group in one window of time, which lies within one month. */
export interface WindowTiles {
  readonly startMs: number;
  /** What tells the groups of a window apart; their order in it. */
  readonly group: string;
  readonly tiles: bigint;
}

/** What the tiles of a window's group cost by the card of their month, without its minimum and credits. */
export interface WindowPrice {
  readonly currency: Currency;
  readonly amount: Picos;
}

/**
 * Prices windows: the tiles of a month fill its free allowance and its tiers in the order of the windows, so
 * that the amounts of a month sum to what its statement charges for them. Each month needs its windows from
 * its beginning. The answer is in the order of the input.
 */
export function priceWindows(
  windows: readonly WindowTiles[],
  cardOf: (month: Month) => RateCard,
): WindowPrice[] {
  const cards = new Map([...new Set(windows.map(monthOf))].map((month) => [month, cardOf(month)]));
  const amounts = new Map<string, Picos>();
  for (const [month, card] of cards) {
    const counts = windows.filter((each) => monthOf(each) === month).map(toCount);
    for (const { linkId, targetId, amount } of priceMonth(counts, card).charges) {
      const key = `${linkId} ${targetId}`;
      amounts.set(key, (amounts.get(key) ?? 0n) + amount);
    }
  }
  return windows.map((each) => {
    const { linkId, targetId } = toCount(each);
    const { currency } = cards.get(monthOf(each)) ?? cardOf(monthOf(each));
    return { currency, amount: amounts.get(`${linkId} ${targetId}`) ?? 0n };
  });
}

function monthOf({ startMs }: WindowTiles): Month {
  return monthAt(startMs);
}

/** A group is charged as a link is, and booked when its window began. */
function toCount({ startMs, group, tiles }: WindowTiles) {
  const start = new Date(startMs).toISOString();
  return { bookedIn: start, linkId: group, targetId: start, tiles };
}
