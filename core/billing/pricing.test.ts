import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatAmount } from "./money.ts";
import { anyCard, anyCounts, CARD, cardOf, count } from "./pricing.fixture.ts";
import { priceMonth } from "./pricing.ts";
import type { RateCard } from "./rate-card.ts";

/** What a month of so many tiles of one link costs, without a minimum. */
const costOf = (card: RateCard, tiles: bigint) =>
  priceMonth([count("A", tiles)], { ...card, minimum: 0n }).total;

// The 11,000th tile is the last one of tier 1 (1,000 free + 10,000): 4.00. The 11,001st costs 0.30/1,000
// more; the 1,000th nothing.
test.each([
  ["1000", "0"],
  ["1001", "0.0004"],
  ["11000", "4"],
  ["11001", "4.0003"],
  ["101000", "31"],
  ["101001", "31.0002"],
])("%s tiles at a border of tiers cost %s", (tiles, exact) => {
  expect(formatAmount(costOf(CARD, BigInt(tiles)))).toBe(exact);
});

test("a graduated price never falls with more tiles, and one more tile costs what its own tier says, at borders too", () => {
  const anyTiles = fc.oneof(
    fc.bigInt({ min: 0n, max: 300_000n }),
    fc.bigInt({ min: 9_990n, max: 15_010n }),
    fc.bigInt({ min: 99_990n, max: 105_010n }),
  );
  fc.assert(
    fc.property(anyTiles, anyCard, (tiles, terms) => {
      const card = { ...cardOf(terms), mode: "graduated" as const };
      const billable = tiles + 1n - card.freeTilesPerMonth;
      const own = card.tiers.find(({ upTo }) => upTo === null || billable <= upTo);
      const step = billable <= 0n ? 0n : (own?.pricePerThousand ?? 0n);
      expect(costOf(card, tiles + 1n) - costOf(card, tiles)).toBe(step);
      expect(step >= 0n).toBe(true);
    }),
  );
});

test("volume pricing charges all billable tiles at the price of the tier that their number reaches", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 300_000n }), anyCard, (tiles, terms) => {
      const card = { ...cardOf(terms), mode: "volume" as const };
      const billable = tiles > card.freeTilesPerMonth ? tiles - card.freeTilesPerMonth : 0n;
      const reached = card.tiers.find(({ upTo }) => upTo === null || billable <= upTo);
      expect(costOf(card, tiles)).toBe(billable * (reached?.pricePerThousand ?? 0n));
    }),
  );
});

test("the cost of a month is the same however its tiles are spread over links", () => {
  fc.assert(
    fc.property(anyCounts, anyCard, (counts, terms) => {
      const card = cardOf(terms);
      const sum = counts.reduce((total, each) => total + each.tiles, 0n);
      expect(priceMonth(counts, card).total).toBe(priceMonth([count("A", sum)], card).total);
    }),
  );
});
