import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePeriod, listMonthsToClose } from "../../storage/billing/billing-periods.ts";
import { closeDueMonths } from "../../workers/billing/automatic-close.ts";
import { createLogger } from "../../infra/logger.ts";
import type { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

let system: TestSystem;
let operator: Client;
type Member = Awaited<ReturnType<TestSystem["addOrganization"]>>;
let acme: Member;
let other: Member;

beforeAll(async () => {
  system = await startSystem({ settings: { LOG_LEVEL: "silent" } });
  operator = system.client;
  acme = await system.addOrganization();
  other = await system.addOrganization();
  await system.deps.database`update organizations set created_at = '2026-07-20'`;
});
afterAll(() => system.stop());

const idOf = (member: Member) => member.organization.organizationId;
const setPrice = (member: Member, effective_from: string, currency: string, price_per_thousand: string) =>
  operator.try("billing.rates.set", {
    organization_id: idOf(member),
    effective_from,
    currency,
    tiers: [{ up_to: null, price_per_thousand }],
  });
const deliver = (member: Member, count: number, at: string, recordedAt = at) =>
  recordTiles(system.deps.database, { organizationId: idOf(member), count, at, recordedAt });
const close = (period: string) => operator.try("billing.periods.close", { period });
const statement = (member: Member, period: string, currency?: string) =>
  operator.call("billing.statements.get", { organization_id: idOf(member), period, currency });

describe("a month end", () => {
  test("is refused before the first month, in the future and for no month at all, with the reason", async () => {
    await deliver(other, 1, "2026-08-10T00:00:00Z");
    for (const period of ["2026-07", "2020-01"]) {
      const { status, json } = await close(period);
      expect([period, status]).toEqual([period, 422]);
      expect(json.detail[0]).toMatchObject({
        loc: ["body", "period"],
        msg: "nothing is billed before 2026-08, the first month",
      });
    }
    for (const period of ["2199-01", "2199-12", "0000-12", "1999-12", "9999-12"]) {
      expect([period, (await close(period)).status]).toEqual([period, 422]);
    }
    const answer = await operator.try("billing.statements.get", {
      organization_id: idOf(acme),
      period: "0000-12",
    });
    expect(answer.status).toBe(422);
    const late = await close("2026-10");
    expect([late.status, late.json.detail]).toEqual([409, "2026-08 must be closed first."]);
  });

  test("goes through when a customer's currency changes; late tiles are charged in the currency of their month", async () => {
    expect((await setPrice(acme, "2026-08", "USD", "500")).status).toBe(200);
    expect((await setPrice(other, "2026-08", "EUR", "100")).status).toBe(200);
    await deliver(acme, 1_000, "2026-08-10T00:00:00Z");
    expect((await setPrice(acme, "2026-09", "EUR", "450")).status).toBe(200);
    expect((await close("2026-08")).json).toMatchObject({ status: "closed", open_accounts: [] });
    await deliver(acme, 1, "2026-08-31T23:59:00Z", "2026-09-04T00:00:00Z");
    await deliver(acme, 1_000, "2026-09-10T00:00:00Z");
    await deliver(other, 1_000, "2026-09-10T00:00:00Z");
    expect((await close("2026-09")).json).toMatchObject({ status: "closed", statements: 3 });
    expect(await statement(acme, "2026-09")).toMatchObject({
      currency: "EUR",
      currencies: ["EUR", "USD"],
      total: "450.00",
      tiles: 1_000,
    });
    expect(await statement(acme, "2026-09", "USD")).toMatchObject({
      total: "0.50",
      lines: [{ number: 1, kind: "correction", belongs_to: "2026-08", quantity: 1, amount: "0.5" }],
    });
    const absent = await operator.try("billing.statements.get", {
      organization_id: idOf(acme),
      period: "2026-09",
      currency: "JPY",
    });
    expect(absent.json.detail[0].msg).toBe("the month has statements in EUR, USD");
    expect(await statement(other, "2026-09")).toMatchObject({ status: "closed", total: "100.00" });
    const listed = await operator.call("billing.statements.list", {
      organization_id: "all",
      period: "2026-09",
      currency: "USD",
    });
    expect(listed.statements).toMatchObject([{ organization_id: idOf(acme), total: "0.50" }]);
  });

  test("keeps only that organization open whose statements cannot be made, until its card is mended", async () => {
    expect((await setPrice(acme, "2026-10", "EUR", "900000000000000")).status).toBe(200);
    await deliver(acme, 5_000, "2026-10-10T00:00:00Z");
    await deliver(other, 2_000, "2026-10-10T00:00:00Z");
    const { database } = system.deps;
    const party = { legal_name: "Other", endpoint: { scheme: "9930", id: "DE123456789" } };
    await operator.call("billing.parties.set", { organization_id: idOf(other), party });
    const preview = await operator.call("billing.periods.preview", {
      period: "2026-10",
      findings_only: true,
    });
    expect(preview).toMatchObject({ total: 2, findings: 3 });
    expect(preview.statements).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          organization_id: idOf(acme),
          findings: [{ kind: "fault", message: "a total of 4500000000000000.00 EUR is too large" }],
        }),
        expect.objectContaining({
          organization_id: idOf(other),
          currency: "EUR",
          total: "200.00",
          last_total: "100.00",
          findings: [
            { kind: "change", message: "200.00 EUR after 100.00 EUR last month" },
            { kind: "document", message: expect.stringContaining("the buyer's address (BR-10, BR-11)") },
          ],
        }),
      ]),
    );
    // By itself a month does not close while a statement cannot be made, where the operator says so.
    const logger = createLogger(system.config, "test");
    const settings = { afterDays: 0, refusesUnpriced: true, refusesUnreconciled: true } as const;
    const now = Date.parse("2026-11-02T00:00:00Z");
    await closeDueMonths(database, { ...settings, afterDays: "off" }, now, logger);
    await closeDueMonths(database, settings, now, logger);
    expect(await listMonthsToClose(database, now)).toEqual(["2026-10-01"]);
    const closed = await close("2026-10");
    expect(closed.json.status).toBe("closed");
    expect(closed.json.open_accounts).toEqual([
      { organization_id: idOf(acme), fault: "a total of 4500000000000000.00 EUR is too large" },
    ]);
    expect(await statement(other, "2026-10")).toMatchObject({ status: "closed", total: "200.00" });
    expect(
      (await operator.try("billing.statements.get", { organization_id: idOf(acme), period: "2026-10" })).json
        .detail,
    ).toBe("No statement can be made: a total of 4500000000000000.00 EUR is too large.");
    expect((await setPrice(other, "2026-10", "EUR", "1")).status).toBe(422);
    expect((await setPrice(acme, "2026-10", "EUR", "450")).status).toBe(200);
    expect((await close("2026-10")).json.open_accounts).toEqual([]);
    expect(await statement(acme, "2026-10")).toMatchObject({ status: "closed", total: "2250.00" });
    expect((await setPrice(acme, "2026-10", "EUR", "1")).status).toBe(422);
  });
});

test("a credit gives back at most what was billed in its currency, unless it is forced", async () => {
  const credit = (currency: string, amount: string, force = false) =>
    operator.try("billing.credits.create", {
      organization_id: idOf(acme),
      belongs_to: "2026-09",
      currency,
      amount,
      reason: "outage",
      force,
    });
  // 500 of August and 0.50 of its late tile.
  const refused = await credit("USD", "999999");
  expect([refused.status, refused.json.detail[0]]).toMatchObject([
    422,
    { loc: ["body", "amount"], msg: expect.stringContaining("must be at most 500.50 USD") },
  ]);
  expect((await credit("USD", "500")).json).toMatchObject({ currency: "USD", booked_in: "2026-11" });
  expect((await credit("USD", "0.51")).status).toBe(422);
  const both = await Promise.all([credit("USD", "0.40"), credit("USD", "0.40")]);
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 422]);
  expect((await credit("JPY", "5")).status).toBe(422);
  expect((await credit("JPY", "5", true)).status).toBe(200);
  expect(await statement(acme, "2026-11", "JPY")).toMatchObject({ status: "open", total: "-5" });
  expect(await statement(acme, "2026-11", "USD")).toMatchObject({ total: "-500.40" });
});

test("the audit log says what was decided about money, and replaced cards stay visible", async () => {
  const { entries } = await operator.call("audit.list", { limit: 200 });
  const found = (operation: string) =>
    entries
      .filter(
        (each: { operation_id: string; outcome: number }) =>
          each.operation_id === operation && each.outcome === 200,
      )
      .map(({ subject }: { subject: object }) => subject);
  expect(found("billing.credits.create")).toEqual(
    expect.arrayContaining([expect.objectContaining({ amount: "500", currency: "USD", reason: "outage" })]),
  );
  expect(found("billing.rates.set")).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        organization_id: idOf(acme),
        effective_from: "2026-09",
        currency: "EUR",
        tiers: '[{"up_to":null,"price_per_thousand":"450"}]',
      }),
    ]),
  );
  expect(found("billing.periods.close")).toContainEqual(
    expect.objectContaining({ period: "2026-09", statements: "3", books: expect.stringContaining("sha256") }),
  );
  const list = async (include_superseded: boolean) => {
    const asked = { organization_id: idOf(acme), include_superseded };
    const { rate_cards: cards } = await operator.call("billing.rates.list", asked);
    return cards
      .filter((card: { effective_from: string }) => card.effective_from === "2026-10")
      .map((card: { tiers: { price_per_thousand: string }[] }) => card.tiers[0]?.price_per_thousand);
  };
  expect(await list(false)).toEqual(["450"]);
  expect(await list(true)).toEqual(["900000000000000", "450"]);
});

test("months close in the order in which they are closed, not sealed", async () => {
  const { database } = system.deps;
  await database.begin(async (transaction) => {
    await transaction`insert into billing_periods (month) values ('2026-11-01')`;
    await transaction`update billing_books set sealed_through = '2026-11-01'`;
  });
  const later = Date.parse("2027-01-10T00:00:00Z");
  expect(await listMonthsToClose(database, later)).toEqual(["2026-11-01", "2026-12-01"]);
  await expect(closePeriod(database, "2026-12-01", "test")).rejects.toThrow("2026-11 must be closed first");
  await closePeriod(database, "2026-11-01", "test");
  expect(await closePeriod(database, "2026-12-01", "test")).toMatchObject({ open_accounts: [] });
});
