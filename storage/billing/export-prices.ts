import { decimalSql, defineColumns, periodSql } from "./export-column.ts";
import { SKU_PRICE } from "./export-focus-columns.ts";
import type { ExportLayout } from "./export-layout.ts";

/** The allowance and the tiers of each card that priced a line of a statement. */
const PRICES = `from (select distinct month, organization_id, statement_id, rate_card_id from statement_lines
    where rate_card_id is not null) as used
  join statements as statement on statement.id = used.statement_id
  join rate_cards as card on card.id = used.rate_card_id
  cross join lateral (
    select 0 as tier, 0::bigint as beyond, card.free_tiles_per_month as up_to, 0::numeric as price
      where card.free_tiles_per_month > 0
    union all
    select number::integer, coalesce(lag((tier ->> 'up_to')::bigint) over (order by number), 0),
      (tier ->> 'up_to')::bigint, (tier ->> 'price_per_thousand')::numeric
    from jsonb_array_elements(card.tiers) with ordinality as tiers (tier, number)) as line`;

const PRICE = decimalSql("line.price");

/** The price list of a month: what `SkuPriceId`, `x_RateCardId` and `InvoiceId` of FOCUS rows point into. */
export const PRICES_LAYOUT: ExportLayout = {
  columns: defineColumns([
    ["InvoiceId", "text", "used.statement_id", "The statement that was priced so."],
    ["BillingAccountId", "text", "used.organization_id", "The organization that pays."],
    ["BillingCurrency", "text", "statement.currency", "The currency of the price."],
    ["SkuId", "text", "'map-tile'", "Always map-tile."],
    ["SkuPriceId", "text", SKU_PRICE, "The tier, as FOCUS rows name it."],
    ["PricingUnit", "text", "'1000 Tiles'", "Always 1000 Tiles."],
    ["ListUnitPrice", "decimal", PRICE, "The price of 1,000 tiles."],
    ["ContractedUnitPrice", "decimal", PRICE, "The same: there is one price list for each customer."],
    ["x_RateCardId", "text", "card.id", "The rate card."],
    [
      "x_Plan",
      "text",
      "card.plan",
      "The plan that the card belongs to; null for an organization's own.",
      "null",
    ],
    ["x_EffectiveFrom", "text", periodSql("card.effective_from"), "The month from which the card holds."],
    ["x_TierMode", "text", "card.mode", "graduated or volume."],
    ["x_Tier", "integer", "line.tier", "0 for the free allowance, then the tiers from 1."],
    ["x_TilesBeyond", "integer", "line.beyond", "The tier begins after this number of tiles."],
    ["x_TilesUpTo", "integer", "line.up_to", "The last tile of the tier; null where it has no end.", "null"],
  ]),
  from: PRICES,
  month: "used.month",
  organization: "used.organization_id",
  key: [
    { sql: "used.statement_id", type: "uuid" },
    { sql: "card.id", type: "uuid" },
    { sql: "line.tier", type: "integer" },
  ],
  statement: "used.statement_id",
  totals: {},
};
