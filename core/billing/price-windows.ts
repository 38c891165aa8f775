import type { Currency } from "./currencies.ts";
import type { Picos } from "./money.ts";
import { monthAt, type Month } from "./month.ts";
import { priceMonth, type TileCount } from "./pricing.ts";
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
  const rows = windows.map((each) => ({ month: monthAt(each.startMs), count: toCount(each) }));
  const countsOf = new Map<Month, TileCount[]>();
  for (const { month, count } of rows) {
    const counts = countsOf.get(month);
    if (counts === undefined) countsOf.set(month, [count]);
    else counts.push(count);
  }
  const pricedOf = new Map(
    [...countsOf].map(([month, counts]) => [month, priceCounts(counts, cardOf(month))]),
  );
  return rows.map(({ month, count }) => {
    const { currency, amounts } = pricedOf.get(month)!;
    return { currency, amount: amounts.get(keyOf(count)) ?? 0n };
  });
}

function priceCounts(counts: readonly TileCount[], card: RateCard) {
  const amounts = new Map<string, Picos>();
  for (const charge of priceMonth(counts, card).charges) {
    amounts.set(keyOf(charge), (amounts.get(keyOf(charge)) ?? 0n) + charge.amount);
  }
  return { currency: card.currency, amounts };
}

const keyOf = ({ linkId, targetId }: Pick<TileCount, "linkId" | "targetId">) => `${linkId} ${targetId}`;

/** A group is charged as a link is, and booked when its window began. */
function toCount({ startMs, group, tiles }: WindowTiles): TileCount {
  const start = new Date(startMs).toISOString();
  return { bookedIn: start, linkId: group, targetId: start, tiles };
}
