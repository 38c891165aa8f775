import {
  columnsOfVersion,
  decimalSql,
  defineColumns,
  latestVersion,
  periodSql,
  timeSql,
} from "./export-column.ts";
import type { ExportLayout } from "./export-layout.ts";
import type { ExportOptions } from "../../core/billing/export-options.ts";
import { FOCUS_COLUMNS, TILES_CHARGED } from "./export-focus-columns.ts";
import { BILLING_PERIOD_LAYOUT, INVOICE_DETAIL_LAYOUT } from "./export-focus-datasets.ts";
import { JOURNAL_LAYOUT, journalColumns } from "./export-journal.ts";
import { PRICES_LAYOUT } from "./export-prices.ts";

/** Nothing here can change after the month was closed: names are those that its statements keep. */
const STATEMENT_LINES = `from statement_lines as line join statements as statement on statement.id = line.statement_id`;

const STATEMENT_KEY = [
  { sql: "line.statement_id", type: "uuid" },
  { sql: "line.number", type: "integer" },
];

/**
 * The layouts of exports by name. FOCUS is the FinOps Open Cost and Usage Specification, focus.finops.org.
 *
 * A closed month exports to the same bytes for ever. A new column therefore says `{ since: N }`, where N is
 * one more than {@link EXPORT_VERSION} was; a renamed one says `{ until: N, name: "…" }`. Months keep the
 * version they were closed with.
 */
const LAYOUTS = {
  statement: {
    columns: defineColumns([
      ["statement_id", "text", "line.statement_id", "The statement that the line belongs to."],
      ["organization_id", "text", "line.organization_id", "The organization that pays."],
      [
        "organization_name",
        "text",
        "statement.organization_name",
        "Its name when the month was closed.",
        "free",
      ],
      ["period", "text", periodSql("line.month"), "The month of the statement."],
      ["line_number", "integer", "line.number", "The line's number on the statement, from 1."],
      ["kind", "text", "line.kind", "usage, correction, minimum, credit or rounding."],
      ["belongs_to", "text", periodSql("line.belongs_to"), "The month that the line is about."],
      ["link_id", "text", "line.link_id", "The share link that was used.", "null"],
      [
        "link_label",
        "text",
        "line.link_label",
        "The link's label when the month was closed.",
        "null",
        "free",
      ],
      [
        "target_id",
        "text",
        "line.target_id",
        "The item or collection that the link shares.",
        "null",
        { until: 1, name: "item_id" },
      ],
      [
        "target_name",
        "text",
        "line.target_name",
        "The target's name when the month was closed.",
        "null",
        "free",
        { until: 1, name: "item_name" },
      ],
      ["project_id", "text", "line.project_id", "The project of the link.", "null", { since: 3 }],
      [
        "project_name",
        "text",
        "line.project_name",
        "Its name when the month was closed.",
        "null",
        "free",
        { since: 3 },
      ],
      [
        "tier",
        "integer",
        "line.tier",
        "0 for the free allowance, then the tiers of the rate card from 1.",
        "null",
      ],
      ["quantity", "integer", "line.quantity", "Tiles; negative where a correction takes some back.", "null"],
      [
        "unit_price_per_thousand",
        "decimal",
        decimalSql("line.unit_price"),
        "The price of 1,000 tiles.",
        "null",
      ],
      ["amount", "decimal", decimalSql("line.amount"), "What the line costs, exactly."],
      ["currency", "text", "statement.currency", "The currency of price and amount."],
      ["rate_card_id", "text", "line.rate_card_id", "The rate card that priced the line.", "null"],
      ["credit_note_id", "text", "line.credit_note_id", "The credit note that the line gives back.", "null"],
      ["description", "text", "line.description", "The line in words.", "free"],
      [
        "tags",
        "json",
        "line.tags::text",
        "The tags of organization, project, item and link when the month was closed; the nearer one wins.",
        "null",
        { since: 4 },
      ],
    ]),
    from: STATEMENT_LINES,
    month: "line.month",
    organization: "line.organization_id",
    key: STATEMENT_KEY,
    currency: "statement.currency",
    statement: "line.statement_id",
    totals: { tiles: "line.quantity", amount: "line.amount" },
  },
  usage: {
    columns: defineColumns([
      ["organization_id", "text", "usage.organization_id", "The organization that shared."],
      ["period", "text", periodSql("usage.booked_in"), "The month that the usage is booked in."],
      ["hour", "timestamp", timeSql("usage.hour"), "The hour in which the tiles were delivered, in UTC."],
      ["link_id", "text", "usage.link_id", "The share link that was used."],
      [
        "target_id",
        "text",
        "usage.target_id",
        "The item or collection that the link shares.",
        { until: 1, name: "item_id" },
      ],
      ["tiles", "integer", "usage.tile_requests", "Delivered tiles with data: what is charged."],
      ["tile_bytes", "integer", "usage.tile_bytes", "Bytes of these tiles."],
      ["not_modified", "integer", "usage.not_modified", "Tiles that the client still held (304); free."],
      ["link_accesses", "integer", "usage.accesses", "How often the link was opened; free."],
    ]),
    from: "from usage_rollups as usage",
    onlyTable: "usage",
    month: "usage.booked_in",
    organization: "usage.organization_id",
    key: [
      { sql: "usage.hour", type: "timestamptz" },
      { sql: "usage.link_id", type: "uuid" },
      { sql: "usage.target_id", type: "uuid" },
    ],
    totals: { tiles: "usage.tile_requests", tile_bytes: "usage.tile_bytes" },
  },
  focus: {
    columns: FOCUS_COLUMNS,
    from: STATEMENT_LINES,
    month: "line.month",
    organization: "line.organization_id",
    key: STATEMENT_KEY,
    currency: "statement.currency",
    statement: "line.statement_id",
    totals: { tiles: TILES_CHARGED, amount: "line.amount" },
  },
  "focus-billing-period": BILLING_PERIOD_LAYOUT,
  "focus-invoice-detail": INVOICE_DETAIL_LAYOUT,
  prices: PRICES_LAYOUT,
  journal: JOURNAL_LAYOUT,
} as const satisfies Record<string, ExportLayout>;

/** The name of a layout. */
export type ExportLayoutName = keyof typeof LAYOUTS;

/** The names of all layouts. */
export const EXPORT_LAYOUT_NAMES = Object.keys(LAYOUTS) as readonly ExportLayoutName[];

/** The version of the layouts that months are closed with from now on. */
export const EXPORT_VERSION = latestVersion(Object.values(LAYOUTS).flatMap(({ columns }) => columns));

/** A layout as a version has it, and as the options of an export say. */
export function layoutOfVersion(
  name: ExportLayoutName,
  version: number,
  options: ExportOptions = {},
): ExportLayout {
  const layout: ExportLayout = LAYOUTS[name];
  const { focus_version: focusVersion = "1.3", journal_accounts: accounts } = options;
  const all = name === "journal" && accounts !== undefined ? journalColumns(accounts) : layout.columns;
  const columns = columnsOfVersion(all, version).filter(
    (column) => column.focusVersion === undefined || column.focusVersion === focusVersion,
  );
  return { ...layout, columns };
}
