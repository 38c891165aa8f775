import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { monthAt, periodOf } from "../../core/billing/month.ts";
import type { Client } from "../support/client.ts";
import { shareItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

/** The first organization, which operates billing. */
let system: TestSystem;
let operator: Client;
/** A customer of it. */
let customer: Client;
let customerId: string;

const NOW = periodOf(monthAt(Date.now()));
const BEFORE = periodOf(monthAt(Date.parse(`${NOW}-01`) - 1));
const TIERS = [{ up_to: null, price_per_thousand: "10" }];

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  operator = system.client;
  const made = await system.addOrganization();
  customer = made.client;
  customerId = made.organization.organizationId;
  const { database } = system.deps;
  await database`update organizations set created_at = ${`${BEFORE}-01`}`;
  await operator.call("billing.rates.set", {
    organization_id: customerId,
    effective_from: BEFORE,
    currency: "EUR",
    tiers: TIERS,
  });
  for (const [period, count] of [
    [BEFORE, 300],
    [NOW, 200],
  ] as const) {
    await recordTiles(database, { organizationId: customerId, count, at: `${period}-01T00:00:00Z` });
  }
  await operator.call("billing.periods.close", { period: BEFORE });
});
afterAll(() => system.stop());

test("the status has plan, prices, the month so far, and the statements of the last closed month", async () => {
  const status = await customer.call("billing.status.get", { organization_id: customerId });
  expect(status).toMatchObject({
    organization_id: customerId,
    status: "active",
    period: NOW,
    currency: "EUR",
    fault: null,
    month_to_date: [{ currency: "EUR", total: "2.00", tiles: 200 }],
    last_statements: [{ period: BEFORE, currency: "EUR", total: "3.00" }],
  });
  expect(status.rate_card.tiers).toEqual([{ up_to: null, price_per_thousand: "10" }]);
  expect(await operator.call("billing.status.get", { organization_id: customerId })).toEqual(status);
  const own = system.organization.organizationId;
  expect((await customer.try("billing.status.get", { organization_id: own })).status).toBe(404);
  const all = await operator.try("billing.status.get", { organization_id: "all" });
  expect(all.json.detail[0].loc).toEqual(["body", "organization_id"]);
});

test("invoices are the statements with what their documents say", async () => {
  const { invoices, total, next_offset } = await customer.call("billing.invoices.list", {});
  expect({ total, next_offset }).toEqual({ total: 1, next_offset: null });
  expect(invoices).toEqual([
    expect.objectContaining({
      number: expect.stringMatching(/^ST-\d{6}$/),
      kind: "statement",
      period: BEFORE,
      currency: "EUR",
      total: "3.00",
      tiles: 300,
      issued_on: new Date().toISOString().slice(0, 10),
    }),
  ]);
  const document = { statement_id: invoices[0].id, format: "html" };
  const answer = await customer.try("billing.statements.document", document);
  expect(answer.bytes.toString()).toContain(invoices[0].number);
  const stranger = (await system.addOrganization()).client;
  expect(await stranger.call("billing.invoices.list", {})).toMatchObject({ invoices: [], total: 0 });
});

test("plans are those that can price the caller, and all for the operator", async () => {
  const card = { effective_from: NOW, currency: "EUR", tiers: TIERS };
  await operator.call("billing.rates.set", { plan: "studio", ...card });
  const names = (answer: { plans: { plan: string }[] }) => answer.plans.map(({ plan }) => plan);
  expect(names(await customer.call("billing.plans.list", {}))).toEqual(["standard"]);
  expect(names(await operator.call("billing.plans.list", {}))).toEqual(["standard", "studio"]);
  await operator.call("billing.plans.assign", { organization_id: customerId, plan: "studio" });
  const { plans } = await customer.call("billing.plans.list", {});
  expect(plans).toEqual([
    expect.objectContaining({ plan: "standard", is_current: false }),
    expect.objectContaining({ plan: "studio", is_current: true, later: [] }),
  ]);
  expect(plans[1].rate_card).toMatchObject({ effective_from: NOW, tiers: TIERS });
});

test("credits are pending until a statement has them, and every note is a transaction", async () => {
  const note = { organization_id: customerId, currency: "EUR" };
  await operator.call("billing.credits.create", {
    ...note,
    amount: "1.25",
    belongs_to: BEFORE,
    reason: "An outage in the north",
  });
  await operator.call("billing.adjustments.create", { ...note, amount: "0.5", reason: "Printed maps" });
  expect(await customer.call("billing.credits.balance", {})).toEqual({
    organization_id: customerId,
    balances: [{ currency: "EUR", balance: "0.75", note_count: 2 }],
  });
  const { transactions, total } = await customer.call("billing.credits.transactions", {});
  expect(total).toBe(2);
  expect(transactions.map(({ kind, amount }: Record<string, string>) => [kind, amount])).toEqual([
    ["debit", "0.5"],
    ["credit", "-1.25"],
  ]);
  const found = await customer.call("billing.credits.transactions", { reason: "OUTAGE" });
  expect(found.transactions).toEqual([transactions[1]]);
  const page = await customer.call("billing.credits.transactions", { limit: 1 });
  expect(page).toMatchObject({ total: 2, next_offset: 1 });
  // The statement of this month has both of them.
  const status = await customer.call("billing.status.get", { organization_id: customerId });
  expect(status.month_to_date[0].total).toBe("1.25");
  expect(await operator.call("billing.credits.balance", {})).toMatchObject({ balances: [] });
});

describe("reconciliation", () => {
  const target = () => ({ organization_id: customerId });

  test("finds usage the same in all layers, and keeps the run", async () => {
    const run = await operator.call("billing.reconciliation.run", target());
    const sums = { tile_requests: 200, not_modified: 0, link_accesses: 0 };
    expect(run).toMatchObject({
      organization_id: customerId,
      first_day: `${NOW}-01`,
      threshold_bytes: 1_048_576,
      flagged: false,
      drift_bytes: 0,
      drift_count: 0,
      layers: { events: sums, hours: sums, days: sums, months: sums },
    });
    expect((await operator.call("billing.reconciliation.list_runs", target())).runs).toEqual([run]);
    const drift = await operator.call("billing.reconciliation.detect_drift", target());
    expect(drift).toMatchObject({ has_drift: false, drifting_days: [] });
  });

  test("flags what differs by more than it may, and names the day", async () => {
    const { database } = system.deps;
    const change = (by: number) => database`
      update usage_rollups set tile_bytes = tile_bytes + ${by}
      where ctid in (select ctid from usage_rollups where organization_id = ${customerId}
        and hour >= ${new Date(`${NOW}-01`)} limit 1)`;
    await change(5_000);
    const within = await operator.call("billing.reconciliation.run", target());
    expect(within).toMatchObject({ flagged: false, drift_bytes: 5_000 });
    const beyond = await operator.call("billing.reconciliation.run", { ...target(), threshold_bytes: 4_999 });
    expect(beyond.flagged).toBe(true);
    expect(beyond.layers.hours.tile_bytes - beyond.layers.events.tile_bytes).toBe(5_000);
    const drift = await operator.call("billing.reconciliation.detect_drift", target());
    expect(drift).toMatchObject({ has_drift: true, drift_bytes: 5_000 });
    expect(drift.drifting_days.map(({ date }: { date: string }) => date)).toEqual([`${NOW}-01`]);
    const all = await operator.call("billing.reconciliation.run_all", { threshold_bytes: 0 });
    expect(all).toMatchObject({ organizations: 1, flagged_count: 1 });
    const { runs } = await operator.call("billing.reconciliation.list_runs", { flagged_only: true });
    expect(runs.map(({ id }: { id: string }) => id)).toEqual([all.runs[0].id, beyond.id]);
    await change(-5_000);
  });

  test("is for the operator, about organizations that exist", async () => {
    for (const operation of ["run", "run_all", "list_runs", "detect_drift"]) {
      const input = /all|list/.test(operation) ? {} : target();
      expect((await customer.try(`billing.reconciliation.${operation}`, input)).status).toBe(403);
    }
    const nowhere = { organization_id: "00000000-0000-7000-8000-00000000abcd" };
    for (const operation of ["run", "detect_drift"]) {
      expect((await operator.try(`billing.reconciliation.${operation}`, nowhere)).status).toBe(404);
    }
    expect(await operator.call("billing.reconciliation.list_runs", nowhere)).toEqual({ runs: [] });
  });
});

test("the bytes of an organization's files are summed, and compared with the store", async () => {
  const { itemId } = await shareItem(system);
  const other = await shareItem(system);
  const organization_id = system.organization.organizationId;
  const sound = await operator.call("usage.recalculate_storage", { organization_id });
  const { storage_bytes } = await operator.call("usage.current", { organization_id });
  expect(sound).toMatchObject({ storage_bytes, files: 2, files_checked: 2, differences_count: 0 });
  expect(storage_bytes).toBeGreaterThan(0);
  const rows = await system.deps.database<{ item_id: string; object_key: string; bytes: number }[]>`
    select item_id, object_key, bytes from assets`;
  const fileOf = (id: string) => rows.find((row) => row.item_id === id)!;
  await rm(join(system.storeFolder, fileOf(itemId).object_key));
  await writeFile(join(system.storeFolder, fileOf(other.itemId).object_key), "short");
  const { differences } = await operator.call("usage.recalculate_storage", { organization_id });
  expect(differences).toEqual(
    expect.arrayContaining([
      { item_id: itemId, asset_key: "visual", bytes: fileOf(itemId).bytes, stored_bytes: null },
      { item_id: other.itemId, asset_key: "visual", bytes: fileOf(other.itemId).bytes, stored_bytes: 5 },
    ]),
  );
  const foreign = await customer.try("usage.recalculate_storage", { organization_id });
  expect(foreign.status).toBe(404);
});
