import { FOCUS_DATASETS, type ExportOptions } from "../../core/billing/export-options.ts";
import { EXPORT_FORMATS } from "../../core/billing/export-formats.ts";
import { parseEntry } from "../../core/billing/books-entry.ts";
import { periodOf } from "../../core/billing/month.ts";
import type { ExportFileRow, ExportRow } from "../../storage/billing/billing-exports.ts";
import { findBooksEntryByNumber, type BooksEntryRow } from "../../storage/billing/books-entries.ts";
import type { ExportSelection } from "../../storage/billing/export-selection.ts";
import { layoutOf } from "../../storage/billing/export-query.ts";
import { addTotals } from "../../storage/billing/export-totals.ts";
import { focusMetadata } from "./focus-metadata.ts";
import type { Queryable } from "../../storage/database/database.ts";

/** The rows of an export. */
export function selectionOf(row: ExportRow): ExportSelection {
  const { layout, export_version: version, month, organization_id: organizationId } = row;
  const throughEntry = row.is_amended ? row.books_entry : null;
  const provisionalId = row.provisional === null ? null : row.id;
  return { layout, version, month, organizationId, throughEntry, options: row.options, provisionalId };
}

/** The name of a file of an export, by its number from 1. */
export function exportFileName(row: ExportRow, number: number): string {
  const { extension } = EXPORT_FORMATS[row.format];
  const scope = row.organization_id ?? "all";
  const state = row.provisional === null ? "" : "provisional-";
  return `${row.layout}-${periodOf(row.month)}-${scope}-${state}${String(number).padStart(4, "0")}.${extension}`;
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
  const books =
    row.books_entry === null ? undefined : await findBooksEntryByNumber(database, row.books_entry);
  const isDescribed = row.export_version > 1;
  return {
    export_id: row.id,
    generator: "geopera-share",
    created: row.created_at.toISOString(),
    period: periodOf(row.month),
    ...describeState(row),
    organization_id: row.organization_id,
    layout: row.layout,
    ...(isDescribed ? { layout_version: row.export_version } : {}),
    ...(row.layout in FOCUS_DATASETS ? { focus_version: row.options.focus_version ?? "1.3" } : {}),
    format: row.format,
    ...(row.excel ? { byte_order_mark: true } : {}),
    ...describeOptions(row.options),
    ...(row.books_entry === null ? {} : { books: describeBooks(books) }),
    schema: layout.columns.map(({ name, type, nullable, isFree, doc }) => ({
      name,
      type,
      nullable,
      free_text: isFree,
      ...(isDescribed ? { description: doc } : {}),
    })),
    ...(row.options.focus_version === undefined
      ? {}
      : { focus: focusMetadata(row, layout.columns, updatedAt(row, books)) }),
    rows: files.reduce((sum, file) => sum + file.rows, 0),
    totals: addTotals(files.map(({ totals }) => totals)),
    files: files.map(({ name, rows, bytes, sha256, totals }) => ({ name, rows, bytes, sha256, totals })),
  };
}

/** Whether the month can still change; exports of before months were exported while open do not say it. */
function describeState({ provisional, export_version: version }: ExportRow): object {
  if (provisional !== null) return { final: false, ...provisional };
  return version < STATED_SINCE ? {} : { final: true };
}

const STATED_SINCE = 4;

function updatedAt(row: ExportRow, books: BooksEntryRow | undefined): Date {
  const asOf = row.provisional?.as_of;
  return asOf === undefined ? (books?.made_at ?? row.created_at) : new Date(asOf);
}

/** What a reader has to know to take the files as they are meant. */
function describeOptions({
  escape_formulas: escapes,
  journal_accounts: accounts,
  charge_period: chargePeriod,
}: ExportOptions): object {
  return {
    ...(chargePeriod === undefined ? {} : { charge_period: chargePeriod }),
    ...(escapes === undefined ? {} : { escape_formulas: escapes }),
    ...(accounts === undefined ? {} : { journal_accounts: accounts }),
  };
}

/** The bytes of a manifest as text. */
export function manifestText(manifest: object): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function describeBooks(row: BooksEntryRow | undefined): object | null {
  if (row === undefined) return null;
  const { entry, sha256 } = row;
  return { entry, sha256, previous: parseEntry(row.document)?.previous ?? null };
}
