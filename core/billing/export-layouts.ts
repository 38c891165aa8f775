import { defineColumns, decimalSql, periodSql, timeSql, type ExportColumn } from "./export-column.ts";
import { FOCUS_COLUMNS, TILES_CHARGED } from "./focus-columns.ts";

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

/** Nothing here can change after the month was closed: names are those that its statements keep. */
const STATEMENT_LINES = `from statement_lines as line join statements as statement on statement.id = line.statement_id`;

const STATEMENT_KEY = [{ sql: "line.number", type: "integer" }];

/** The layouts of exports by name. FOCUS is the FinOps Open Cost and Usage Specification 1.3, focus.finops.org. */
export const EXPORT_LAYOUTS = {
  statement: {
    columns: defineColumns([
      ["statement_id", "text", "line.statement_id"],
      ["organization_id", "text", "line.organization_id"],
      ["organization_name", "text", "statement.organization_name", "free"],
      ["period", "text", periodSql("line.month")],
      ["line_number", "integer", "line.number"],
      ["kind", "text", "line.kind"],
      ["belongs_to", "text", periodSql("line.belongs_to")],
      ["link_id", "text", "line.link_id", "null"],
      ["link_label", "text", "line.link_label", "null", "free"],
      ["target_id", "text", "line.target_id", "null"],
      ["target_name", "text", "line.target_name", "null", "free"],
      ["tier", "integer", "line.tier", "null"],
      ["quantity", "integer", "line.quantity", "null"],
      ["unit_price_per_thousand", "decimal", decimalSql("line.unit_price"), "null"],
      ["amount", "decimal", decimalSql("line.amount")],
      ["currency", "text", "statement.currency"],
      ["rate_card_id", "text", "line.rate_card_id", "null"],
      ["credit_note_id", "text", "line.credit_note_id", "null"],
      ["description", "text", "line.description", "free"],
    ]),
    from: STATEMENT_LINES,
    month: "line.month",
    organization: "line.organization_id",
    key: STATEMENT_KEY,
    totals: { tiles: "line.quantity", amount: "line.amount" },
  },
  usage: {
    columns: defineColumns([
      ["organization_id", "text", "usage.organization_id"],
      ["period", "text", periodSql("usage.booked_in")],
      ["hour", "timestamp", timeSql("usage.hour")],
      ["link_id", "text", "usage.link_id"],
      ["target_id", "text", "usage.target_id"],
      ["tiles", "integer", "usage.tile_requests"],
      ["tile_bytes", "integer", "usage.tile_bytes"],
      ["not_modified", "integer", "usage.not_modified"],
      ["link_accesses", "integer", "usage.accesses"],
    ]),
    from: "from usage_rollups as usage",
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
    totals: { tiles: TILES_CHARGED, amount: "line.amount" },
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
