import { decimalSql, defineColumns, timeSql } from "./export-column.ts";
import { AMOUNT, byKind, INVOICE_DETAIL, monthEnd, SKU_PRICE, whereTiles } from "./export-focus-columns.ts";
import type { ExportLayout } from "./export-layout.ts";

/**
 * Issuers of the statements that a month was closed with. One that was renamed while the month was being
 * closed is there under both names, as on the statements.
 */
const ISSUERS = `from (
    select month, issuer_name, row_number() over (partition by month order by issuer_name)::integer as number
    from statements where id in (select statement_id from statement_digests where entry = (
      select min(entry) from books_entries where books_entries.month = statements.month))
    group by month, issuer_name) as issuer
  join billing_periods as period on period.month = issuer.month`;

/** BillingPeriod of FOCUS 1.4. Only closed months are exported. */
export const BILLING_PERIOD_LAYOUT: ExportLayout = {
  columns: defineColumns([
    ["BillingPeriodCreated", "timestamp", timeSql("period.sealed_at"), "When bookings in the month ended."],
    ["BillingPeriodEnd", "timestamp", monthEnd("issuer.month"), "The first instant after the month."],
    ["BillingPeriodLastUpdated", "timestamp", timeSql("period.closed_at"), "When the month was closed."],
    ["BillingPeriodStart", "timestamp", timeSql("issuer.month"), "The first instant of the month."],
    ["BillingPeriodStatus", "text", "'Closed'", "Always Closed: open months are not exported."],
    ["InvoiceIssuerName", "text", "issuer.issuer_name", "The organization that operates billing.", "free"],
  ]),
  from: ISSUERS,
  month: "issuer.month",
  organization: null,
  key: [{ sql: "issuer.number", type: "integer" }],
  totals: {},
};

const GRAIN = `jsonb_strip_nulls(jsonb_build_object('ResourceId', line.link_id,
  'ResourceType', case when line.link_id is not null then 'Share Link' end, 'ServiceName', 'Shared Map Tiles',
  'SkuId', ${whereTiles("'map-tile'")}, 'SkuPriceId', ${whereTiles(SKU_PRICE)}, 'SubAccountId', line.target_id,
  'x_BelongsTo', left(line.belongs_to::text, 7), 'x_CreditNoteId', line.credit_note_id, 'x_LineKind', line.kind,
  'x_ProjectId', line.project_id, 'x_RateCardId', line.rate_card_id))::text`;

const DUE_DATE = "(statement.document ->> 'due') || 'T00:00:00Z'";

const ISSUED_AT = timeSql("statement.created_at");

/** What a line corrects: the statement that its note names, or that of the month which it is about. */
const REFERENCE = "coalesce(note.statement_id, earlier.id, line.statement_id)";

/** InvoiceDetail of FOCUS 1.4: a row is a line of a statement. */
export const INVOICE_DETAIL_LAYOUT: ExportLayout = {
  columns: defineColumns([
    ["BilledCost", "decimal", AMOUNT, "What the line costs."],
    ["BillingAccountId", "text", "line.organization_id", "The organization that pays."],
    ["BillingCurrency", "text", "statement.currency", "The currency of the line."],
    ["BillingPeriodEnd", "timestamp", monthEnd("line.month"), "The first instant after the month."],
    ["BillingPeriodStart", "timestamp", timeSql("line.month"), "The first instant of the month."],
    ["ChargeCategory", "text", byKind("category"), "Usage, Credit or Adjustment."],
    ["InvoiceDetailCreated", "timestamp", ISSUED_AT, "When the statement was written."],
    ["InvoiceDetailDescription", "text", "line.description", "The line in words.", "free"],
    ["InvoiceDetailGrain", "json", GRAIN, "What the line is about."],
    ["InvoiceDetailId", "text", INVOICE_DETAIL, "Statement and line."],
    ["InvoiceDetailLastUpdated", "timestamp", ISSUED_AT, "The same: a statement never changes."],
    ["InvoiceId", "text", "line.statement_id", "The statement."],
    ["InvoiceIssueDate", "timestamp", ISSUED_AT, "When the statement was written."],
    ["InvoiceIssueStatus", "text", "'Issued'", "Always Issued: notes correct, nothing is voided."],
    ["InvoiceIssuerName", "text", "statement.issuer_name", "The organization that operates billing.", "free"],
    ["PaymentCurrency", "text", "statement.currency", "The same as BillingCurrency."],
    ["PaymentDueDate", "timestamp", "null::text", "Null: the product does not know it.", "null", { last: 3 }],
    [
      "PaymentDueDate",
      "timestamp",
      DUE_DATE,
      "When it is due; null where no term was set.",
      "null",
      { since: 4 },
    ],
    ["PaymentTerms", "text", "null::text", "Null: the product does not know them.", "null", { last: 3 }],
    [
      "PaymentTerms",
      "text",
      "statement.document ->> 'payment_terms'",
      "The issuer's terms; null where there are none.",
      "null",
      "free",
      { since: 4 },
    ],
    ["ReferenceInvoiceId", "text", REFERENCE, "The statement that the line corrects, or its own."],
    ["x_LineNumber", "integer", "line.number", "The line's number on the statement, from 1."],
    ["x_Quantity", "integer", "line.quantity", "Tiles, where the line charges some.", "null"],
    ["x_UnitPricePerThousand", "decimal", decimalSql("line.unit_price"), "The price of 1,000 tiles.", "null"],
  ]),
  from: `from statement_lines as line join statements as statement on statement.id = line.statement_id
    left join credit_notes as note on note.id = line.credit_note_id
    left join statements as earlier on earlier.organization_id = line.organization_id
      and earlier.month = line.belongs_to and earlier.currency = statement.currency and line.belongs_to < line.month`,
  month: "line.month",
  organization: "line.organization_id",
  key: [
    { sql: "line.statement_id", type: "uuid" },
    { sql: "line.number", type: "integer" },
  ],
  currency: "statement.currency",
  statement: "line.statement_id",
  totals: { tiles: "line.quantity", amount: "line.amount" },
};
