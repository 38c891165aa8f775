import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FirstOrganization } from "../../storage/accounts/first-organization.ts";
import { closePeriod, listMonthsToClose } from "../../storage/billing/billing-periods.ts";
import type { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

let system: TestSystem;
let operator: Client;
let customer: { organization: FirstOrganization; client: Client };

/** Months in the order in which the tests close them: July to October 2026. */
beforeAll(async () => {
  system = await startSystem();
  operator = system.client;
  customer = await system.addOrganization();
  // Statements are made for organizations that existed in the month.
  await system.deps.database`update organizations set created_at = '2026-01-01'`;
});
afterAll(() => system.stop());

const organizationId = () => customer.organization.organizationId;
const price = (up_to: number | null, price_per_thousand: string) => ({ up_to, price_per_thousand });
const terms = (fields: object = {}) => ({
  effective_from: "2026-07",
  currency: "EUR",
  free_tiles_per_month: 10,
  tiers: [price(100, "40"), price(null, "30")],
  ...fields,
});
const statementOf = (period: string, client = customer.client) =>
  client.call("billing.statements.get", { organization_id: organizationId(), period });
const linesOf = (statement: { lines: Record<string, unknown>[] }) =>
  statement.lines.map((line) => [
    line["kind"],
    line["belongs_to"],
    line["quantity"],
    line["unit_price"],
    line["amount"],
  ]);

describe("prices", () => {
  test("are set by the operator only", async () => {
    const input = { organization_id: organizationId(), ...terms() };
    const refused = await customer.client.try("billing.rates.set", input);
    expect([refused.status, refused.json.type]).toEqual([403, expect.stringContaining("forbidden")]);
    const card = await operator.call("billing.rates.set", input);
    expect(card).toMatchObject({
      effective_from: "2026-07",
      minimum: "0",
      tiers: [price(100, "40"), price(null, "30")],
    });
    const { rate_cards } = await customer.client.call("billing.rates.list", {
      organization_id: organizationId(),
    });
    expect(rate_cards.map((each: { plan: string | null }) => each.plan)).toEqual(["standard", null]);
  });

  test.each([
    ["a gap at the end", { tiers: [price(100, "1")] }, ["body", "tiers", 0]],
    ["an overlap", { tiers: [price(100, "1"), price(100, "1"), price(null, "1")] }, ["body", "tiers", 1]],
    ["a negative price", { tiers: [price(null, "-1")] }, ["body", "tiers", 0, "price_per_thousand"]],
    ["a price as a number", { tiers: [price(null, 1 as never)] }, ["body", "tiers", 0, "price_per_thousand"]],
    ["an unknown currency", { currency: "XXX" }, ["body", "currency"]],
    ["half a month", { effective_from: "2026-07-15" }, ["body", "effective_from"]],
    ["no subject", { organization_id: undefined }, ["body", "organization_id"]],
  ])("%s is refused and named", async (_what, fields, loc) => {
    const input = { organization_id: organizationId(), ...terms(fields) };
    const answer = await operator.try("billing.rates.set", input);
    expect([answer.status, answer.json.detail[0].loc]).toEqual([422, loc]);
  });

  test("of another organization do not exist for a customer", async () => {
    const other = await system.addOrganization();
    for (const organization_id of [other.organization.organizationId, "all", "nonsense"]) {
      const answer = await customer.client.try("billing.rates.list", { organization_id });
      expect(answer.status).toBe(404);
    }
  });
});

describe("closing", () => {
  // 150 tiles: 10 free, 100 at 40/1,000 = 4.00, 40 at 30/1,000 = 1.20.
  test("writes what the open statement showed, and never again", async () => {
    const { database } = system.deps;
    await recordTiles(database, { organizationId: organizationId(), count: 150, at: "2026-07-10T10:00:00Z" });
    const open = await statementOf("2026-07");
    expect(open).toMatchObject({ status: "open", total: "5.20", tiles: 150 });
    const refused = await operator.try("billing.periods.close", { period: "2026-08" });
    expect([refused.status, refused.json.detail]).toEqual([409, "2026-07 must be closed first."]);
    const closed = await Promise.all(
      Array.from({ length: 6 }, () => operator.call("billing.periods.close", { period: "2026-07" })),
    );
    expect(new Set(closed.map((period) => JSON.stringify(period))).size).toBe(1);
    expect(closed[0]).toMatchObject({ period: "2026-07", status: "closed", statements: 1 });
    const statement = await statementOf("2026-07");
    expect(statement).toMatchObject({ status: "closed", total: "5.20" });
    expect(statement.lines).toEqual(open.lines);
  });

  test.each([
    ["changes", "update billing_periods set closed_at = null"],
    ["changes", "update statements set total = 0"],
    ["changes", "update billing_period_cards set month = month"],
    ["removals", "delete from statement_lines"],
    ["removals", "delete from billing_periods"],
    ["removals", "truncate statement_lines"],
    ["removals", "truncate statements cascade"],
    ["changes", "update usage_rollups set tile_requests = tile_requests + 1"],
    ["changes", "update usage_rollups set hour = hour + interval '1 hour'"],
    ["changes", "update usage_months set tile_bytes = 0"],
    ["changes", "update rate_cards set minimum = 1"],
    ["changes", "update audit_log set outcome = 200"],
    ["removals", "delete from usage_rollups"],
    ["removals", "delete from usage_months"],
    ["removals", "truncate usage_months"],
    ["removals", "truncate audit_log"],
    [
      "additions",
      `insert into credit_notes (id, number, organization_id, belongs_to, booked_in, currency, amount, reason)
       select gen_random_uuid(), 99, id, '2026-07-01', '2026-07-01', 'EUR', 1, 'afterwards' from organizations limit 1`,
    ],
    [
      "additions",
      `insert into usage_months (booked_in, organization_id, month, link_id, target_id, tile_requests)
       select '2026-07-01', id, '2026-07-01', id, id, 1 from organizations limit 1`,
    ],
    [
      "additions",
      `insert into statement_lines (month, organization_id, number, statement_id, kind, belongs_to, amount, description)
       select month, organization_id, 99, id, 'credit', month, -1, 'afterwards' from statements`,
    ],
    [
      "additions",
      `insert into statements (id, organization_id, month, currency, total, tiles, line_count, organization_name, issuer_name)
       select gen_random_uuid(), id, '2026-07-01', 'EUR', 1, 0, 0, name, name from organizations order by created_at desc limit 1`,
    ],
  ])("is for good: the database refuses %s (%s)", async (_what, sql) => {
    await expect(system.deps.database.unsafe(sql)).rejects.toThrow("immutable");
  });

  test("cannot be undone: no month is opened again", async () => {
    const { database } = system.deps;
    for (const sealed of [null, "2026-06-01"]) {
      const reopen = database`update billing_books set sealed_through = ${sealed}::text::date`;
      await expect(reopen).rejects.toThrow("stays sealed");
    }
  });

  test("is only for months that are over, and for the operator", async () => {
    const future = await operator.try("billing.periods.close", { period: "2099-01" });
    expect([future.status, future.json.detail[0].loc]).toEqual([422, ["body", "period"]]);
    expect((await customer.client.try("billing.periods.close", { period: "2026-08" })).status).toBe(403);
  });

  // 150 tiles were charged; 20 more are at 30/1,000 = 0.60. August itself: 10 free, 5 at 40/1,000 = 0.20.
  test("turns late tiles into correction lines of the open month; the closed one stays", async () => {
    const { database } = system.deps;
    const before = await statementOf("2026-07");
    const late = {
      organizationId: organizationId(),
      at: "2026-07-31T23:59:59.999Z",
      recordedAt: "2026-08-02T00:00:00Z",
    };
    const { linkId, targetId } = await recordTiles(database, { ...late, count: 20 });
    await recordTiles(database, {
      organizationId: organizationId(),
      linkId,
      targetId,
      count: 15,
      at: "2026-08-01T00:00:00Z",
    });
    await operator.call("billing.periods.close", { period: "2026-08" });
    expect(await statementOf("2026-07")).toEqual(before);
    const august = await statementOf("2026-08");
    expect(linesOf(august)).toEqual([
      ["usage", "2026-08", 10, "0", "0"],
      ["usage", "2026-08", 5, "40", "0.2"],
      ["correction", "2026-07", 20, "30", "0.6"],
    ]);
    expect(august.total).toBe("0.80");
    const usage = await database`
      select sum(tile_requests)::int as tiles from usage_months where organization_id = ${organizationId()} and month = '2026-07-01'`;
    expect(usage[0]).toEqual({ tiles: 170 });
  });

  test("keeps the prices of closed months, whatever card or plan comes later", async () => {
    const past = await operator.try("billing.rates.set", { organization_id: organizationId(), ...terms() });
    expect([past.status, past.json.detail[0].loc]).toEqual([422, ["body", "effective_from"]]);
    const dearer = { effective_from: "2026-09", tiers: [price(null, "1000")] };
    await operator.call("billing.rates.set", { organization_id: organizationId(), ...terms(dearer) });
    await recordTiles(system.deps.database, {
      organizationId: organizationId(),
      count: 10,
      at: "2026-07-20T00:00:00Z",
      recordedAt: "2026-09-05T00:00:00Z",
    });
    expect(linesOf(await statementOf("2026-09"))).toEqual([["correction", "2026-07", 10, "30", "0.3"]]);
  });

  test("shows credit notes on the open month", async () => {
    const note = {
      organization_id: organizationId(),
      belongs_to: "2026-07",
      currency: "EUR",
      amount: "0.25",
      reason: "outage",
    };
    expect((await customer.client.try("billing.credits.create", note)).status).toBe(403);
    expect((await operator.try("billing.credits.create", { ...note, amount: "0.001" })).status).toBe(422);
    const credit = await operator.call("billing.credits.create", note);
    expect(credit).toMatchObject({ booked_in: "2026-09", amount: "0.25" });
    await operator.call("billing.periods.close", { period: "2026-09" });
    const september = await statementOf("2026-09");
    expect(linesOf(september).at(-1)).toEqual(["credit", "2026-07", null, null, "-0.25"]);
    expect(september.total).toBe("0.05");
  });

  test("that stopped between sealing and writing is finished by the next one, with the same result", async () => {
    const { database } = system.deps;
    await recordTiles(database, { organizationId: organizationId(), count: 30, at: "2026-10-03T00:00:00Z" });
    const open = await statementOf("2026-10");
    await database.begin(async (transaction) => {
      await transaction`insert into billing_periods (month) values ('2026-10-01')`;
      await transaction`update billing_books set sealed_through = '2026-10-01'`;
    });
    const late = {
      organizationId: organizationId(),
      at: "2026-10-04T00:00:00Z",
      recordedAt: "2026-11-01T00:00:01Z",
    };
    await recordTiles(database, { ...late, count: 7 });
    expect(await listMonthsToClose(database, Date.parse("2026-11-05"))).toEqual(["2026-10-01"]);
    await Promise.all([1, 2].map(() => operator.call("billing.periods.close", { period: "2026-10" })));
    const closed = await statementOf("2026-10");
    expect(closed.lines).toEqual(open.lines);
    expect((await statementOf("2026-11")).tiles).toBe(7);
    expect(await listMonthsToClose(database, Date.parse("2026-12-01"))).toEqual(["2026-11-01"]);
  });

  test("counts every event once while tiles are being recorded", async () => {
    const { database } = system.deps;
    const { client, organization } = await system.addOrganization();
    await database`update organizations set created_at = '2026-01-01'`;
    const record = (index: number) =>
      recordTiles(database, {
        organizationId: organization.organizationId,
        count: 25,
        at: "2026-11-02T00:00:00Z",
        recordedAt: `2026-12-01T00:00:${String(index).padStart(2, "0")}Z`,
      });
    await Promise.all([
      ...Array.from({ length: 20 }, (_, index) => record(index)),
      closePeriod(database, "2026-11-01", "test"),
      closePeriod(database, "2026-11-01", "test"),
    ]);
    const tiles = async (period: string) =>
      (await client.call("billing.statements.get", { organization_id: organization.organizationId, period }))
        .tiles;
    expect((await tiles("2026-11")) + (await tiles("2026-12"))).toBe(500);
  });
});
