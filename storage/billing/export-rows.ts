import { copiedRows, type FieldReader } from "./copied-rows.ts";
import type { ExportSelection } from "./export-selection.ts";
import {
  condition,
  exportSettings,
  keyOf,
  layoutOf,
  order,
  selectRows,
  type RowKey,
  type RowSpan,
} from "./export-query.ts";
import { sentForm, type FieldForm } from "./field-forms.ts";
import type { ExportTotals } from "./export-totals.ts";
import { sourcesSql } from "../exports/export-sources.ts";
import type { Database } from "../database/database.ts";

/** How many rows there are, in all. */
export async function countExportRows(database: Database, selection: ExportSelection): Promise<number> {
  const all = { after: null, through: null };
  const [row] = await database.unsafe<{ rows: number }[]>(
    `${sourcesSql(selection)}select count(*) as rows ${layoutOf(selection).from} where ${condition(selection, all)}`,
  );
  return row?.rows ?? 0;
}

/**
 * The key of the row that is so many rows after another; null when none follows it, so that the last file is
 * never empty.
 */
export async function findRowKey(
  database: Database,
  selection: ExportSelection,
  after: RowKey | null,
  rows: number,
): Promise<RowKey | null> {
  const layout = layoutOf(selection);
  const key = keyOf(layout);
  const names = key.map(({ sql }, index) => `${sql} as key_${index}`);
  // Converts only one row to text.
  const texts = key.map(({ type }, index) =>
    type === "timestamptz" ? `to_char(key_${index}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')` : `key_${index}::text`,
  );
  const [row, next] = await database.unsafe<{ key: string[] }[]>(
    `${sourcesSql(selection)}select array[${texts.join(", ")}] as key from (
       select ${names.join(", ")} ${layout.from} where ${condition(selection, { after, through: null })}
       order by ${order(layout)} offset ${rows - 1} limit 2) as last order by ${key.map((_, index) => `key_${index}`).join(", ")}`,
  );
  return row === undefined || next === undefined ? null : row.key;
}

/** What the rows of a span sum up to: their number and the layout's totals. */
export async function sumExportRows(
  database: Database,
  selection: ExportSelection,
  span: RowSpan,
): Promise<{ rows: number; totals: ExportTotals }> {
  const layout = layoutOf(selection);
  const names = Object.keys(layout.totals);
  const sums = Object.values(layout.totals).map(
    (sql) => `trim_scale(coalesce(sum(${sql}), 0)::numeric)::text`,
  );
  const of = layout.currency ?? "null";
  const groups = await database.unsafe<{ rows: number; currency: string | null; sums: string[] }[]>(
    `${sourcesSql(selection)}select count(*) as rows, ${of}::text as currency, array[${sums.join(", ")}]::text[] as sums ${layout.from}
     where ${condition(selection, span)} group by ${of}::text order by 2`,
  );
  const totalsOf = (texts: readonly string[] = []) =>
    Object.fromEntries(names.map((name, index) => [name, texts[index] ?? "0"]));
  return {
    rows: groups.reduce((sum, group) => sum + group.rows, 0),
    totals:
      layout.currency === undefined
        ? totalsOf(groups[0]?.sums)
        : groups.map((group) => ({ currency: group.currency ?? "", ...totalsOf(group.sums) })),
  };
}

/** The rows of a span as PostgreSQL sends them in binary. */
export interface ExportFields {
  /** How each field is sent; columns that say the same are one field. */
  readonly forms: readonly FieldForm[];
  /** The field of each column. */
  readonly places: readonly number[];
  /** Reads the rows in batches, by a reader for each field; see {@link copiedRows}. */
  readonly read: (readers: readonly FieldReader[], batchRows: number) => AsyncGenerator<number>;
}

/** Prepares to read the rows of a span. */
export async function exportFields(
  database: Database,
  selection: ExportSelection,
  span: RowSpan,
): Promise<ExportFields> {
  const { columns } = layoutOf(selection);
  const names = columns.map(({ sql }) => sql);
  const { columns: types } = await database.unsafe(`${selectRows(selection, span, names)} limit 0`);
  const sent = columns.map((column, index) => sentForm(column, types[index]?.type ?? 0));
  const keys = sent.map(({ form, sql }) => `${form} ${sql}`);
  const own = [...new Set(keys)];
  const fields = own.flatMap((key) => sent[keys.indexOf(key)] ?? []);
  const rows = selectRows(
    selection,
    span,
    fields.map(({ sql }) => sql),
  );
  return {
    forms: fields.map(({ form }) => form),
    places: keys.map((key) => own.indexOf(key)),
    read: (readers, batchRows) =>
      copiedRows(
        database.copy(`copy (${rows}) to stdout (format binary)`, exportSettings(selection)),
        readers,
        batchRows,
      ),
  };
}
