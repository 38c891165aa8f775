import { FOCUS_CHARGES } from "../../core/billing/focus-charges.ts";
import type { LineKind } from "../../core/billing/statement.ts";
import { decimalSql, defineColumns, timeSql } from "./export-column.ts";

const KINDS = Object.keys(FOCUS_CHARGES) as readonly LineKind[];
const TILE_KINDS = KINDS.filter((kind) => FOCUS_CHARGES[kind].chargesTiles).map((kind) => `'${kind}'`);

/** A value of lines that charge tiles; null of others. */
export const whereTiles = (value: string) =>
  `case when line.kind in (${TILE_KINDS.join(", ")}) then ${value} end`;

/** Tiles that a line charges, where it does. */
export const TILES_CHARGED = whereTiles("line.quantity");

/** What FOCUS says of a line by its kind. */
export const byKind = (property: "category" | "frequency") =>
  `case line.kind ${KINDS.map((kind) => `when '${kind}' then '${FOCUS_CHARGES[kind][property]}'`).join(" ")} end`;

/** Whatever is charged or given back for an earlier month corrects a closed billing period. */
const CHARGE_CLASS = `case when line.belongs_to < line.month then 'Correction' end`;

/**
 * The same for every customer and month, as FOCUS wants it; what the tier costs whom is the business of
 * `x_RateCardId`.
 */
export const SKU_PRICE = `case when line.tier = 0 then 'map-tile/free-allowance' else 'map-tile/tier-' || line.tier end`;

const ISSUER = "statement.issuer_name";
/** What a line costs. */
export const AMOUNT = decimalSql("line.amount");
/** A line of a statement: unique among all. */
export const INVOICE_DETAIL = `line.statement_id || '-' || line.number`;

const UNIT_PRICE = decimalSql("line.unit_price");
/** The first instant after a month. */
export const monthEnd = (sql: string) => timeSql(`(${sql} + interval '1 month')`);

/**
 * The columns of FOCUS 1.3 and 1.4 (Cost and Usage), in alphabetical order with our own last. The
 * organization is the billing account, a link the resource, what it shares the sub account. There is one
 * price for each customer, its rate card: list and contracted prices are the same.
 */
export const FOCUS_COLUMNS = defineColumns([
  ["BilledCost", "decimal", AMOUNT, "What the line costs on the invoice."],
  ["BillingAccountId", "text", "line.organization_id", "The organization that pays."],
  [
    "BillingAccountName",
    "text",
    "statement.organization_name",
    "Its name when the month was closed.",
    "free",
  ],
  ["BillingCurrency", "text", "statement.currency", "The currency of all costs and prices."],
  ["BillingPeriodEnd", "timestamp", monthEnd("line.month"), "The first instant after the statement's month."],
  ["BillingPeriodStart", "timestamp", timeSql("line.month"), "The first instant of the statement's month."],
  ["ChargeCategory", "text", byKind("category"), "Usage, Credit or Adjustment."],
  ["ChargeClass", "text", CHARGE_CLASS, "Correction for whatever is about an earlier month.", "null"],
  ["ChargeDescription", "text", "line.description", "The line in words.", "free"],
  ["ChargeFrequency", "text", byKind("frequency"), "Usage-Based, Recurring or One-Time."],
  [
    "ChargePeriodEnd",
    "timestamp",
    monthEnd("line.belongs_to"),
    "The first instant after the month that the line is about.",
  ],
  [
    "ChargePeriodStart",
    "timestamp",
    timeSql("line.belongs_to"),
    "The first instant of the month that the line is about.",
  ],
  ["ConsumedQuantity", "decimal", decimalSql(TILES_CHARGED), "Tiles.", "null"],
  ["ConsumedUnit", "text", whereTiles("'Tiles'"), "Tiles, where the line charges some.", "null"],
  ["ContractedCost", "decimal", AMOUNT, "The same as BilledCost."],
  [
    "ContractedUnitPrice",
    "decimal",
    UNIT_PRICE,
    "The price of 1,000 tiles on the organization's rate card.",
    "null",
  ],
  ["EffectiveCost", "decimal", AMOUNT, "The same as BilledCost."],
  ["HostProviderName", "text", ISSUER, "The organization that operates billing.", "free"],
  [
    "InvoiceDetailId",
    "text",
    INVOICE_DETAIL,
    "The statement and the line, as in the dataset InvoiceDetail.",
    { focus: "1.4" },
  ],
  ["InvoiceId", "text", "line.statement_id", "The statement."],
  ["InvoiceIssuerName", "text", ISSUER, "The organization that operates billing.", "free"],
  ["ListCost", "decimal", AMOUNT, "The same as BilledCost."],
  [
    "ListUnitPrice",
    "decimal",
    UNIT_PRICE,
    "The price of 1,000 tiles on the organization's rate card.",
    "null",
  ],
  ["PricingCategory", "text", whereTiles("'Standard'"), "Standard, where the line charges tiles.", "null"],
  ["PricingQuantity", "decimal", decimalSql(`(${TILES_CHARGED}) * 0.001`), "Thousands of tiles.", "null"],
  ["PricingUnit", "text", whereTiles("'1000 Tiles'"), "1000 Tiles, where the line charges tiles.", "null"],
  ["ProviderName", "text", ISSUER, "The organization that operates billing.", "free", { focus: "1.3" }],
  ["PublisherName", "text", ISSUER, "The organization that operates billing.", "free", { focus: "1.3" }],
  ["ResourceId", "text", "line.link_id", "The share link that was used.", "null"],
  ["ResourceName", "text", "line.link_label", "The link's label when the month was closed.", "null", "free"],
  [
    "ResourceType",
    "text",
    "case when line.link_id is not null then 'Share Link' end",
    "Share Link, where the line is about one.",
    "null",
  ],
  ["ServiceCategory", "text", `'Other'`, "Always Other."],
  ["ServiceName", "text", `'Shared Map Tiles'`, "Always Shared Map Tiles."],
  ["ServiceProviderName", "text", ISSUER, "The organization that operates billing.", "free"],
  ["ServiceSubcategory", "text", `'Other (Other)'`, "Always Other (Other)."],
  ["SkuId", "text", whereTiles("'map-tile'"), "map-tile, where the line charges tiles.", "null"],
  ["SkuMeter", "text", whereTiles("'Map Tiles'"), "Map Tiles, where the line charges tiles.", "null"],
  ["SkuPriceDetails", "text", "null::text", "Always null.", "null"],
  [
    "SkuPriceId",
    "text",
    whereTiles(SKU_PRICE),
    "The tier that priced the tiles, named the same for all customers.",
    "null",
  ],
  ["SubAccountId", "text", "line.target_id", "The item or collection that the link shares.", "null"],
  [
    "SubAccountName",
    "text",
    "coalesce(line.target_name, line.target_id::text)",
    "Its name when the month was closed.",
    "null",
    "free",
  ],
  [
    "SubAccountType",
    "text",
    "case when line.target_id is not null then 'Shared Target' end",
    "Shared Target, where the line is about one.",
    "null",
  ],
  [
    "Tags",
    "json",
    "line.tags::text",
    "The cost-allocation tags of organization, project, item and link when the month was closed; the nearer one wins.",
    "null",
    { until: 3, name: "Tags", type: "text", sql: "null::text" },
  ],
  ["x_CreditNoteId", "text", "line.credit_note_id", "The credit note that the line gives back.", "null"],
  ["x_LineKind", "text", "line.kind", "usage, correction, minimum, credit or rounding."],
  ["x_LineNumber", "integer", "line.number", "The line's number on the statement, from 1."],
  ["x_ProjectId", "text", "line.project_id", "The project of the link.", "null", { since: 3 }],
  [
    "x_ProjectName",
    "text",
    "line.project_name",
    "Its name when the month was closed.",
    "null",
    "free",
    { since: 3 },
  ],
  ["x_RateCardId", "text", "line.rate_card_id", "The rate card that priced the line.", "null"],
  [
    "x_Tier",
    "integer",
    "line.tier",
    "0 for the free allowance, then the tiers of the rate card from 1.",
    "null",
  ],
]);
