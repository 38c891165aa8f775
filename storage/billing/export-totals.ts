import { AMOUNT_DECIMALS, formatDecimal, parseAmount } from "../../core/billing/money.ts";

/** Sums by their names, as decimal text. */
export type NamedTotals = Readonly<Record<string, string>>;

/**
 * What rows sum up to: where there is money, for each currency (`currency` beside the sums), else once.
 * Exports that were written before statements had currencies of their own have one sum of all.
 */
export type ExportTotals = NamedTotals | readonly NamedTotals[];

/** Adds the totals of files. */
export function addTotals(all: readonly ExportTotals[]): ExportTotals {
  const sums = new Map<string, Map<string, bigint>>();
  for (const totals of all.flat()) {
    const { currency = "", ...named } = totals;
    const sum = sums.get(currency) ?? new Map<string, bigint>();
    for (const [name, text] of Object.entries(named)) {
      sum.set(name, (sum.get(name) ?? 0n) + parseAmount(text));
    }
    sums.set(currency, sum);
  }
  const texts = (sum: ReadonlyMap<string, bigint>) =>
    Object.fromEntries([...sum].map(([name, value]) => [name, formatDecimal(value, AMOUNT_DECIMALS)]));
  const isByCurrency = all.some((totals) => Array.isArray(totals));
  if (!isByCurrency) return texts(sums.get("") ?? new Map());
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, sum]) => ({ currency, ...texts(sum) }));
}
