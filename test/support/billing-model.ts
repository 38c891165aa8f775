/**
 * What months should cost, written from docs/billing.md alone and sharing no code with the product: amounts
 * are whole numbers of 10^-12 of a currency.
 */

/** A price list as the model keeps it. */
export interface ModelCard {
  readonly from: number;
  readonly currency: string;
  readonly mode: "graduated" | "volume";
  readonly free: bigint;
  readonly minimum: bigint;
  /** Ends counted after the allowance, the last one without; price of 1,000 tiles in 10^-9. */
  readonly tiers: readonly { readonly end: bigint | null; readonly price: bigint }[];
}

/** What was booked of one organization: months are counted from 0. */
export interface ModelAccount {
  plan: string;
  readonly cards: ModelCard[];
  readonly tiles: { readonly month: number; readonly bookedIn: number; readonly count: bigint }[];
  readonly credits: { readonly bookedIn: number; readonly currency: string; readonly amount: bigint }[];
  /** The card that each closed month was priced with. */
  readonly closed: Map<number, ModelCard>;
}

const DECIMALS: Readonly<Record<string, bigint>> = { EUR: 2n, USD: 2n, JPY: 0n, KWD: 3n };

/** The cost of a month's tiles, its minimum included. */
export function costOf(card: ModelCard, tiles: bigint): bigint {
  const billable = tiles > card.free ? tiles - card.free : 0n;
  let cost = 0n;
  if (card.mode === "volume") {
    const reached = card.tiers.find(({ end }) => end === null || billable <= end);
    cost = billable * (reached?.price ?? 0n);
  } else {
    let start = 0n;
    for (const { end, price } of card.tiers) {
      const stop = end === null || end > billable ? billable : end;
      if (stop > start) cost += (stop - start) * price;
      start = stop;
    }
  }
  return cost < card.minimum ? card.minimum : cost;
}

/** The totals of a month by currency, rounded, without those that are 0. */
export function totalsOf(account: ModelAccount, month: number, card: ModelCard): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  const add = (currency: string, amount: bigint) => sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  const tilesOf = (belongsTo: number, upTo: number) =>
    account.tiles
      .filter((each) => each.month === belongsTo && each.bookedIn <= upTo)
      .reduce((sum, { count }) => sum + count, 0n);
  add(card.currency, costOf(card, tilesOf(month, month)));
  const late = new Set(account.tiles.filter((each) => each.bookedIn === month).map((each) => each.month));
  for (const earlier of late) {
    const of = account.closed.get(earlier);
    if (earlier === month || of === undefined) continue;
    add(of.currency, costOf(of, tilesOf(earlier, month)) - costOf(of, tilesOf(earlier, month - 1)));
  }
  for (const { bookedIn, currency, amount } of account.credits) {
    if (bookedIn === month) add(currency, -amount);
  }
  const rounded = [...sums].map(
    ([currency, sum]) => [currency, round(sum, DECIMALS[currency] ?? 2n)] as const,
  );
  return new Map(rounded.filter(([, total]) => total !== 0n));
}

/** Halves away from zero. */
function round(amount: bigint, decimals: bigint): bigint {
  const unit = 10n ** (12n - decimals);
  const size = amount < 0n ? -amount : amount;
  const rounded = ((size * 2n + unit) / (unit * 2n)) * unit;
  return amount < 0n ? -rounded : rounded;
}

/** The card of a month: the organization's own, else its plan's, else the standard one. */
export function cardFor(
  account: ModelAccount,
  plans: ReadonlyMap<string, readonly ModelCard[]>,
  month: number,
): ModelCard {
  const lists = [account.cards, plans.get(account.plan) ?? [], plans.get("standard") ?? []];
  for (const cards of lists) {
    // The card that was set last replaces an earlier one of the same month.
    const valid = cards.filter(({ from }) => from <= month);
    const latest = valid.reduce((most, { from }) => (from > most ? from : most), -1);
    const card = valid.findLast(({ from }) => from === latest);
    if (card !== undefined) return card;
  }
  throw new Error("the model has a standard plan");
}
