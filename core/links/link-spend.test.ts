import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { priceMonth } from "../billing/pricing.ts";
import type { RateCard } from "../billing/rate-card.ts";
import { nextTilePrice, priceSteps, takeAffordable } from "./link-spend.ts";

const card: RateCard = {
  id: "card",
  effectiveFrom: "2026-01-01",
  currency: "EUR",
  mode: "graduated",
  freeTilesPerMonth: 5n,
  minimum: 0n,
  tiers: [
    { upTo: 10n, pricePerThousand: 400n },
    { upTo: null, pricePerThousand: 200n },
  ],
};
const steps = priceSteps(card);

describe("a month's next tile", () => {
  test.each([
    [0n, 0n],
    [4n, 0n],
    [5n, 400n],
    [14n, 400n],
    [15n, 200n],
    [1_000_000n, 200n],
  ])("after %s others costs %s", (position, price) => {
    expect(nextTilePrice(steps, position)).toBe(price);
  });
});

describe("a budget", () => {
  test.each([
    [0n, 0n, 5n, 0n],
    [399n, 0n, 5n, 0n],
    [400n, 0n, 6n, 400n],
    [4_100n, 0n, 15n, 4_000n],
    [4_200n, 0n, 16n, 4_200n],
    [4_200n, 15n, 21n, 4_200n],
    [null, 0n, 100n, 21_000n],
  ])("of %s from position %s pays for %s of a hundred tiles", (budget, position, tiles, cost) => {
    expect(takeAffordable(steps, position, 100n, budget)).toEqual({ tiles, cost });
  });

  test("taken in any portions pays for the same tiles, and those cost what the statement charges", () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10_000n),
        fc.array(fc.bigInt(1n, 12n), { minLength: 1, maxLength: 12 }),
        (budget, portions) => {
          const wanted = portions.reduce((sum, each) => sum + each, 0n);
          const whole = takeAffordable(steps, 0n, wanted, budget);
          let [tiles, cost] = [0n, 0n];
          for (const portion of portions) {
            const taken = takeAffordable(steps, tiles, portion, budget - cost);
            tiles += taken.tiles;
            cost += taken.cost;
          }
          expect({ tiles, cost }).toEqual(whole);
          expect(cost).toBeLessThanOrEqual(budget);
          const count = { bookedIn: "2026-01-01", linkId: "l", targetId: "i", tiles };
          expect(priceMonth([count], card).total).toBe(cost);
        },
      ),
    );
  });
});
