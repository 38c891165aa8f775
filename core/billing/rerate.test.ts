import { expect, test } from "vitest";
import { formatAmount, parseAmount } from "./money.ts";
import type { RateCard } from "./rate-card.ts";
import { rerate } from "./rerate.ts";

const card = (id: string, price: bigint, minimum = 0n): RateCard => ({
  id,
  effectiveFrom: "2026-08-01",
  currency: "EUR",
  mode: "graduated",
  freeTilesPerMonth: 0n,
  minimum,
  tiers: [{ upTo: null, pricePerThousand: price * 10n ** 9n }],
});
const counts = [{ bookedIn: "2026-08-01", linkId: "a", targetId: "t", tiles: 1_333n }];

test("a month is priced anew by taking back and charging again, rounded once, so that lines sum to the amount", () => {
  const { details, amount } = rerate("2026-08-01", counts, card("old", 5n), card("new", 2n, 3n * 10n ** 12n));
  expect(details).toMatchObject([
    { kind: "correction", quantity: "-1333", unit_price: "5", amount: "-6.665" },
    { kind: "correction", quantity: "1333", unit_price: "2", amount: "2.666" },
    { kind: "minimum", amount: "0.334", description: "Minimum of 2026-08 priced anew" },
    { kind: "rounding", amount: "-0.005" },
  ]);
  expect(formatAmount(amount)).toBe("-3.67");
  expect(details.reduce((sum, each) => sum + parseAmount(each.amount), 0n)).toBe(amount);
});

test("the same prices change nothing", () => {
  expect(rerate("2026-08-01", counts, card("old", 5n), card("new", 5n))).toEqual({ details: [], amount: 0n });
});
