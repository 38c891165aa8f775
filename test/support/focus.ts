/** One row of a FOCUS file, parsed from JSON. */
export type FocusRow = Readonly<Record<string, unknown>>;

/** Columns of FOCUS 1.3 that may not be missing, and whether they may be null. */
const MANDATORY: Readonly<Record<string, "null" | "value">> = {
  BilledCost: "value",
  BillingAccountId: "value",
  BillingAccountName: "null",
  BillingCurrency: "value",
  BillingPeriodEnd: "value",
  BillingPeriodStart: "value",
  ChargeCategory: "value",
  ChargeClass: "null",
  ChargeDescription: "null",
  ChargeFrequency: "value",
  ChargePeriodEnd: "value",
  ChargePeriodStart: "value",
  ContractedCost: "value",
  EffectiveCost: "value",
  HostProviderName: "value",
  InvoiceIssuerName: "value",
  ListCost: "value",
  PricingQuantity: "null",
  PricingUnit: "null",
  ProviderName: "value",
  PublisherName: "value",
  ServiceCategory: "value",
  ServiceName: "value",
  ServiceProviderName: "value",
};

const CATEGORIES = ["Usage", "Purchase", "Tax", "Credit", "Adjustment"];
const FREQUENCIES = ["One-Time", "Recurring", "Usage-Based"];
const COSTS = ["BilledCost", "EffectiveCost", "ListCost", "ContractedCost"];
const TIMES = ["BillingPeriodStart", "BillingPeriodEnd", "ChargePeriodStart", "ChargePeriodEnd"];
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;
const FORBIDDEN = /address|client_ip|viewer/i;

/** Every rule of FOCUS 1.3 that the columns or a row break; `raw` holds the numbers as they are written. */
export function focusFaults(columns: readonly string[], row: FocusRow, raw: string): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, rule: string) => {
    if (!holds) faults.push(rule);
  };
  for (const [name, nullness] of Object.entries(MANDATORY)) {
    check(columns.includes(name), `${name} is missing`);
    check(nullness === "null" || row[name] !== null, `${name} is null`);
  }
  const firstOwn = columns.findIndex((name) => name.startsWith("x_"));
  check(
    firstOwn < 0 || columns.slice(firstOwn).every((name) => name.startsWith("x_")),
    "x_ columns come last",
  );
  check(
    columns.every((name) => /^(x_)?[A-Z][A-Za-z]*$/.test(name)),
    "names are Pascal case",
  );
  check(!columns.some((name) => FORBIDDEN.test(name)), "no viewer addresses");
  for (const [name, value] of Object.entries(row))
    check(value !== "" && value !== "null", `${name} is a real null`);
  for (const name of TIMES) check(TIME.test(String(row[name])), `${name} is a time without milliseconds`);
  check(
    String(row["ChargePeriodStart"]) < String(row["ChargePeriodEnd"]),
    "the charge period has an exclusive end",
  );
  check(
    String(row["BillingPeriodStart"]) < String(row["BillingPeriodEnd"]),
    "the billing period has an exclusive end",
  );
  for (const name of [
    ...COSTS,
    "ConsumedQuantity",
    "PricingQuantity",
    "ListUnitPrice",
    "ContractedUnitPrice",
  ]) {
    const written = new RegExp(`"${name}" : ([^,}]+)`).exec(raw)?.[1]?.trim() ?? "";
    check(written === "null" || DECIMAL.test(written), `${name} is a plain decimal: ${written}`);
  }
  check(/^[A-Z]{3}$/.test(String(row["BillingCurrency"])), "the currency is an ISO 4217 code");
  check(CATEGORIES.includes(String(row["ChargeCategory"])), "ChargeCategory is an allowed value");
  check(FREQUENCIES.includes(String(row["ChargeFrequency"])), "ChargeFrequency is an allowed value");
  check(
    [null, "Correction"].includes(row["ChargeClass"] as string | null),
    "ChargeClass is null or Correction",
  );
  const isTiles = row["ChargeCategory"] === "Usage";
  for (const [value, unit] of [
    ["ConsumedQuantity", "ConsumedUnit"],
    ["PricingQuantity", "PricingUnit"],
  ] as const) {
    check((row[value] === null) === (row[unit] === null), `${value} and ${unit} are null together`);
    check(!isTiles || row[value] !== null, `usage has a ${value}`);
    check(isTiles || row[value] === null, `what is no usage has no ${value}`);
  }
  if (isTiles) {
    for (const name of ["SkuId", "SkuPriceId", "ListUnitPrice", "ContractedUnitPrice", "PricingCategory"]) {
      check(row[name] !== null, `usage has a ${name}`);
    }
    const cost = Number(row["ListUnitPrice"]) * Number(row["PricingQuantity"]);
    check(Math.abs(cost - Number(row["ListCost"])) < 1e-6, "ListCost is price times quantity");
  } else {
    check(
      row["ListCost"] === row["BilledCost"],
      "a charge unrelated to others has its billed cost as list cost",
    );
  }
  check((row["ResourceId"] === null) === (row["ResourceType"] === null), "a resource has a type");
  check((row["SubAccountId"] === null) === (row["SubAccountType"] === null), "a sub account has a type");
  check(
    row["Tags"] === null || typeof JSON.parse(row["Tags"] as string) === "object",
    "tags are a JSON object",
  );
  return faults;
}
