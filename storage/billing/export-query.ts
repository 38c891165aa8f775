import type { ExportSelection } from "./export-selection.ts";
import type { ExportLayout } from "./export-layout.ts";
import { layoutOfVersion } from "./export-layouts.ts";
import { sourcesSql } from "../exports/export-sources.ts";
import { variantOf } from "../exports/export-variants.ts";

/** Where a file ends: organization and the layout's own key, as text. */
export type RowKey = readonly string[];

/** The rows after one key up to and including another; null means from the beginning, or to the end. */
export interface RowSpan {
  readonly after: RowKey | null;
  readonly through: RowKey | null;
}

/** The layout of a selection. */
export function layoutOf(selection: ExportSelection): ExportLayout {
  const { layout, version, options } = selection;
  return variantOf(layoutOfVersion(layout, version, options), selection);
}

/** The columns that name a row of a month, organizations first, with their SQL types. */
export function keyOf(layout: ExportLayout): readonly { readonly sql: string; readonly type: string }[] {
  return layout.organization === null
    ? layout.key
    : [{ sql: layout.organization, type: "uuid" }, ...layout.key];
}

/** The order of an export. */
export function order(layout: ExportLayout): string {
  return keyOf(layout)
    .map(({ sql }) => sql)
    .join(", ");
}

/** A query of expressions over the rows of a span, in the order of the export. */
export function selectRows(
  selection: ExportSelection,
  span: RowSpan,
  expressions: readonly string[],
): string {
  const { from, onlyTable, ...layout } = layoutOf(selection);
  const rows = `${from} where ${condition(selection, span)}`;
  const sorted = order({ from, ...layout });
  const source =
    onlyTable === undefined
      ? rows
      : `from (select ${onlyTable}.* ${rows} order by ${sorted} offset 0) as ${onlyTable}`;
  return `${sourcesSql(selection)}select ${expressions.join(", ")} ${source} order by ${sorted}`;
}

/**
 * What holds in PostgreSQL while it sends rows. The order of a table's keys is that of an index, by which it
 * would read usage: but the rows of a month lie there by time, and each would be another page. Lines of
 * statements lie in their order. It would sort them with all that is made of them, in several processes.
 */
export function exportSettings(selection: ExportSelection): Readonly<Record<string, string>> {
  const isSorted = layoutOf(selection).onlyTable !== undefined;
  return { work_mem: "64MB", [isSorted ? "enable_indexscan" : "enable_sort"]: "off" };
}

/**
 * What holds for the rows of a span. COPY takes no parameters: every value is checked against its form before
 * it becomes part of the query.
 */
export function condition(selection: ExportSelection, span: RowSpan): string {
  const layout = layoutOf(selection);
  const keys = `(${order(layout)})`;
  const parts = [`${layout.month} = ${literal(selection.month, "date")}`];
  if (selection.organizationId !== null && layout.organization !== null) {
    parts.push(`${layout.organization} = ${literal(selection.organizationId, "uuid")}`);
  }
  if (layout.statement !== undefined && selection.throughEntry !== null) {
    const entry = literal(String(selection.throughEntry), "integer");
    parts.push(`${layout.statement} in (select statement_id from statement_digests where entry <= ${entry})`);
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
