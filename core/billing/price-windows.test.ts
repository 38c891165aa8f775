import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatAmount } from "./money.ts";
import { priceWindows, type WindowTiles } from "./price-windows.ts";
import { anyCard, CARD, cardOf, count } from "./pricing.fixture.ts";
import { priceMonth } from "./pricing.ts";

const day = (number: number, group: string, tiles: bigint): WindowTiles => ({
  startMs: Date.UTC(2026, 9, number),
  group,
  tiles,
});

// 1,000 free, then 0.40 for 1,000 up to 10,000.
test("the free allowance and the tiers are filled in the order of the windows, groups by name", () => {
  const windows = [day(1, "B", 500n), day(1, "A", 400n), day(2, "A", 600n), day(3, "A", 1_000n)];
  const prices = priceWindows(windows, () => CARD);
  expect(prices.map(({ amount }) => formatAmount(amount))).toEqual(["0", "0", "0.2", "0.4"]);
});

test("each month has its own card, allowance and currency", () => {
  const windows = [day(31, "A", 2_000n), { startMs: Date.UTC(2026, 10, 1), group: "A", tiles: 2_000n }];
  const prices = priceWindows(windows, (month) =>
    month === "2026-10-01" ? CARD : { ...CARD, currency: "CHF", freeTilesPerMonth: 0n },
  );
  expect(prices.map(({ amount, currency }) => [formatAmount(amount), currency])).toEqual([
    ["0.4", "EUR"],
    ["0.8", "CHF"],
  ]);
});

test("the windows of a month sum to what the month costs, however they are cut and grouped", () => {
  const anyWindows = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 31 }), fc.constantFrom("A", "B", "C"), fc.bigInt(0n, 60_000n)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(anyWindows, anyCard, (rows, terms) => {
      const card = { ...cardOf(terms), minimum: 0n };
      const sums = new Map<string, WindowTiles>();
      for (const [number, group, tiles] of rows) {
        const key = `${number} ${group}`;
        sums.set(key, day(number, group, tiles + (sums.get(key)?.tiles ?? 0n)));
      }
      const prices = priceWindows([...sums.values()], () => card);
      const total = rows.reduce((sum, [, , tiles]) => sum + tiles, 0n);
      const whole = priceMonth([count("A", total)], card).total;
      expect(prices.reduce((sum, { amount }) => sum + amount, 0n)).toBe(whole);
    }),
  );
});
