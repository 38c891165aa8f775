import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExportLayoutName } from "../../storage/billing/export-layouts.ts";
import { exportMonth, startClosedMonths } from "../support/closed-months.ts";
import { readCsvFiles } from "../support/csv.ts";
import { FOCUS_RULES, scaled, type ColumnRules, type FocusRow } from "../support/focus-columns.ts";
import { focusColumnFaults, focusDatasetFaults, focusRowFaults, type FocusName } from "../support/focus.ts";
import type { TestSystem } from "../support/system.ts";

const MONTHS = ["2026-08-01", "2026-09-01"] as const;
const DATASETS = {
  "CostAndUsage 1.3": { layout: "focus", focus_version: "1.3" },
  "CostAndUsage 1.4": { layout: "focus", focus_version: "1.4" },
  "BillingPeriod 1.4": { layout: "focus-billing-period", focus_version: "1.4" },
  "InvoiceDetail 1.4": { layout: "focus-invoice-detail", focus_version: "1.4" },
} as const satisfies Record<FocusName, object>;
const NAMES_OF_DATASETS = Object.keys(DATASETS) as FocusName[];

interface Dataset {
  readonly manifest: { readonly focus: FocusMetadata; readonly schema: { readonly name: string }[] };
  readonly columns: string[];
  readonly rows: FocusRow[];
}

interface FocusMetadata {
  readonly DatasetInstance: Record<string, unknown>[];
  readonly Schema: (Record<string, unknown> & { ColumnDefinition: Record<string, unknown>[] })[];
  readonly Recency: Record<string, unknown>[];
}

let system: TestSystem;
const read: Record<string, Dataset> = {};

beforeAll(async () => {
  ({ system } = await startClosedMonths());
  for (const name of NAMES_OF_DATASETS) {
    const { layout, ...options } = DATASETS[name];
    for (const month of MONTHS) read[`${name} ${month}`] = await exported(layout, month, options);
  }
});
afterAll(() => system.stop());

async function exported(
  layout: ExportLayoutName,
  month: string,
  options: Parameters<typeof exportMonth>[5] = {},
): Promise<Dataset> {
  const { manifest, files } = await exportMonth(system, layout, "csv", 1_000, month, options);
  const columns = (manifest as Dataset["manifest"]).schema.map(({ name }) => name);
  return { manifest, columns, rows: readCsvFiles(files, []) };
}

const of = (name: FocusName, month: string = MONTHS[0]) => {
  const dataset = read[`${name} ${month}`];
  if (dataset === undefined) throw new Error(`${name} of ${month} was not read`);
  return dataset;
};
const isOfKind = (kind: string) => (row: FocusRow) =>
  row["x_LineKind"] === kind || row["InvoiceDetailGrain"]?.includes(`"x_LineKind": "${kind}"`) === true;
const ofKind = (kind: string, month: string = MONTHS[0], name: FocusName = "CostAndUsage 1.3"): FocusRow => {
  const { rows } = of(name, month);
  const found = name.startsWith("BillingPeriod") ? rows[0] : rows.find(isOfKind(kind));
  if (found === undefined) throw new Error(`${name} of ${month} has no ${kind}`);
  return found;
};

describe.each(NAMES_OF_DATASETS)("%s", (name) => {
  test.each(MONTHS)("of %s keeps every rule of the specification", (month) => {
    const { columns, rows } = of(name, month);
    expect(focusColumnFaults(columns, name)).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(columns);
      expect(focusRowFaults(row, name)).toEqual([]);
    }
  });

  test("describes itself: instance, schema, and that it is complete", () => {
    const { manifest, columns } = of(name);
    const [dataset = "", version] = name.split(" ");
    const [instance] = manifest.focus.DatasetInstance;
    const [schema] = manifest.focus.Schema;
    const [recency] = manifest.focus.Recency;
    expect(instance).toMatchObject({ FocusDatasetId: dataset });
    expect(schema).toMatchObject({ FocusVersion: version });
    expect(schema?.ColumnDefinition.map((each) => each["ColumnName"])).toEqual(columns);
    const ids = [schema, recency].map((each) => each?.["DatasetInstanceId"]);
    expect(ids).toEqual([instance?.["DatasetInstanceId"], instance?.["DatasetInstanceId"]]);
    if (dataset === "CostAndUsage") {
      const sector = {
        TimeSectorStart: "2026-08-01T00:00:00.000Z",
        TimeSectorEnd: "2026-09-01T00:00:00.000Z",
      };
      expect(recency).toMatchObject({ TimeSectors: [{ ...sector, TimeSectorComplete: true }] });
    } else expect(recency).toMatchObject({ DatasetInstanceComplete: true });
  });
});

test.each([
  ["2026-08-01", ["usage", "minimum", "rounding"]],
  ["2026-09-01", ["correction", "minimum", "credit"]],
])("the rows of %s sum to its statements, in both versions and both datasets", async (month, kinds) => {
  const statements = await system.deps.database<{ id: string; total: string }[]>`
    select id, trim_scale(total)::text as total from statements where month = ${month}::text::date`;
  const totals = new Map(statements.map(({ id, total }) => [id, total]));
  for (const name of ["CostAndUsage 1.3", "CostAndUsage 1.4", "InvoiceDetail 1.4"] as const) {
    const { rows } = of(name, month);
    expect(focusDatasetFaults(rows, totals)).toEqual([]);
    expect(new Set(rows.map((row) => row["InvoiceId"]))).toEqual(new Set(totals.keys()));
    for (const kind of kinds) ofKind(kind, month, name);
  }
  const details = (name: FocusName) => of(name, month).rows.map((row) => row["InvoiceDetailId"]);
  expect(details("CostAndUsage 1.4")).toEqual(details("InvoiceDetail 1.4"));
});

test("late tiles and credit notes correct the month that they are about, on an invoice of their own", () => {
  const [august, september] = MONTHS;
  for (const kind of ["correction", "credit"]) {
    expect(ofKind(kind, september)).toMatchObject({
      ChargeClass: "Correction",
      ChargePeriodStart: "2026-08-01T00:00:00Z",
      ChargePeriodEnd: "2026-09-01T00:00:00Z",
      BillingPeriodStart: "2026-09-01T00:00:00Z",
      BillingPeriodEnd: "2026-10-01T00:00:00Z",
    });
    // It refers to the invoice that it corrects.
    const { ReferenceInvoiceId, BillingAccountId } = ofKind(kind, september, "InvoiceDetail 1.4");
    const corrected = of("InvoiceDetail 1.4", august).rows.find(
      (row) => row["InvoiceId"] === ReferenceInvoiceId,
    );
    expect(corrected?.["BillingAccountId"]).toBe(BillingAccountId);
  }
  const own = ofKind("usage", august, "InvoiceDetail 1.4");
  expect(own["ReferenceInvoiceId"]).toBe(own["InvoiceId"]);
  const invoices = (month: string) => of("CostAndUsage 1.3", month).rows.map((row) => row["InvoiceId"]);
  expect(invoices(september).filter((id) => invoices(august).includes(id))).toEqual([]);
});

test("every price of a row is on the price list", async () => {
  for (const month of MONTHS) {
    const { rows: prices } = await exported("prices", month);
    const keyOf = (row: FocusRow) =>
      [
        row["InvoiceId"],
        row["x_RateCardId"],
        row["SkuPriceId"],
        row["ListUnitPrice"],
        row["BillingCurrency"],
      ].join();
    const known = new Set(prices.map(keyOf));
    expect(known.size).toBe(prices.length);
    const priced = of("CostAndUsage 1.4", month).rows.filter((row) => row["SkuPriceId"] !== null);
    expect(priced.length).toBeGreaterThan(0);
    for (const row of priced) expect(known).toContain(keyOf(row));
  }
});

test("a journal is balanced in each document, in whole cents, and books the statements' totals", async () => {
  const journal_accounts = { receivable: "1410-EU", usage: "8400" };
  await system.client.call("billing.settings.update", { journal_accounts });
  for (const month of MONTHS) {
    const { rows } = await exported("journal", month);
    const documents = new Map<string | null | undefined, FocusRow[]>();
    for (const row of rows) {
      const number = row["document_number"];
      documents.set(number, [...(documents.get(number) ?? []), row]);
    }
    const statements = await system.deps.database<{ id: string; total: string }[]>`
      select id, trim_scale(total)::text as total from statements where month = ${month}::text::date and total <> 0`;
    expect(new Set(documents.keys())).toEqual(new Set(statements.map(({ id }) => id)));
    for (const { id, total } of statements) {
      const postings = documents.get(id) ?? [];
      const sum = (side: string) => postings.reduce((all, row) => all + scaled(row[side], 12), 0n);
      expect(sum("debit")).toBe(sum("credit"));
      expect(postings.map((row) => row["posting"])).toEqual(postings.map((_, index) => String(index + 1)));
      const [receivable] = postings.filter((row) => row["role"] === "receivable");
      expect(receivable?.["account"]).toBe("1410-EU");
      expect(scaled(receivable?.["debit"], 12) - scaled(receivable?.["credit"], 12)).toBe(scaled(total, 12));
      for (const row of postings) {
        expect([row["debit"], row["credit"]].join()).toMatch(/^(0,\d+(\.\d{1,2})?|\d+(\.\d{1,2})?,0)$/);
        if (row["role"] === "usage") expect(row["account"]).toBe("8400");
        if (row["role"] === "minimum") expect(row["account"]).toBe("4010");
      }
    }
  }
  const refused = await system.client.try("billing.settings.update", {
    journal_accounts: { usage: "8400' or 'a" },
  });
  expect(refused.status).toBe(422);
});

/** A row, what is changed in it, and the rule that this breaks. */
const BROKEN: readonly (readonly [row: string, column: string, value: string | null, rule: string])[] = [
  ["usage", "BillingCurrency", "€", "is an ISO 4217 code"],
  ["usage", "BillingPeriodEnd", "2026-08-31T23:59:59Z", "is the exclusive end of a month"],
  [
    "usage",
    "ChargeClass",
    "Correction",
    "is Correction exactly where an earlier billing period is corrected",
  ],
  ["usage", "ChargeDescription", null, "should be there"],
  ["usage", "ChargeFrequency", "Recurring", "is Usage-Based for usage"],
  ["usage", "ChargePeriodEnd", "2026-08-15T00:00:00Z", "is the exclusive end of a month"],
  ["usage", "ChargePeriodEnd", "2027-01-01T00:00:00Z", "lies in the billing period, or before it"],
  ["minimum", "ConsumedQuantity", "1", "is null without a SkuPriceId"],
  ["minimum", "ConsumedQuantity", "1", "is null for what is no usage"],
  ["usage", "ConsumedQuantity", null, "is a value for usage"],
  ["usage", "ConsumedUnit", null, "is there with its quantity"],
  ["usage", "ContractedCost", "17", "is unit price times quantity"],
  ["minimum", "ContractedCost", "17", "is the billed cost where there is no unit price"],
  ["minimum", "ContractedUnitPrice", "1", "is null without a SkuPriceId"],
  ["usage", "ContractedUnitPrice", null, "is a value for usage"],
  ["usage", "ContractedUnitPrice", "-1", "is not negative"],
  ["usage", "EffectiveCost", "17", "is the billed cost, as nothing is covered by a purchase"],
  ["usage", "InvoiceId", null, "is there on an invoice"],
  ["usage", "InvoiceDetailId", null, "is there with the InvoiceId"],
  ["usage", "ListCost", "17", "is unit price times quantity"],
  ["minimum", "ListCost", "17", "is the billed cost where there is no unit price"],
  ["minimum", "ListUnitPrice", "1", "is null without a SkuPriceId"],
  ["usage", "ListUnitPrice", null, "is a value for usage"],
  ["usage", "ListUnitPrice", "-1", "is not negative"],
  ["minimum", "PricingCategory", "Standard", "is null without a SkuPriceId"],
  ["usage", "PricingCategory", null, "is a value for usage"],
  ["minimum", "PricingQuantity", "1", "is null without a SkuPriceId"],
  ["usage", "PricingQuantity", null, "is a value for usage"],
  ["usage", "PricingUnit", null, "is there with its quantity"],
  ["usage", "ResourceId", null, "is there for usage"],
  ["minimum", "ResourceName", "x", "is null without a ResourceId"],
  ["usage", "ResourceName", "=ResourceId", "is not the id again"],
  ["usage", "ResourceType", null, "is there with the ResourceId"],
  ["usage", "SkuId", null, "is a value for usage"],
  ["usage", "SkuMeter", null, "is there with the SkuId"],
  ["minimum", "SkuPriceDetails", "{}", "is null without a SkuPriceId"],
  ["usage", "SkuPriceId", null, "is a value for usage"],
  ["usage", "SkuPriceId", "=BillingAccountId", "names neither an account nor a contract"],
  ["usage", "SubAccountId", null, "is there with the resource"],
  ["usage", "SubAccountName", null, "is there with the SubAccountId"],
  ["usage", "SubAccountType", null, "is there with the SubAccountId"],
  ["usage", "BillingPeriodLastUpdated", "2000-01-01T00:00:00Z", "is not before the creation"],
  ["usage", "InvoiceDetailLastUpdated", "2000-01-01T00:00:00Z", "is not before the creation"],
  ["usage", "InvoiceDetailGrain", '{"link": 1}', "has keys of FOCUS, or of our own"],
  ["usage", "PaymentCurrency", "XXX", "is the billing currency"],
];

/** Values that are not of a type, and what an importer would take them for. */
const WRONG: Readonly<Record<ColumnRules["type"], readonly string[]>> = {
  string: ["", " ", "n/a", "NULL"],
  decimal: ["1e-3", "+1", "1,000", "0.", "-0", "free"],
  time: ["2026-08-01T00:00:00.000Z", "2026-08-01", "2026-08-01 00:00:00", "1785542400"],
  json: ["[]", "{", '{"a": {"b": 1}}', "text"],
};

describe.each(NAMES_OF_DATASETS)("the validator of %s sees", (name) => {
  const rules: Readonly<Record<string, ColumnRules>> = FOCUS_RULES[name];

  test("every rule broken, each by a case", () => {
    const named = Object.entries(rules).flatMap(([column, { rules: own = {} }]) =>
      Object.keys(own).map((rule) => `${column}: ${rule}`),
    );
    const cases = BROKEN.filter(([, column]) => column in rules);
    const broken = cases.map(([kind, column, value, rule]) => {
      const row = ofKind(kind, MONTHS[0], name);
      const changed = value?.startsWith("=") === true ? (row[value.slice(1)] ?? null) : value;
      const fault = `${column}: ${rule}`;
      const isRule = rules[column]?.rules?.[rule] !== undefined;
      if (isRule) expect(focusRowFaults({ ...row, [column]: changed }, name)).toContain(fault);
      return isRule ? [fault] : [];
    });
    expect(named.filter((fault) => !broken.flat().includes(fault))).toEqual([]);
  });

  test("every column that is missing, null, of another type or outside its values", () => {
    const { columns } = of(name);
    const row = ofKind("usage", MONTHS[0], name);
    for (const [column, { presence, nulls, type, allowed }] of Object.entries(rules)) {
      const without = focusColumnFaults(
        columns.filter((each) => each !== column),
        name,
      );
      expect(without).toEqual(presence === "optional" ? [] : [`${column}: is missing`]);
      const faults = (value: string | null) => focusRowFaults({ ...row, [column]: value }, name);
      if (nulls === "value") expect(faults(null)).toContain(`${column}: is null`);
      for (const value of WRONG[type]) expect(faults(value)).toContain(`${column}: is no ${type}`);
      if (allowed !== undefined) expect(faults("Discount")).toContain(`${column}: is not an allowed value`);
    }
  });

  test("foreign, doubled and disordered columns", () => {
    const { columns } = of(name);
    expect(focusColumnFaults([...columns, "AmountDue"], name)).toContain("AmountDue: is no column of FOCUS");
    expect(focusColumnFaults([...columns, ...columns], name)).toContain("a column is there twice");
    expect(focusColumnFaults(["x_first", ...columns], name)).toContain("the columns are not in order");
    expect(focusColumnFaults(columns.toReversed(), name)).toEqual(["the columns are not in order"]);
  });
});

test("the validator sees rows that do not fit each other", () => {
  const { rows } = of("CostAndUsage 1.4");
  const totals = new Map<string, string>();
  const [first, ...rest] = rows;
  expect(focusDatasetFaults(rows, totals)).toContain(
    `InvoiceId: ${first?.["InvoiceId"]} does not sum to its total`,
  );
  const changed = (change: FocusRow) => focusDatasetFaults([{ ...first, ...change }, ...rest], totals).join();
  const [second] = rest;
  expect(changed({ InvoiceDetailId: second?.["InvoiceDetailId"] ?? null })).toContain("one is there twice");
  for (const column of ["BillingCurrency", "BillingAccountId", "BillingPeriodStart"]) {
    expect(changed({ [column]: "other" })).toContain(`${column}: ${first?.["InvoiceId"]} has two`);
  }
});

test("Tags are those of organization, project, item and link when the month was closed, as JSON in both versions", () => {
  for (const name of ["CostAndUsage 1.3", "CostAndUsage 1.4"] as const) {
    const found = new Set(of(name).rows.map((row) => row["Tags"] ?? null));
    expect([...found].map((text) => (text === null ? null : JSON.parse(text)))).toEqual(
      expect.arrayContaining([
        null,
        { cost: 'Größe, "all"' },
        { cost: 'Größe, "all"', layer: "=dem" },
        { layer: "=dem" },
      ]),
    );
    const schema = of(name).manifest.focus.Schema[0]?.ColumnDefinition.find(
      (each) => each["ColumnName"] === "Tags",
    );
    expect(schema).toMatchObject({ DataType: "JSON" });
  }
});
