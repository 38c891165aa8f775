import {
  EXPORT_LAYOUTS,
  type ExportColumn,
  type ExportLayout,
  type ExportLayoutName,
} from "../core/billing/export-layouts.ts";
import type { Month } from "../core/billing/month.ts";
import type { Database } from "./postgres.ts";

/** The rows of one export. */
export interface ExportSelection {
  readonly layout: ExportLayoutName;
  readonly month: Month;
  /** Null: all organizations. */
  readonly organizationId: string | null;
}

/** Where a file ends: organization and the layout's own key, as text. */
export type RowKey = readonly string[];

/** The rows after one key up to and including another; null means from the beginning, or to the end. */
export interface RowSpan {
  readonly after: RowKey | null;
  readonly through: RowKey | null;
}

/** How many rows there are, in all. */
export async function countExportRows(database: Database, selection: ExportSelection): Promise<number> {
  const layout = layoutOf(selection);
  const [row] = await database.unsafe<{ rows: number }[]>(
    `select count(*) as rows ${layout.from} where ${condition(selection, layout, { after: null, through: null })}`,
  );
  return row?.rows ?? 0;
}

/** The key of the row that is so many rows after another; null when there are not that many. */
export async function findRowKey(
  database: Database,
  selection: ExportSelection,
  after: RowKey | null,
  rows: number,
): Promise<RowKey | null> {
  const layout = layoutOf(selection);
  const key = keyOf(layout);
  const names = key.map(({ sql }, index) => `${sql} as key_${index}`);
  // Only the row that is wanted is turned into text.
  const texts = key.map(({ type }, index) =>
    type === "timestamptz" ? `to_char(key_${index}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')` : `key_${index}::text`,
  );
  const [row] = await database.unsafe<{ key: string[] }[]>(
    `select array[${texts.join(", ")}] as key from (
       select ${names.join(", ")} ${layout.from} where ${condition(selection, layout, { after, through: null })}
       order by ${order(layout)} offset ${rows - 1} limit 1) as last`,
  );
  return row?.key ?? null;
}

/** What the rows of a span sum up to: their number and the layout's totals, as decimal text. */
export async function sumExportRows(
  database: Database,
  selection: ExportSelection,
  span: RowSpan,
): Promise<{ rows: number; totals: Record<string, string> }> {
  const layout = layoutOf(selection);
  const names = Object.keys(layout.totals);
  const sums = Object.values(layout.totals).map(
    (sql) => `trim_scale(coalesce(sum(${sql}), 0)::numeric)::text`,
  );
  const [row] = await database.unsafe<{ rows: number; sums: string[] }[]>(
    `select count(*) as rows, array[${sums.join(", ")}] as sums ${layout.from} where ${condition(selection, layout, span)}`,
  );
  const totals = Object.fromEntries(names.map((name, index) => [name, row?.sums[index] ?? "0"]));
  return { rows: row?.rows ?? 0, totals };
}

/** Rows of one answer of the database. */
const BATCH_ROWS = 4_000;

/** The rows as lines of text, written by PostgreSQL itself: comma-separated values without a header, or JSON objects. */
export async function* readExportLines(
  database: Database,
  selection: ExportSelection,
  span: RowSpan,
  format: "csv" | "ndjson",
): AsyncGenerator<Buffer> {
  const { columns } = layoutOf(selection);
  const line = format === "csv" ? csvLine(columns) : jsonLine(columns);
  const rows = selectRows(selection, layoutOf(selection), span);
  const query = database.unsafe(`select ${line} from (${rows}) as row`).values();
  for await (const batch of query.cursor(BATCH_ROWS)) {
    yield Buffer.from(`${batch.map(([text]) => text as string).join("\n")}\n`);
  }
}

/** RFC 4180, with line feeds; null is nothing, and no text is empty. */
function csvLine(columns: readonly ExportColumn[]): string {
  return columns
    .map(({ name, nullable, isFree }) => {
      if (isFree) return `'"' || replace("${name}", '"', '""') || '"'`;
      return nullable ? `coalesce("${name}", '')` : `"${name}"`;
    })
    .join(` || ',' || `);
}

/** A function of PostgreSQL takes at most 100 arguments. */
const MEMBERS_PER_OBJECT = 40;

function jsonLine(columns: readonly ExportColumn[]): string {
  const members = columns.map(({ name, type }) =>
    type === "integer" || type === "decimal" ? `'${name}', "${name}"::numeric` : `'${name}', "${name}"`,
  );
  const objects: string[] = [];
  for (let start = 0; start < members.length; start += MEMBERS_PER_OBJECT) {
    const some = members.slice(start, start + MEMBERS_PER_OBJECT).join(", ");
    objects.push(`left(substr(json_build_object(${some})::text, 2), -1)`);
  }
  return `'{' || ${objects.join(" || ', ' || ")} || '}'`;
}

/** The rows in batches, each row as texts in the order of the columns; memory holds one batch. */
export async function* readExportRows(
  database: Database,
  selection: ExportSelection,
  span: RowSpan,
  batchRows: number,
): AsyncGenerator<(string | null)[][]> {
  const query = database.unsafe(selectRows(selection, layoutOf(selection), span)).values();
  for await (const rows of query.cursor(batchRows)) yield rows;
}

function layoutOf({ layout }: ExportSelection): ExportLayout {
  return EXPORT_LAYOUTS[layout];
}

function keyOf(layout: ExportLayout) {
  return [{ sql: layout.organization, type: "uuid" }, ...layout.key];
}

function order(layout: ExportLayout): string {
  return keyOf(layout)
    .map(({ sql }) => sql)
    .join(", ");
}

function selectRows(selection: ExportSelection, layout: ExportLayout, span: RowSpan): string {
  const list = layout.columns.map(({ name, sql }) => `${sql} as "${name}"`).join(", ");
  return `select ${list} ${layout.from} where ${condition(selection, layout, span)} order by ${order(layout)}`;
}

/** COPY takes no parameters: every value is checked against its form before it becomes part of the query. */
function condition(selection: ExportSelection, layout: ExportLayout, span: RowSpan): string {
  const keys = `(${order(layout)})`;
  const parts = [`${layout.month} = ${literal(selection.month, "date")}`];
  if (selection.organizationId !== null) {
    parts.push(`${layout.organization} = ${literal(selection.organizationId, "uuid")}`);
  }
  if (span.after !== null) parts.push(`${keys} > ${keyLiteral(layout, span.after)}`);
  if (span.through !== null) parts.push(`${keys} <= ${keyLiteral(layout, span.through)}`);
  return parts.join(" and ");
}

function keyLiteral(layout: ExportLayout, key: RowKey): string {
  return `(${keyOf(layout)
    .map(({ type }, index) => literal(key[index] ?? "", type))
    .join(", ")})`;
}

const FORMS: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  date: (text) => /^\d{4}-\d{2}-01$/.test(text),
  integer: (text) => /^\d{1,9}$/.test(text),
  timestamptz: (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text),
};

function literal(text: string, type: string): string {
  if (FORMS[type]?.(text) !== true) throw new Error(`"${text}" is no ${type}`);
  return `'${text}'::${type}`;
}
