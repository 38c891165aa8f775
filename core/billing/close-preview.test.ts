import { expect, test } from "vitest";
import { documentFinding, findingsOf } from "./close-preview.ts";
import { BUYER, SELLER } from "./documents/document.fixture.ts";
import type { Buyer, Seller } from "./documents/party.ts";
import { CARD, count, price } from "./pricing.fixture.ts";
import { makeStatements } from "./statement.ts";

const statementOf = (card = CARD, tiles = 10_000n) =>
  makeStatements("2026-10-01", { month: "2026-10-01", card, counts: [count("A", tiles)] }, [], [])[0];
const kinds = (lastTotal: string | undefined, card = CARD) =>
  findingsOf({ statement: statementOf(card), card, lastTotal }, 0.5).map(({ kind }) => kind);

// 1,000 free, 9,000 x 0.40 / 1,000 = 3.60.
test("a change against last month is found beyond the threshold, in both directions", () => {
  expect(kinds(undefined)).toEqual([]);
  expect(kinds("3.60")).toEqual([]);
  expect(kinds("2.40")).toEqual([]);
  expect(kinds("2.39")).toEqual(["change"]);
  expect(kinds("7.20")).toEqual([]);
  expect(kinds("7.21")).toEqual(["change"]);
  expect(kinds("0.00")).toEqual(["change"]);
});

test("tiles at a price of nothing, and credits beyond charges, are found", () => {
  const free = { ...CARD, tiers: [{ upTo: null, pricePerThousand: price("0") }] };
  expect(findingsOf({ statement: statementOf(free), card: free, lastTotal: undefined }, 0.5)).toEqual([
    { kind: "unpriced", message: "10000 tiles at a price of 0" },
  ]);
  const minimum = { ...free, minimum: 5_000_000_000_000n };
  expect(kinds(undefined, minimum)).toEqual([]);
  const credit = {
    id: "n",
    belongsTo: "2026-09-01",
    currency: "EUR",
    amount: 4n * 10n ** 12n,
    reason: "x",
    number: "CN-000001",
    details: [],
    rateCardId: null,
  } as const;
  const own = { month: "2026-10-01", card: CARD, counts: [] };
  const [statement] = makeStatements("2026-10-01", own, [], [credit]);
  expect(findingsOf({ statement, card: CARD, lastTotal: undefined }, 0.5)).toMatchObject([
    { kind: "negative" },
  ]);
});

test("what is missing for an e-invoice is found where a party has an address for them", () => {
  const found = (seller: Seller, buyer: Buyer, statement = statementOf()) =>
    documentFinding(statement, { seller, buyer, issued: "2026-11-01" })?.message;
  const [nameless, customer] = [{ legal_name: "Issuer" }, { legal_name: "Customer" }];
  expect(found(SELLER, BUYER)).toBeUndefined();
  expect(found(nameless, customer)).toBeUndefined();
  expect(found(SELLER, customer)).toBe(
    "no e-invoice can be made without the buyer's address (BR-10, BR-11); the buyer's endpoint (PEPPOL-EN16931-R010)",
  );
  expect(found(nameless, BUYER)).toContain("the seller's address");
  expect(found({ ...SELLER, taxes: [] }, BUYER)).toContain("taxes for the currency and each month on it");
  expect(found(SELLER, customer, statementOf(CARD, 0n))).toBeUndefined();
});
