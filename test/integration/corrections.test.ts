import { afterAll, beforeAll, expect, test } from "vitest";
import { apiKeyPrefix, newApiKey, secretHash } from "../../core/access/api-key.ts";
import { checksOf } from "../../programs/finance/reconcile-month.ts";
import { insertApiKey } from "../../storage/accounts/api-keys.ts";
import { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

let system: TestSystem;
let operator: Client;
let customer: Client;
let organization_id: string;
let otherId: string;

/** 1,000 tiles a month at 5 EUR, June closed with a minimum of another organization. */
beforeAll(async () => {
  system = await startSystem();
  operator = system.client;
  const member = await system.addOrganization();
  customer = member.client;
  organization_id = member.organization.organizationId;
  otherId = (await system.addOrganization()).organization.organizationId;
  const { database } = system.deps;
  await database`update organizations set created_at = '2026-05-20'`;
  await setPrice("2026-06", "5");
  const other = { organization_id: otherId, effective_from: "2026-06", currency: "EUR", minimum: "20" };
  await operator.call("billing.rates.set", { ...other, tiers: [{ up_to: null, price_per_thousand: "1" }] });
  await deliver(1_000, "2026-06-10T00:00:00Z");
  await close("2026-06");
});
afterAll(() => system.stop());

const setPrice = (effective_from: string, price_per_thousand: string, reason?: string) =>
  operator.try("billing.rates.set", {
    organization_id,
    effective_from,
    ...terms(price_per_thousand),
    reason,
  });
const terms = (price_per_thousand: string, currency = "EUR") => ({
  currency,
  tiers: [{ up_to: null, price_per_thousand }],
});
const deliver = (count: number, at: string, recordedAt = at) =>
  recordTiles(system.deps.database, { organizationId: organization_id, count, at, recordedAt });
const close = (period: string) => operator.call("billing.periods.close", { period });
const statement = (period: string, id = organization_id) =>
  operator.call("billing.statements.get", { organization_id: id, period });
const adjust = (amount: string, more: object = {}) =>
  operator.try("billing.adjustments.create", {
    organization_id,
    currency: "EUR",
    amount,
    reason: "agreed by phone",
    belongs_to: "2026-06",
    ...more,
  });

/** A key that no key of the operator made. */
async function addKeyOfAnother(): Promise<string> {
  const key = newApiKey();
  await insertApiKey(system.deps.database, {
    organizationId: system.organization.organizationId,
    name: "of another person",
    prefix: apiKeyPrefix(key),
    secretHash: secretHash(key),
    scopes: ["billing:read", "billing:write"],
    rateLimit: null,
    expiresAt: null,
    createdBy: null,
  });
  return key;
}

test("amounts are charged and given back by numbered notes that refer to a line, and are undone by counter-entries", async () => {
  const june = await statement("2026-06");
  const debit = await adjust("12.50", { statement_id: june.id, line_number: 1, belongs_to: undefined });
  expect(debit.json).toMatchObject({
    number: "DN-000001",
    kind: "debit",
    amount: "12.5",
    belongs_to: "2026-06",
    booked_in: "2026-07",
    statement_id: june.id,
    line_number: 1,
    voids: null,
  });
  const credit = await adjust("-1.25");
  expect(credit.json).toMatchObject({ number: "CN-000001", kind: "credit", amount: "-1.25" });
  const refusals = [
    [await adjust("0"), "amount", "other than 0"],
    [await adjust("0.001"), "amount", "smallest units"],
    [await adjust("-999999"), "amount", "must be at most 16.25 EUR"],
    [await adjust("1", { belongs_to: "2199-01" }), "belongs_to", "in the future"],
    [await adjust("1", { line_number: 1 }), "line_number", "needs the statement_id"],
    [await adjust("1", { statement_id: june.id, line_number: 99 }), "statement_id", "a line that it has"],
    [await adjust("1", { statement_id: june.id, currency: "USD" }), "currency", "must be EUR"],
    [
      await adjust("1", { statement_id: june.id, organization_id: otherId }),
      "statement_id",
      "of the organization",
    ],
  ] as const;
  for (const [{ status, json }, field, message] of refusals) {
    expect([status, json.detail[0].loc[1]]).toEqual([422, field]);
    expect(json.detail[0].msg).toContain(message);
  }
  const undo = (adjustment_id: string) =>
    operator.try("billing.adjustments.void", { adjustment_id, reason: "a mistake" });
  const both = await Promise.all([undo(debit.json.id), undo(debit.json.id)]);
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  const voided = both.find(({ status }) => status === 200)?.json;
  // No number is lost by what was refused.
  expect(voided).toMatchObject({
    number: "CN-000002",
    amount: "-12.5",
    voids: debit.json.id,
    line_number: 1,
  });
  expect((await undo(voided.id)).json.detail).toContain("create that one again");
  expect((await undo("00000000-0000-7000-8000-00000000dead")).status).toBe(404);

  const { adjustments } = await customer.call("billing.adjustments.list", {
    organization_id,
    period: "2026-07",
  });
  expect(adjustments).toHaveLength(3);
  expect(adjustments.find((each: { id: string }) => each.id === debit.json.id).voided_by).toBe(voided.id);
  expect((await customer.try("billing.adjustments.list", { organization_id: otherId })).status).toBe(404);
  const { lines, total } = await statement("2026-07");
  expect(total).toBe("-1.25");
  expect(lines.map(({ kind, amount }: { kind: string; amount: string }) => [kind, amount])).toEqual([
    ["debit", "12.5"],
    ["credit", "-1.25"],
    ["credit", "-12.5"],
  ]);
});

test("a closed month is priced anew: a preview, one note with a line for each link, and late tiles at the new price", async () => {
  const cheaper = { organization_id, period: "2026-06", ...terms("2.001") };
  const preview = await operator.call("billing.rates.simulate", cheaper);
  expect(preview).toMatchObject({ status: "closed", difference: "-3.00", current_total: null });
  expect(preview.lines).toMatchObject([
    { kind: "correction", quantity: "-1000", unit_price: "5", amount: "-5" },
    { kind: "correction", quantity: "1000", unit_price: "2.001", amount: "2.001" },
    { kind: "rounding", amount: "-0.001" },
  ]);
  const rerate = (more: object) =>
    operator.try("billing.adjustments.rerate", { ...cheaper, reason: "the contract says so", ...more });
  expect((await rerate({ currency: "USD" })).json.detail[0].msg).toContain("must be EUR");
  expect((await rerate({ period: "2026-07" })).status).toBe(409);
  expect((await rerate(terms("5"))).json.detail).toContain("costs the same");
  const { json: note } = await rerate({});
  expect(note).toMatchObject({
    number: "CN-000003",
    amount: "-3",
    belongs_to: "2026-06",
    booked_in: "2026-07",
  });
  expect(
    (await operator.try("billing.adjustments.void", { adjustment_id: note.id, reason: "x" })).status,
  ).toBe(409);
  // Once more: from what it costs now.
  expect((await operator.call("billing.rates.simulate", { ...cheaper, ...terms("3.001") })).difference).toBe(
    "1.00",
  );

  await deliver(100, "2026-06-30T12:00:00Z", "2026-07-02T00:00:00Z");
  const { lines } = await statement("2026-07");
  const late = lines.find(
    ({ kind, credit_note_id: id }: { kind: string; credit_note_id: string | null }) =>
      kind === "correction" && id === null,
  );
  expect(late).toMatchObject({ quantity: 100, unit_price: "2.001", rate_card_id: note.rate_card_id });
  await close("2026-07");
  expect((await statement("2026-06")).total).toBe("5.00");
  expect(await statement("2026-07")).toMatchObject({ status: "closed", total: "-4.05" });
  for (const compare of checksOf(system.deps, "2026-07-01")) {
    expect(await compare()).toMatchObject({ different: 0 });
  }
});

test("an open month can be simulated with other prices", async () => {
  await deliver(2_000, "2026-08-05T00:00:00Z");
  const asked = { organization_id, period: "2026-08", ...terms("7") };
  expect(await operator.call("billing.rates.simulate", asked)).toMatchObject({
    status: "open",
    current_total: "10.00",
    simulated_total: "14.00",
    difference: "4.00",
    lines: [],
  });
  expect((await customer.try("billing.rates.simulate", asked)).status).toBe(403);
});

test("prices for tiles that were already delivered need a reason, which the customer sees", async () => {
  const refused = await setPrice("2026-08", "7");
  expect([refused.status, refused.json.detail[0].loc]).toEqual([422, ["body", "reason"]]);
  const { json: card } = await setPrice("2026-08", "7", "a mistyped price");
  expect(card).toMatchObject({
    reason: "a mistyped price",
    replaces: { tiers: [{ price_per_thousand: "5" }] },
  });
  const { rate_cards: cards } = await customer.call("billing.rates.list", { organization_id });
  expect(cards.at(-1)).toMatchObject({ id: card.id, reason: "a mistyped price" });
  // What is to come needs none.
  expect((await setPrice("2026-09", "8")).status).toBe(200);
});

test("prices for one month that are set at once supersede each other, and one holds", async () => {
  const at = ["1", "2", "3", "4"].map((price) => setPrice("2031-01", price));
  expect((await Promise.all(at)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const { rate_cards: cards } = await operator.call("billing.rates.list", { organization_id });
  expect(cards.filter((card: { effective_from: string }) => card.effective_from === "2031-01")).toHaveLength(
    1,
  );
});

test("an organization returns to its plan, and one that has ended has no minimum any more", async () => {
  await operator.call("billing.rates.set", { plan: "standard", effective_from: "2026-09", ...terms("1") });
  const back = { organization_id, effective_from: "2026-09" };
  expect(await operator.call("billing.rates.end", back)).toMatchObject({
    returns_to_plan: true,
    replaces: { tiers: [{ price_per_thousand: "8" }] },
  });
  await deliver(1_000, "2026-09-05T00:00:00Z");
  expect((await statement("2026-09")).total).toBe("1.00");

  const end = (last_period: string | null) =>
    operator.try("billing.accounts.end", { organization_id: otherId, last_period, reason: "cancelled" });
  const tooEarly = await end("2026-05");
  expect(tooEarly.json.detail[0].msg).toBe("must not lie before 2026-07: later months are closed");
  expect((await end("2026-08")).json).toEqual({
    organization_id: otherId,
    last_period: "2026-08",
    replaces: null,
  });
  expect((await statement("2026-08", otherId)).total).toBe("20.00");
  expect((await statement("2026-09", otherId)).total).toBe("0.00");
  await close("2026-08");
  await close("2026-09");
  // Closed months keep the minimum that they were closed with.
  expect((await end(null)).json).toMatchObject({ replaces: "2026-08" });
  expect((await statement("2026-10", otherId)).total).toBe("20.00");
  for (const compare of checksOf(system.deps, "2026-09-01")) {
    expect(await compare()).toMatchObject({ different: 0 });
  }
});

test("a month is a draft first, is corrected as a draft, approved by another person, and then issued for good", async () => {
  const settings = { draft_days: 2, needs_approval: true };
  expect((await customer.try("billing.settings.update", settings)).status).toBe(403);
  expect(await operator.call("billing.settings.update", settings)).toMatchObject(settings);
  const period = "2026-10";
  const act = (action: "draft" | "approve" | "close", as = operator) =>
    as.try(`billing.periods.${action}`, { period });
  const { database } = system.deps;
  const second = new Client(system.url, await addKeyOfAnother());

  expect((await act("approve", second)).json.detail).toBe("2026-10 is no draft.");
  expect((await act("draft")).json).toMatchObject({
    status: "sealed",
    needs_approval: true,
    approved_by: null,
  });
  // Usage is booked in the next month; corrections are in the draft.
  await deliver(50, "2026-10-30T00:00:00Z", "2026-11-01T00:00:00Z");
  expect(await statement(period)).toMatchObject({ status: "draft", tiles: 0 });
  expect((await act("close")).json.detail).toBe("2026-10 is a draft, and another person has to approve it.");
  expect((await act("approve")).json.detail).toContain("by another person");
  const { key } = await operator.call("api_keys.create", { name: "mine as well" });
  expect((await act("approve", new Client(system.url, key))).json.detail).toContain("by another person");
  expect((await act("approve", second)).json.approved_by).not.toBeNull();
  expect((await adjust("3", { belongs_to: period })).json.booked_in).toBe(period);
  expect((await act("close")).json.detail).toContain("another person has to approve it");
  await act("approve", second);
  expect((await act("close")).json.detail).toBe("2026-10 is a draft, and is issued when its days are over.");
  await database`update billing_periods set draft_until = now() where month = '2026-10-01'`;
  expect((await act("close")).json).toMatchObject({ status: "closed" });
  expect(await statement(period)).toMatchObject({ status: "closed", total: "3.00" });
  expect((await adjust("1", { belongs_to: period })).json.booked_in).toBe("2026-11");
  for (const compare of checksOf(system.deps, "2026-10-01")) {
    expect(await compare()).toMatchObject({ different: 0 });
  }
});

test("the audit log says what was decided: amounts, the prices of before, reasons and numbers", async () => {
  const { entries } = await operator.call("audit.list", { limit: 200 });
  const found = (operation: string) =>
    entries
      .filter(
        (each: { operation_id: string; outcome: number }) =>
          each.operation_id === operation && each.outcome === 200,
      )
      .map(({ subject }: { subject: object }) => subject);
  expect(found("billing.adjustments.create")).toContainEqual(
    expect.objectContaining({
      amount: "12.50",
      currency: "EUR",
      reason: "agreed by phone",
      number: "DN-000001",
    }),
  );
  expect(found("billing.adjustments.void")).toContainEqual(
    expect.objectContaining({ organization_id, amount: "-12.5", reason: "a mistake" }),
  );
  expect(found("billing.adjustments.rerate")).toContainEqual(
    expect.objectContaining({ amount: "-3", period: "2026-06", reason: "the contract says so" }),
  );
  expect(found("billing.rates.set")).toContainEqual(
    expect.objectContaining({
      reason: "a mistyped price",
      replaces: expect.stringContaining('"price_per_thousand":"5"'),
    }),
  );
  expect(found("billing.accounts.end")).toContainEqual(
    expect.objectContaining({ last_period: "2026-08", reason: "cancelled" }),
  );
});
