/** What a value is, the same in every format. */
export type ColumnType = "text" | "integer" | "decimal" | "timestamp";

/** A column of an export: its name, what it is, whether it may be null, and the SQL that gives it as its type's text. */
export interface ExportColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** Written by people: may hold anything, also what separates values in a file. */
  readonly isFree: boolean;
  /** An expression over the layout's source; decimals and times are written in SQL, once for all formats. */
  readonly sql: string;
}

/** A table of rows in a fixed order, by which an export can be cut into files and go on after a crash. */
export interface ExportLayout {
  readonly columns: readonly ExportColumn[];
  /** `from …` with aliases, without a condition. */
  readonly from: string;
  /** The column that names the month a row is booked in. */
  readonly month: string;
  readonly organization: string;
  /** The rest of the unique key after month and organization, with the SQL types. */
  readonly key: readonly { readonly sql: string; readonly type: string }[];
  /** Sums that the manifest shows, by name. */
  readonly totals: Readonly<Record<string, string>>;
}

/** Several times faster than to_char; the database speaks ISO dates in UTC. */
const time = (sql: string) => `replace((${sql})::timestamp(0)::text, ' ', 'T') || 'Z'`;
const period = (sql: string) => `left((${sql})::text, 7)`;
const decimal = (sql: string) => `trim_scale((${sql})::numeric)::text`;
const integer = (sql: string) => `(${sql})::text`;
const monthStart = (sql: string) => time(sql);
const monthEnd = (sql: string) => time(`(${sql} + interval '1 month')`);

type Definition = readonly [name: string, type: ColumnType, sql: string, trait?: "null" | "free"];

function columns(definitions: readonly Definition[]): ExportColumn[] {
  return definitions.map(([name, type, sql, trait]) => ({
    name,
    type,
    sql,
    nullable: trait === "null",
    isFree: trait === "free",
  }));
}

const STATEMENT_LINES = `from statement_lines as line
  join statements as statement on statement.id = line.statement_id
  join organizations as organization on organization.id = line.organization_id`;

const STATEMENT_KEY = [{ sql: "line.number", type: "integer" }];

/** Tiles that a line charges, where it does. */
const TILES = `case when line.kind in ('usage', 'correction') then line.quantity end`;

/** The kinds of charge that FOCUS knows and we make; topping up to a minimum and rounding adjust a bill. */
const CHARGE_CATEGORY = `case line.kind when 'usage' then 'Usage' when 'correction' then 'Usage'
  when 'credit' then 'Credit' else 'Adjustment' end`;

/** A line about an earlier, closed month corrects it. */
const CHARGE_CLASS = `case when line.belongs_to < line.month and line.kind in ('correction', 'minimum') then 'Correction' end`;

const SKU_PRICE = `line.rate_card_id || '/tier-' || line.tier`;

const ISSUER = `'Geopera Share'`;

/** The layouts of exports by name. FOCUS is the FinOps Open Cost and Usage Specification 1.3, focus.finops.org. */
export const EXPORT_LAYOUTS = {
  statement: {
    columns: columns([
      ["statement_id", "text", "line.statement_id::text"],
      ["organization_id", "text", "line.organization_id::text"],
      ["period", "text", period("line.month")],
      ["line_number", "integer", integer("line.number")],
      ["kind", "text", "line.kind"],
      ["belongs_to", "text", period("line.belongs_to")],
      ["link_id", "text", "line.link_id::text", "null"],
      ["item_id", "text", "line.item_id::text", "null"],
      ["tier", "integer", integer("line.tier"), "null"],
      ["quantity", "integer", integer("line.quantity"), "null"],
      ["unit_price_per_thousand", "decimal", decimal("line.unit_price"), "null"],
      ["amount", "decimal", decimal("line.amount")],
      ["currency", "text", "statement.currency"],
      ["rate_card_id", "text", "line.rate_card_id::text", "null"],
      ["credit_note_id", "text", "line.credit_note_id::text", "null"],
      ["description", "text", "line.description", "free"],
    ]),
    from: STATEMENT_LINES,
    month: "line.month",
    organization: "line.organization_id",
    key: STATEMENT_KEY,
    totals: { tiles: "line.quantity", amount: "line.amount" },
  },
  usage: {
    columns: columns([
      ["organization_id", "text", "usage.organization_id::text"],
      ["period", "text", period("usage.booked_in")],
      ["hour", "timestamp", time("usage.hour")],
      ["link_id", "text", "usage.link_id::text"],
      ["item_id", "text", "usage.item_id::text"],
      ["tiles", "integer", integer("usage.tile_requests")],
      ["tile_bytes", "integer", integer("usage.tile_bytes")],
      ["not_modified", "integer", integer("usage.not_modified")],
      ["link_accesses", "integer", integer("usage.accesses")],
    ]),
    from: "from usage_rollups as usage",
    month: "usage.booked_in",
    organization: "usage.organization_id",
    key: [
      { sql: "usage.hour", type: "timestamptz" },
      { sql: "usage.link_id", type: "uuid" },
      { sql: "usage.item_id", type: "uuid" },
    ],
    totals: { tiles: "usage.tile_requests", tile_bytes: "usage.tile_bytes" },
  },
  focus: {
    columns: columns([
      ["BilledCost", "decimal", decimal("line.amount")],
      ["BillingAccountId", "text", "line.organization_id::text"],
      ["BillingAccountName", "text", "organization.name", "free"],
      ["BillingCurrency", "text", "statement.currency"],
      ["BillingPeriodEnd", "timestamp", monthEnd("line.month")],
      ["BillingPeriodStart", "timestamp", monthStart("line.month")],
      ["ChargeCategory", "text", CHARGE_CATEGORY],
      ["ChargeClass", "text", CHARGE_CLASS, "null"],
      ["ChargeDescription", "text", "line.description", "free"],
      [
        "ChargeFrequency",
        "text",
        `case line.kind when 'minimum' then 'Recurring' when 'usage' then 'Usage-Based' when 'correction' then 'Usage-Based' else 'One-Time' end`,
      ],
      ["ChargePeriodEnd", "timestamp", monthEnd("line.belongs_to")],
      ["ChargePeriodStart", "timestamp", monthStart("line.belongs_to")],
      ["ConsumedQuantity", "decimal", decimal(TILES), "null"],
      ["ConsumedUnit", "text", `case when ${TILES} is not null then 'Tiles' end`, "null"],
      ["ContractedCost", "decimal", decimal("line.amount")],
      ["ContractedUnitPrice", "decimal", decimal("line.unit_price"), "null"],
      ["EffectiveCost", "decimal", decimal("line.amount")],
      ["HostProviderName", "text", ISSUER],
      ["InvoiceId", "text", "line.statement_id::text"],
      ["InvoiceIssuerName", "text", ISSUER],
      ["ListCost", "decimal", decimal("line.amount")],
      ["ListUnitPrice", "decimal", decimal("line.unit_price"), "null"],
      ["PricingCategory", "text", `case when ${TILES} is not null then 'Standard' end`, "null"],
      ["PricingQuantity", "decimal", decimal(`(${TILES}) / 1000.0`), "null"],
      ["PricingUnit", "text", `case when ${TILES} is not null then '1000 Tiles' end`, "null"],
      ["ProviderName", "text", ISSUER],
      ["PublisherName", "text", ISSUER],
      ["ResourceId", "text", "line.link_id::text", "null"],
      ["ResourceName", "text", "null::text", "null"],
      ["ResourceType", "text", "case when line.link_id is not null then 'Share Link' end", "null"],
      ["ServiceCategory", "text", `'Other'`],
      ["ServiceName", "text", `'Shared Map Tiles'`],
      ["ServiceProviderName", "text", ISSUER],
      ["ServiceSubcategory", "text", `'Other (Other)'`],
      ["SkuId", "text", `case when line.tier is not null then 'map-tile' end`, "null"],
      ["SkuMeter", "text", `case when line.tier is not null then 'Map Tiles' end`, "null"],
      ["SkuPriceDetails", "text", "null::text", "null"],
      ["SkuPriceId", "text", SKU_PRICE, "null"],
      ["SubAccountId", "text", "line.item_id::text", "null"],
      ["SubAccountName", "text", "null::text", "null"],
      ["SubAccountType", "text", "case when line.item_id is not null then 'Shared Target' end", "null"],
      ["Tags", "text", `'{}'`],
      ["x_LineKind", "text", "line.kind"],
      ["x_LineNumber", "integer", integer("line.number")],
      ["x_Tier", "integer", integer("line.tier"), "null"],
    ]),
    from: STATEMENT_LINES,
    month: "line.month",
    organization: "line.organization_id",
    key: STATEMENT_KEY,
    totals: { tiles: TILES, amount: "line.amount" },
  },
} as const satisfies Record<string, ExportLayout>;

/** The name of a layout. */
export type ExportLayoutName = keyof typeof EXPORT_LAYOUTS;

/** The formats of export files, with the ending of their names and their media type. */
export const EXPORT_FORMATS = {
  csv: { extension: "csv", contentType: "text/csv; charset=utf-8" },
  ndjson: { extension: "ndjson", contentType: "application/x-ndjson" },
  parquet: { extension: "parquet", contentType: "application/vnd.apache.parquet" },
} as const satisfies Record<string, { extension: string; contentType: string }>;

/** One of {@link EXPORT_FORMATS}. */
export type ExportFormat = keyof typeof EXPORT_FORMATS;
