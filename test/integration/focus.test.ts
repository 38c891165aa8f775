import { afterAll, beforeAll, expect, test } from "vitest";
import { exportMonth, startClosedMonths } from "../support/closed-months.ts";
import { readCsvFiles } from "../support/csv.ts";
import type { FocusRow } from "../support/focus-columns.ts";
import { focusColumnFaults, focusDatasetFaults, focusRowFaults } from "../support/focus.ts";
import type { TestSystem } from "../support/system.ts";

let system: TestSystem;
let columns: string[];
const rows: Record<string, FocusRow[]> = {};

beforeAll(async () => {
  ({ system } = await startClosedMonths());
  for (const month of ["2026-08-01", "2026-09-01"]) {
    const { manifest, files } = await exportMonth(system, "focus", "csv", 1_000, month);
    const { schema } = manifest as { schema: { name: string; free_text: boolean }[] };
    columns = schema.map(({ name }) => name);
    const free = schema.filter((column) => column.free_text).map(({ name }) => name);
    rows[month] = readCsvFiles(files, free);
  }
});
afterAll(() => system.stop());

const ofKind = (month: string, kind: string): FocusRow => {
  const found = rows[month]?.find((row) => row["x_LineKind"] === kind);
  if (found === undefined) throw new Error(`${month} has no ${kind}`);
  return found;
};

test.each([
  ["2026-08-01", ["usage", "minimum", "rounding"]],
  ["2026-09-01", ["correction", "minimum", "credit"]],
])("the FOCUS export of %s keeps every rule of the specification", async (month, kinds) => {
  expect(focusColumnFaults(columns)).toEqual([]);
  for (const row of rows[month] ?? []) {
    expect(Object.keys(row)).toEqual(columns);
    expect(focusRowFaults(row)).toEqual([]);
  }
  const statements = await system.deps.database<{ id: string; total: string }[]>`
    select id, trim_scale(total)::text as total from statements where month = ${month}::text::date`;
  const totals = new Map(statements.map(({ id, total }) => [id, total]));
  expect(focusDatasetFaults(rows[month] ?? [], totals)).toEqual([]);
  expect(new Set(rows[month]?.map((row) => row["InvoiceId"]))).toEqual(new Set(totals.keys()));
  for (const kind of kinds) ofKind(month, kind);
});

test("late tiles and credit notes correct the month that they are about, on an invoice of their own", () => {
  for (const kind of ["correction", "credit"]) {
    expect(ofKind("2026-09-01", kind)).toMatchObject({
      ChargeClass: "Correction",
      ChargePeriodStart: "2026-08-01T00:00:00Z",
      ChargePeriodEnd: "2026-09-01T00:00:00Z",
      BillingPeriodStart: "2026-09-01T00:00:00Z",
      BillingPeriodEnd: "2026-10-01T00:00:00Z",
    });
  }
  const invoices = (month: string) => rows[month]?.map((row) => row["InvoiceId"]) ?? [];
  expect(invoices("2026-09-01").filter((id) => invoices("2026-08-01").includes(id))).toEqual([]);
});

test.each([
  ["BilledCost", null, "is null"],
  ["BilledCost", "1e-3", "is no decimal"],
  ["BilledCost", "+1", "is no decimal"],
  ["BilledCost", "1,000", "is no decimal"],
  ["ListCost", "17", "is unit price times quantity"],
  ["ContractedCost", "17", "is unit price times quantity"],
  ["EffectiveCost", "17", "is the billed cost, as nothing is covered by a purchase"],
  ["ListUnitPrice", "-1", "is not negative"],
  ["BillingPeriodEnd", "2026-08-31T23:59:59Z", "is the exclusive end of a month"],
  ["ChargePeriodStart", "2026-08-01T00:00:00.000Z", "is no time"],
  ["ChargePeriodStart", "2026-08-01", "is no time"],
  ["ChargeCategory", "Discount", "is not an allowed value"],
  ["ChargeClass", "Correction", "is Correction exactly where an earlier billing period is corrected"],
  ["ChargeFrequency", "Recurring", "is Usage-Based for usage"],
  ["ConsumedQuantity", null, "is a value for usage"],
  ["ConsumedUnit", null, "is there with its quantity"],
  ["PricingUnit", null, "is there with its quantity"],
  ["PricingCategory", "Special", "is not an allowed value"],
  ["BillingCurrency", "€", "is an ISO 4217 code"],
  ["HostProviderName", "", "is no string"],
  ["InvoiceIssuerName", "n/a", "is no string"],
  ["SkuPriceId", null, "is a value for usage"],
  ["SubAccountName", null, "is there with the SubAccountId"],
  ["ResourceType", null, "is there with the ResourceId"],
  ["Tags", "[]", "is no json"],
] as const)("the validator sees %s as %j: %s", (column, value, rule) => {
  const row = { ...ofKind("2026-08-01", "usage"), [column]: value };
  expect(focusRowFaults(row)).toContain(`${column}: ${rule}`);
});

test("the validator sees missing, foreign, doubled and disordered columns", () => {
  expect(focusColumnFaults(columns.filter((name) => name !== "ListCost"))).toEqual(["ListCost: is missing"]);
  expect(focusColumnFaults([...columns, "AmountDue"])).toContain("AmountDue: is no column of FOCUS");
  expect(focusColumnFaults(["x_first", ...columns])).toContain("the columns are not in order");
  expect(focusColumnFaults(columns.toReversed())).toEqual(["the columns are not in order"]);
});
