import { FOCUS_RULES, scaled, type ColumnRules, type FocusRow } from "./focus-columns.ts";

const FORMS: Readonly<Record<ColumnRules["type"], (value: string) => boolean>> = {
  string: (value) => value.trim() !== "" && !/^(null|n\/a|none|not applicable)$/i.test(value),
  decimal: (value) => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) && !/^-0(\.0+)?$/.test(value),
  time: (value) => /^\d{4}-(0[1-9]|1[0-2])-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(value),
  json: isFlatObject,
};

/** A dataset in a version. */
export type FocusName = keyof typeof FOCUS_RULES;

/** Every rule of FOCUS that the columns of a file break. */
export function focusColumnFaults(
  columns: readonly string[],
  name: FocusName = "CostAndUsage 1.3",
): string[] {
  const columnRules: Readonly<Record<string, ColumnRules>> = FOCUS_RULES[name];
  const own = columns.filter((name) => name.startsWith("x_"));
  const focus = columns.filter((name) => !name.startsWith("x_"));
  return [
    ...Object.entries(columnRules)
      .filter(([name, { presence }]) => presence !== "optional" && !columns.includes(name))
      .map(([name]) => `${name}: is missing`),
    ...focus
      .filter((name) => !Object.hasOwn(columnRules, name))
      .map((name) => `${name}: is no column of FOCUS`),
    ...columns
      .filter((name) => !/^(x_)?[A-Z][A-Za-z0-9]{1,49}$/.test(name))
      .map((name) => `${name}: is not Pascal case`),
    ...([...focus.toSorted(), ...own.toSorted()].join() === columns.join()
      ? []
      : ["the columns are not in order"]),
    ...(new Set(columns).size === columns.length ? [] : ["a column is there twice"]),
  ];
}

/** Every rule of FOCUS that a row breaks, as `column: rule`. */
export function focusRowFaults(row: FocusRow, dataset: FocusName = "CostAndUsage 1.3"): string[] {
  return Object.entries<ColumnRules>(FOCUS_RULES[dataset]).flatMap(
    ([name, { type, nulls, allowed, rules }]) => {
      const value = row[name] ?? null;
      const faults: string[] = [];
      if (value === null && nulls === "value") faults.push("is null");
      if (value !== null && !FORMS[type](value)) faults.push(`is no ${type}`);
      if (value !== null && allowed?.includes(value) === false) faults.push("is not an allowed value");
      const broken = Object.entries(rules ?? {}).filter(([, holds]) => !holds(row));
      return [...faults, ...broken.map(([rule]) => rule)].map((fault) => `${name}: ${fault}`);
    },
  );
}

/** Every rule of FOCUS about rows together; `totals` are the payable amounts by invoice. */
export function focusDatasetFaults(rows: readonly FocusRow[], totals: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    const invoice = row["InvoiceId"] ?? "";
    sums.set(invoice, (sums.get(invoice) ?? 0n) + scaled(row["BilledCost"], 12));
  }
  for (const [invoice, sum] of sums) {
    const payable = totals.get(invoice);
    if (payable === undefined || scaled(payable, 12) !== sum)
      faults.push(`InvoiceId: ${invoice} does not sum to its total`);
  }
  const one = (name: string, of: string) => {
    const seen = new Map<string, string | null>();
    for (const row of rows) {
      const key = row[of] ?? null;
      if (key === null) continue;
      if (seen.has(key) && seen.get(key) !== (row[name] ?? null)) faults.push(`${name}: ${key} has two`);
      seen.set(key, row[name] ?? null);
    }
  };
  const details = rows.flatMap((row) => row["InvoiceDetailId"] ?? []);
  if (new Set(details).size !== details.length) faults.push("InvoiceDetailId: one is there twice");
  one("SkuId", "SkuPriceId");
  one("SkuMeter", "SkuId");
  one("BillingCurrency", "InvoiceId");
  one("BillingAccountId", "InvoiceId");
  one("BillingPeriodStart", "InvoiceId");
  one("ResourceType", "ResourceId");
  one("BillingAccountName", "BillingAccountId");
  return faults;
}

function isFlatObject(value: string): boolean {
  try {
    const parsed: unknown = JSON.parse(value);
    if (parsed === null || typeof parsed !== "object" || Array.isArray(parsed)) return false;
    return Object.values(parsed).every((each) => each === null || typeof each !== "object");
  } catch {
    return false;
  }
}
