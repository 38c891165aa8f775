import { EXPORT_FORMATS } from "../../core/billing/export-formats.ts";
import { parseEntry } from "../../core/billing/books-entry.ts";
import { periodOf } from "../../core/billing/month.ts";
import type { ExportFileRow, ExportRow } from "../../storage/billing/billing-exports.ts";
import { findBooksEntryByNumber } from "../../storage/billing/books-entries.ts";
import { layoutOf, type ExportSelection } from "../../storage/billing/export-query.ts";
import { addTotals } from "../../storage/billing/export-totals.ts";
import type { Queryable } from "../../storage/database/database.ts";

/** The rows of an export. */
export function selectionOf(row: ExportRow): ExportSelection {
  const { layout, export_version: version, month, organization_id: organizationId } = row;
  const throughEntry = row.is_amended ? row.books_entry : null;
  return { layout, version, month, organizationId, throughEntry };
}

/** The name of a file of an export, by its number from 1. */
export function exportFileName(row: ExportRow, number: number): string {
  const { extension } = EXPORT_FORMATS[row.format];
  const scope = row.organization_id ?? "all";
  return `${row.layout}-${periodOf(row.month)}-${scope}-${String(number).padStart(4, "0")}.${extension}`;
}

/**
 * What the manifest of an export says. Exports of before closed months had entries in the books name none:
 * their manifests stay as they were written.
 */
export async function describeExport(
  database: Queryable,
  row: ExportRow,
  files: readonly ExportFileRow[],
): Promise<object> {
  const layout = layoutOf(selectionOf(row));
  const isDescribed = row.export_version > 1;
  return {
    export_id: row.id,
    generator: "geopera-share",
    created: row.created_at.toISOString(),
    period: periodOf(row.month),
    organization_id: row.organization_id,
    layout: row.layout,
    ...(isDescribed ? { layout_version: row.export_version } : {}),
    ...(row.layout === "focus" ? { focus_version: "1.3" } : {}),
    format: row.format,
    ...(row.excel ? { byte_order_mark: true } : {}),
    ...(row.books_entry === null ? {} : { books: await describeBooks(database, row.books_entry) }),
    schema: layout.columns.map(({ name, type, nullable, isFree, doc }) => ({
      name,
      type,
      nullable,
      free_text: isFree,
      ...(isDescribed ? { description: doc } : {}),
    })),
    rows: files.reduce((sum, file) => sum + file.rows, 0),
    totals: addTotals(files.map(({ totals }) => totals)),
    files: files.map(({ name, rows, bytes, sha256, totals }) => ({ name, rows, bytes, sha256, totals })),
  };
}

/** The bytes of a manifest as text. */
export function manifestText(manifest: object): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

async function describeBooks(database: Queryable, number: number): Promise<object | null> {
  const row = await findBooksEntryByNumber(database, number);
  if (row === undefined) return null;
  const { entry, sha256 } = row;
  return { entry, sha256, previous: parseEntry(row.document)?.previous ?? null };
}
