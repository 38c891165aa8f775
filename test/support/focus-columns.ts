/** One row of a FOCUS file as it is written: numbers and times are texts, null is a real null. */
export type FocusRow = Readonly<Record<string, string | null>>;

type Rules = Readonly<Record<string, (row: FocusRow) => boolean>>;

/** What holds for one column. */
export interface ColumnRules {
  /** Mandatory; conditional, and the condition holds for us; or free to be there. */
  readonly presence: "mandatory" | "conditional" | "optional";
  readonly type: "string" | "decimal" | "time" | "json";
  /** "null" where the specification allows nulls. */
  readonly nulls: "null" | "value";
  readonly allowed?: readonly string[];
  /** Requirements beyond type, nullability and allowed values, each by its name. */
  readonly rules?: Rules;
}

const isUsage = (row: FocusRow) => row["ChargeCategory"] === "Usage";
const isCorrection = (row: FocusRow) => row["ChargeClass"] === "Correction";
const isIssued = (name: string) => (row: FocusRow) => row[name] !== null;
const togetherWith =
  (name: string, other: string) =>
  (row: FocusRow): boolean =>
    (row[name] === null) === (row[other] === null);
/** A column of a price: null without a SKU price, a value for usage that is no correction. */
const priced = (name: string): Rules => ({
  "is null without a SkuPriceId": (row) => row["SkuPriceId"] !== null || row[name] === null,
  "is a value for usage": (row) => !isUsage(row) || isCorrection(row) || row[name] !== null,
});
const costIs = (cost: string, unitPrice: string): Rules => ({
  "is unit price times quantity": (row) =>
    row[unitPrice] === null ||
    row["PricingQuantity"] === null ||
    scaled(row[cost], 24) === scaled(row[unitPrice], 12) * scaled(row["PricingQuantity"], 12),
  "is the billed cost where there is no unit price": (row) =>
    row[unitPrice] !== null || row[cost] === row["BilledCost"],
});
const notNegative = (name: string): Rules => ({
  "is not negative": (row) => row[name]?.startsWith("-") !== true,
});
const monthEnds = (start: string, end: string): Rules => ({
  "is the exclusive end of a month": (row) => followingMonth(row[start]) === row[end],
});

const text = { presence: "mandatory", type: "string", nulls: "value" } as const;
const cost = { presence: "mandatory", type: "decimal", nulls: "value" } as const;
const time = { presence: "mandatory", type: "time", nulls: "value" } as const;

/**
 * Cost and Usage of FOCUS 1.3, column by column, as far as it can hold for us: the columns that its
 * conditions ask us for, no commitment discounts, regions, taxes, capacity reservations, splits of cost or
 * other currencies. Source: FinOps-Open-Cost-and-Usage-Spec/FOCUS_Spec.
 */
const FOCUS_COLUMN_RULES: Readonly<Record<string, ColumnRules>> = {
  BilledCost: cost,
  BillingAccountId: text,
  BillingAccountName: { ...text, nulls: "null" },
  BillingCurrency: {
    ...text,
    rules: { "is an ISO 4217 code": (row) => /^[A-Z]{3}$/.test(row["BillingCurrency"] ?? "") },
  },
  BillingPeriodEnd: { ...time, rules: monthEnds("BillingPeriodStart", "BillingPeriodEnd") },
  BillingPeriodStart: time,
  ChargeCategory: { ...text, allowed: ["Usage", "Purchase", "Tax", "Credit", "Adjustment"] },
  ChargeClass: {
    ...text,
    nulls: "null",
    allowed: ["Correction"],
    rules: {
      "is Correction exactly where an earlier billing period is corrected": (row) =>
        isCorrection(row) === String(row["ChargePeriodStart"]) < String(row["BillingPeriodStart"]),
    },
  },
  ChargeDescription: { ...text, rules: { "should be there": isIssued("ChargeDescription") } },
  ChargeFrequency: {
    ...text,
    presence: "optional",
    allowed: ["One-Time", "Recurring", "Usage-Based"],
    rules: {
      "is Usage-Based for usage": (row) => isUsage(row) === (row["ChargeFrequency"] === "Usage-Based"),
    },
  },
  ChargePeriodEnd: {
    ...time,
    rules: {
      ...monthEnds("ChargePeriodStart", "ChargePeriodEnd"),
      "lies in the billing period, or before it": (row) =>
        String(row["ChargePeriodEnd"]) <= String(row["BillingPeriodEnd"]),
    },
  },
  ChargePeriodStart: time,
  ConsumedQuantity: {
    presence: "conditional",
    type: "decimal",
    nulls: "null",
    rules: {
      ...priced("ConsumedQuantity"),
      "is null for what is no usage": (row) => isUsage(row) || row["ConsumedQuantity"] === null,
    },
  },
  ConsumedUnit: {
    presence: "conditional",
    type: "string",
    nulls: "null",
    allowed: ["Tiles"],
    rules: { "is there with its quantity": togetherWith("ConsumedUnit", "ConsumedQuantity") },
  },
  ContractedCost: { ...cost, rules: costIs("ContractedCost", "ContractedUnitPrice") },
  ContractedUnitPrice: {
    presence: "conditional",
    type: "decimal",
    nulls: "null",
    rules: { ...priced("ContractedUnitPrice"), ...notNegative("ContractedUnitPrice") },
  },
  EffectiveCost: {
    ...cost,
    rules: {
      "is the billed cost, as nothing is covered by a purchase": (row) =>
        row["EffectiveCost"] === row["BilledCost"],
    },
  },
  HostProviderName: text,
  InvoiceId: {
    presence: "optional",
    type: "string",
    nulls: "null",
    rules: { "is there on an invoice": isIssued("InvoiceId") },
  },
  InvoiceIssuerName: text,
  ListCost: { ...cost, rules: costIs("ListCost", "ListUnitPrice") },
  ListUnitPrice: {
    presence: "conditional",
    type: "decimal",
    nulls: "null",
    rules: { ...priced("ListUnitPrice"), ...notNegative("ListUnitPrice") },
  },
  PricingCategory: {
    presence: "optional",
    type: "string",
    nulls: "null",
    allowed: ["Standard", "Dynamic", "Committed", "Other"],
    rules: priced("PricingCategory"),
  },
  PricingQuantity: { ...cost, nulls: "null", rules: priced("PricingQuantity") },
  PricingUnit: {
    ...text,
    nulls: "null",
    allowed: ["1000 Tiles"],
    rules: { "is there with its quantity": togetherWith("PricingUnit", "PricingQuantity") },
  },
  ProviderName: text,
  PublisherName: text,
  ResourceId: {
    presence: "conditional",
    type: "string",
    nulls: "null",
    rules: { "is there for usage": (row) => !isUsage(row) || row["ResourceId"] !== null },
  },
  ResourceName: {
    presence: "conditional",
    type: "string",
    nulls: "null",
    rules: {
      "is null without a ResourceId": (row) => row["ResourceId"] !== null || row["ResourceName"] === null,
      "is not the id again": (row) =>
        row["ResourceName"] === null || row["ResourceName"] !== row["ResourceId"],
    },
  },
  ResourceType: {
    presence: "conditional",
    type: "string",
    nulls: "null",
    rules: { "is there with the ResourceId": togetherWith("ResourceType", "ResourceId") },
  },
  ServiceCategory: { ...text, allowed: ["Other"] },
  ServiceName: text,
  ServiceProviderName: text,
  // Of the allowed pairs with a category only ours.
  ServiceSubcategory: { ...text, presence: "optional", allowed: ["Other (Other)"] },
  SkuId: {
    presence: "conditional",
    type: "string",
    nulls: "null",
    rules: { "is a value for usage": (row) => !isUsage(row) || isCorrection(row) || row["SkuId"] !== null },
  },
  SkuMeter: {
    presence: "conditional",
    type: "string",
    nulls: "null",
    rules: { "is there with the SkuId": togetherWith("SkuMeter", "SkuId") },
  },
  SkuPriceDetails: {
    presence: "conditional",
    type: "json",
    nulls: "null",
    rules: {
      "is null without a SkuPriceId": (row) => row["SkuPriceId"] !== null || row["SkuPriceDetails"] === null,
    },
  },
  SkuPriceId: {
    presence: "conditional",
    type: "string",
    nulls: "null",
    rules: {
      "is a value for usage": (row) => !isUsage(row) || isCorrection(row) || row["SkuPriceId"] !== null,
      "names neither an account nor a contract": (row) =>
        [row["BillingAccountId"], row["x_RateCardId"]].every(
          (id) => id == null || row["SkuPriceId"]?.includes(id) !== true,
        ),
    },
  },
  SubAccountId: {
    presence: "conditional",
    type: "string",
    nulls: "null",
    rules: { "is there with the resource": togetherWith("SubAccountId", "ResourceId") },
  },
  SubAccountName: {
    presence: "conditional",
    type: "string",
    nulls: "null",
    rules: { "is there with the SubAccountId": togetherWith("SubAccountName", "SubAccountId") },
  },
  SubAccountType: {
    presence: "optional",
    type: "string",
    nulls: "null",
    rules: { "is there with the SubAccountId": togetherWith("SubAccountType", "SubAccountId") },
  },
  Tags: { presence: "optional", type: "json", nulls: "null" },
};

const { ProviderName: _provider, PublisherName: _publisher, ...COST_AND_USAGE_OF_BOTH } = FOCUS_COLUMN_RULES;

/** What an invoice says, in CostAndUsage and InvoiceDetail of FOCUS 1.4. */
const INVOICE_DETAIL_ID: ColumnRules = {
  ...text,
  nulls: "null",
  rules: {
    "is there with the InvoiceId": togetherWith("InvoiceDetailId", "InvoiceId"),
  },
};

/** The same of FOCUS 1.4, for issuers of payable invoices. */
const COST_AND_USAGE_RULES: Readonly<Record<string, ColumnRules>> = {
  ...COST_AND_USAGE_OF_BOTH,
  InvoiceDetailId: { ...INVOICE_DETAIL_ID, presence: "conditional" },
  InvoiceId: { ...text, presence: "conditional", nulls: "value" },
};

/** BillingPeriod of FOCUS 1.4. */
const BILLING_PERIOD_RULES: Readonly<Record<string, ColumnRules>> = {
  BillingPeriodCreated: time,
  BillingPeriodEnd: { ...time, rules: monthEnds("BillingPeriodStart", "BillingPeriodEnd") },
  BillingPeriodLastUpdated: {
    ...time,
    rules: {
      "is not before the creation": (row) =>
        String(row["BillingPeriodLastUpdated"]) >= String(row["BillingPeriodCreated"]),
    },
  },
  BillingPeriodStart: time,
  BillingPeriodStatus: { ...text, allowed: ["Open", "Closed"] },
  InvoiceIssuerName: text,
};

/** Properties of InvoiceDetailGrain that the specification defines, as far as we use them. */
const GRAIN_KEYS = /^(x_[A-Z]\w*|(Resource|Sku|SkuPrice|SubAccount)Id|ResourceType|ServiceName|SkuMeter)$/;

/**
 * InvoiceDetail of FOCUS 1.4. PaymentTerms must be a value there; where the operator has not set them, there
 * is none, as the documents say: null is let pass.
 */
const INVOICE_DETAIL_RULES: Readonly<Record<string, ColumnRules>> = {
  BilledCost: cost,
  BillingAccountId: text,
  BillingCurrency: FOCUS_COLUMN_RULES["BillingCurrency"] ?? text,
  BillingPeriodEnd: { ...time, rules: monthEnds("BillingPeriodStart", "BillingPeriodEnd") },
  BillingPeriodStart: time,
  ChargeCategory: FOCUS_COLUMN_RULES["ChargeCategory"] ?? text,
  InvoiceDetailCreated: time,
  InvoiceDetailDescription: { ...text, nulls: "null" },
  InvoiceDetailGrain: {
    ...text,
    type: "json",
    rules: {
      "has keys of FOCUS, or of our own": (row) => grainKeys(row).every((key) => GRAIN_KEYS.test(key)),
    },
  },
  InvoiceDetailId: { ...INVOICE_DETAIL_ID, nulls: "value" },
  InvoiceDetailLastUpdated: {
    ...time,
    rules: {
      "is not before the creation": (row) =>
        String(row["InvoiceDetailLastUpdated"]) >= String(row["InvoiceDetailCreated"]),
    },
  },
  InvoiceId: text,
  InvoiceIssueDate: { ...time, nulls: "null" },
  InvoiceIssueStatus: { ...text, allowed: ["Open", "Issued", "Voided"] },
  InvoiceIssuerName: text,
  PaymentCurrency: {
    ...text,
    rules: { "is the billing currency": (row) => row["PaymentCurrency"] === row["BillingCurrency"] },
  },
  PaymentDueDate: { ...time, nulls: "null" },
  PaymentTerms: { ...text, nulls: "null" },
  ReferenceInvoiceId: text,
};

/** The rules by dataset and version. */
export const FOCUS_RULES = {
  "CostAndUsage 1.3": FOCUS_COLUMN_RULES,
  "CostAndUsage 1.4": COST_AND_USAGE_RULES,
  "BillingPeriod 1.4": BILLING_PERIOD_RULES,
  "InvoiceDetail 1.4": INVOICE_DETAIL_RULES,
} as const;

function grainKeys(row: FocusRow): string[] {
  try {
    return Object.keys(JSON.parse(row["InvoiceDetailGrain"] ?? "{}") as object);
  } catch {
    return [];
  }
}

/** A decimal as a whole number of its last decimal. */
export function scaled(value: string | null | undefined, decimals: number): bigint {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value ?? "") ?? [];
  const digits = BigInt(whole + fraction.padEnd(decimals, "0"));
  return sign === "-" ? -digits : digits;
}

function followingMonth(start: string | null | undefined): string {
  const [, year = "0", month = "1"] = /^(\d{4})-(\d{2})-01T00:00:00Z$/.exec(start ?? "") ?? [];
  return new Date(Date.UTC(Number(year), Number(month), 1)).toISOString().replace(".000", "");
}
