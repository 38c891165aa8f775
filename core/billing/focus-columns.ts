import { decimalSql, defineColumns, timeSql } from "./export-column.ts";

/** Tiles that a line charges, where it does. */
export const TILES_CHARGED = `case when line.kind in ('usage', 'correction') then line.quantity end`;

const whereTiles = (value: string) => `case when line.kind in ('usage', 'correction') then ${value} end`;

/** The kinds of charge that FOCUS knows and we make; topping up to a minimum and rounding adjust a bill. */
const CHARGE_CATEGORY = `case line.kind when 'usage' then 'Usage' when 'correction' then 'Usage'
  when 'credit' then 'Credit' else 'Adjustment' end`;

/** Whatever is charged or given back for an earlier month corrects a closed billing period. */
const CHARGE_CLASS = `case when line.belongs_to < line.month then 'Correction' end`;

const CHARGE_FREQUENCY = `case line.kind when 'usage' then 'Usage-Based' when 'correction' then 'Usage-Based'
  when 'minimum' then 'Recurring' else 'One-Time' end`;

/** The same for every customer and month, as FOCUS wants it; what the tier costs whom is the business of `x_RateCardId`. */
const SKU_PRICE = `case when line.tier = 0 then 'map-tile/free-allowance' else 'map-tile/tier-' || line.tier end`;

const ISSUER = "statement.issuer_name";
const AMOUNT = decimalSql("line.amount");
const UNIT_PRICE = decimalSql("line.unit_price");
const monthEnd = (sql: string) => timeSql(`(${sql} + interval '1 month')`);

/**
 * The columns of FOCUS 1.3 (Cost and Usage), in alphabetical order with our own last. The organization is the billing account, a link the
 * resource, what it shares the sub account. There is one price for each customer, its rate card: list and contracted prices are the same.
 */
export const FOCUS_COLUMNS = defineColumns([
  ["BilledCost", "decimal", AMOUNT],
  ["BillingAccountId", "text", "line.organization_id"],
  ["BillingAccountName", "text", "statement.organization_name", "free"],
  ["BillingCurrency", "text", "statement.currency"],
  ["BillingPeriodEnd", "timestamp", monthEnd("line.month")],
  ["BillingPeriodStart", "timestamp", timeSql("line.month")],
  ["ChargeCategory", "text", CHARGE_CATEGORY],
  ["ChargeClass", "text", CHARGE_CLASS, "null"],
  ["ChargeDescription", "text", "line.description", "free"],
  ["ChargeFrequency", "text", CHARGE_FREQUENCY],
  ["ChargePeriodEnd", "timestamp", monthEnd("line.belongs_to")],
  ["ChargePeriodStart", "timestamp", timeSql("line.belongs_to")],
  ["ConsumedQuantity", "decimal", decimalSql(TILES_CHARGED), "null"],
  ["ConsumedUnit", "text", whereTiles("'Tiles'"), "null"],
  ["ContractedCost", "decimal", AMOUNT],
  ["ContractedUnitPrice", "decimal", UNIT_PRICE, "null"],
  ["EffectiveCost", "decimal", AMOUNT],
  ["HostProviderName", "text", ISSUER, "free"],
  ["InvoiceId", "text", "line.statement_id"],
  ["InvoiceIssuerName", "text", ISSUER, "free"],
  ["ListCost", "decimal", AMOUNT],
  ["ListUnitPrice", "decimal", UNIT_PRICE, "null"],
  ["PricingCategory", "text", whereTiles("'Standard'"), "null"],
  ["PricingQuantity", "decimal", decimalSql(`(${TILES_CHARGED}) * 0.001`), "null"],
  ["PricingUnit", "text", whereTiles("'1000 Tiles'"), "null"],
  ["ProviderName", "text", ISSUER, "free"],
  ["PublisherName", "text", ISSUER, "free"],
  ["ResourceId", "text", "line.link_id", "null"],
  ["ResourceName", "text", "line.link_label", "null", "free"],
  ["ResourceType", "text", "case when line.link_id is not null then 'Share Link' end", "null"],
  ["ServiceCategory", "text", `'Other'`],
  ["ServiceName", "text", `'Shared Map Tiles'`],
  ["ServiceProviderName", "text", ISSUER, "free"],
  ["ServiceSubcategory", "text", `'Other (Other)'`],
  ["SkuId", "text", whereTiles("'map-tile'"), "null"],
  ["SkuMeter", "text", whereTiles("'Map Tiles'"), "null"],
  ["SkuPriceDetails", "text", "null::text", "null"],
  ["SkuPriceId", "text", whereTiles(SKU_PRICE), "null"],
  ["SubAccountId", "text", "line.target_id", "null"],
  ["SubAccountName", "text", "coalesce(line.target_name, line.target_id::text)", "null", "free"],
  ["SubAccountType", "text", "case when line.target_id is not null then 'Shared Target' end", "null"],
  ["Tags", "text", "null::text", "null"],
  ["x_CreditNoteId", "text", "line.credit_note_id", "null"],
  ["x_LineKind", "text", "line.kind"],
  ["x_LineNumber", "integer", "line.number"],
  ["x_RateCardId", "text", "line.rate_card_id", "null"],
  ["x_Tier", "integer", "line.tier", "null"],
]);
