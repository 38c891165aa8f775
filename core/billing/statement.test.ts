import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAmount, parseAmount, parseDecimal, PRICE_DECIMALS, roundAmount } from "./money.ts";
import { anyCard, anyCounts, CARD, cardOf, count, price } from "./pricing.fixture.ts";
import { priceMonth, type TileCount } from "./pricing.ts";
import { cardOfMonth, tierFault, type RateCard, type Tier } from "./rate-card.ts";
import { makeStatements, type BillingNote, type BillingStatement } from "./statement.ts";

const OCTOBER = [count("A", 6_000n), count("B", 20_500n)];

function october(card: RateCard, counts: readonly TileCount[] = OCTOBER): BillingStatement {
  return makeStatements("2026-10-01", { month: "2026-10-01", card, counts }, [], [])[0];
}

function november(
  card: RateCard,
  late: readonly TileCount[],
  credits: readonly BillingNote[] = [],
): BillingStatement {
  const earlier = late.length === 0 ? [] : [{ month: "2026-10-01", card, counts: [...OCTOBER, ...late] }];
  return makeStatements("2026-11-01", { month: "2026-11-01", card, counts: [] }, earlier, credits)[0];
}

const statementOf = (...inputs: Parameters<typeof makeStatements>) => makeStatements(...inputs)[0];

const brief = ({ lines }: BillingStatement) =>
  lines.map((line) => [line.kind, line.linkId, line.tier, line.quantity, line.unitPrice, line.amount]);

describe("worked by hand:", () => {
  // 26,500 tiles. A: 1,000 free, 5,000 x 0.40/1,000 = 2.00. B: the other 5,000 of tier 1 = 2.00; 15,500 x
  // 0.30/1,000 = 4.65.
  test("graduated tiers after a free allowance", () => {
    const statement = october(CARD);
    expect(brief(statement)).toEqual([
      ["usage", "A", 0, "1000", "0", "0"],
      ["usage", "A", 1, "5000", "0.4", "2"],
      ["usage", "B", 1, "5000", "0.4", "2"],
      ["usage", "B", 2, "15500", "0.3", "4.65"],
    ]);
    expect(statement).toMatchObject({ total: "8.65", tiles: "26500" });
  });

  // 25,500 billable tiles reach tier 2: all of them at 0.30/1,000 = 7.65.
  test("volume tiers", () => {
    const statement = october({ ...CARD, mode: "volume" });
    expect(brief(statement)).toEqual([
      ["usage", "A", 0, "1000", "0", "0"],
      ["usage", "A", 2, "5000", "0.3", "1.5"],
      ["usage", "B", 2, "20500", "0.3", "6.15"],
    ]);
    expect(statement.total).toBe("7.65");
  });

  // 12,345 x 0.4567/1,000 = 5.6379615, which is 5.64; the rounding line is 0.0020385.
  test("one rounding line for the whole statement", () => {
    const card: RateCard = {
      ...CARD,
      freeTilesPerMonth: 0n,
      tiers: [{ upTo: null, pricePerThousand: price("0.4567") }],
    };
    const statement = october(card, [count("A", 12_345n)]);
    expect(brief(statement)).toEqual([
      ["usage", "A", 1, "12345", "0.4567", "5.6379615"],
      ["rounding", null, null, null, null, "0.0020385"],
    ]);
    expect(statement.total).toBe("5.64");
  });

  // 12,345 x 45.67/1,000 = 563.79615 yen, which is 564.
  test("a currency without decimals", () => {
    const card: RateCard = {
      ...CARD,
      currency: "JPY",
      freeTilesPerMonth: 0n,
      tiers: [{ upTo: null, pricePerThousand: price("45.67") }],
    };
    const statement = october(card, [count("A", 12_345n)]);
    expect([statement.total, statement.lines[1]?.amount]).toEqual(["564", "0.20385"]);
  });

  // 25.00 - 8.65 = 16.35.
  test("a minimum is topped up by a line", () => {
    const statement = october({ ...CARD, minimum: parseAmount("25") });
    expect(brief(statement).at(-1)).toEqual(["minimum", null, null, null, null, "16.35"]);
    expect(statement.total).toBe("25.00");
  });

  // 25,500 billable tiles were charged; 500 more are the 25,501st to 26,000th: tier 2, 500 x 0.30/1,000 =
  // 0.15.
  test("late tiles are charged where the month left off, and name their month", () => {
    const statement = november(CARD, [count("A", 500n, "2026-11-01")]);
    expect(brief(statement)).toEqual([["correction", "A", 2, "500", "0.3", "0.15"]]);
    expect(statement.lines[0]).toMatchObject({ belongsTo: "2026-10-01", rateCardId: "card" });
    expect(statement.total).toBe("0.15");
  });

  // Without allowance 9,900 tiles cost 3.96 at 0.40; with 200 late ones all 10,100 cost 0.30: 3.03. The
  // difference is -0.93.
  test("late tiles that reach the next volume tier reprice the whole month", () => {
    const card: RateCard = { ...CARD, mode: "volume", freeTilesPerMonth: 0n };
    const counts = [count("A", 9_900n), count("A", 200n, "2026-11-01")];
    const [statement] = makeStatements(
      "2026-11-01",
      { month: "2026-11-01", card, counts: [] },
      [{ month: "2026-10-01", card, counts }],
      [],
    );
    expect(brief(statement)).toEqual([
      ["correction", "A", 1, "-9900", "0.4", "-3.96"],
      ["correction", "A", 2, "10100", "0.3", "3.03"],
    ]);
    expect(statement).toMatchObject({ total: "-0.93", tiles: "200" });
  });

  // October cost 25.00 as its minimum. 0.15 more of tiles lower the top-up by 0.15: nothing to pay,
  // November's own minimum aside.
  test("late tiles count towards the minimum of their month", () => {
    const statement = november({ ...CARD, minimum: parseAmount("25") }, [count("A", 500n, "2026-11-01")]);
    expect(statement.lines.map(({ kind, belongsTo, amount }) => [kind, belongsTo, amount])).toEqual([
      ["minimum", "2026-11-01", "25"],
      ["correction", "2026-10-01", "0.15"],
      ["minimum", "2026-10-01", "-0.15"],
    ]);
    expect(statement.total).toBe("25.00");
  });

  test("a credit note lowers the total", () => {
    const credit: BillingNote = {
      id: "note",
      belongsTo: "2026-10-01",
      currency: "EUR",
      amount: parseAmount("1.50"),
      reason: "outage",
      number: "CN-000001",
      details: [],
      rateCardId: null,
    };
    const statement = november(CARD, [], [credit]);
    expect(statement.lines).toMatchObject([{ kind: "credit", amount: "-1.5", creditNoteId: "note" }]);
    expect(statement.total).toBe("-1.50");
    const all = makeStatements(
      "2026-11-01",
      { month: "2026-11-01", card: CARD, counts: [] },
      [],
      [credit, { ...credit, id: "other", currency: "USD" }],
    );
    expect(all.map(({ currency, total, lines }) => [currency, total, lines.length])).toEqual([
      ["EUR", "-1.50", 1],
      ["USD", "-1.50", 1],
    ]);
  });
});

test.each([
  ["0.005", 2, "0.01"],
  ["0.004999999999", 2, "0"],
  ["-0.005", 2, "-0.01"],
  ["-0.004", 2, "0"],
  ["1.5", 0, "2"],
  ["0.0005", 3, "0.001"],
])("%s rounds to %i decimals as %s: halves away from zero", (exact, decimals, rounded) => {
  expect(formatAmount(roundAmount(parseAmount(exact), decimals))).toBe(rounded);
});

test.each(["", "1,5", "1e3", ".5", "1.", "+1", "0x1", " 1", "1.0000000001"])("%j is no price", (text) => {
  expect(parseDecimal(text, PRICE_DECIMALS)).toBeUndefined();
});

test("tiers must cover every number of tiles once", () => {
  const tier = (upTo: bigint | null): Tier => ({ upTo, pricePerThousand: 1n });
  expect(tierFault([tier(10n), tier(20n), tier(null)])).toBeUndefined();
  expect(tierFault([])).toMatchObject({ index: 0 });
  expect(tierFault([tier(10n)])).toMatchObject({ index: 0, message: expect.stringContaining("no end") });
  expect(tierFault([tier(10n), tier(10n), tier(null)])).toMatchObject({ index: 1 });
  expect(tierFault([tier(null), tier(null)])).toMatchObject({ index: 0 });
  expect(tierFault([{ upTo: null, pricePerThousand: -1n }])).toMatchObject({ index: 0 });
});

test("the card of a month is the one that began last", () => {
  const cards = ["2026-03-01", "2026-01-01", "2026-07-01"].map((effectiveFrom) => ({ effectiveFrom }));
  expect(
    ["2025-12-01", "2026-01-01", "2026-06-01", "2026-07-01", "2030-01-01"].map(
      (month) => cardOfMonth(cards, month)?.effectiveFrom,
    ),
  ).toEqual([undefined, "2026-01-01", "2026-03-01", "2026-07-01", "2026-07-01"]);
});

test("lines sum to the total to the last digit, every tile is charged once, and the total depends on no order", () => {
  fc.assert(
    fc.property(anyCounts, anyCard, (counts, terms) => {
      const card = cardOf(terms);
      const statement = october(card, counts);
      const sum = statement.lines.reduce((total, line) => total + parseAmount(line.amount), 0n);
      expect(sum).toBe(parseAmount(statement.total));
      expect(statement.tiles).toBe(String(counts.reduce((total, each) => total + each.tiles, 0n)));
      const shuffled = counts.toReversed();
      expect(october(card, shuffled)).toEqual(statement);
    }),
  );
});

test("a month closed early and corrected later costs exactly what it would have cost at once", () => {
  fc.assert(
    fc.property(anyCounts, anyCard, (counts, terms) => {
      const card = cardOf(terms);
      const exactly = (statement: BillingStatement) =>
        statement.lines
          .filter((line) => line.belongsTo === "2026-10-01" && line.kind !== "rounding")
          .reduce((total, line) => total + parseAmount(line.amount), 0n);
      const upTo = (month: string) => counts.filter((each) => each.bookedIn <= month);
      const later = ["2026-11-01", "2026-12-01"].map((month) =>
        statementOf(
          month,
          { month, card, counts: [] },
          [{ month: "2026-10-01", card, counts: upTo(month) }],
          [],
        ),
      );
      const parts = [october(card, upTo("2026-10-01")), ...later];
      const paid = parts.reduce((total, statement) => total + exactly(statement), 0n);
      expect(paid).toBe(priceMonth(counts, card).total);
    }),
  );
});
