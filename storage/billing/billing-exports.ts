import { newId } from "../../infra/new-id.ts";
import type { ExportFormat } from "../../core/billing/export-formats.ts";
import type { ExportOptions } from "../../core/billing/export-options.ts";
import type { Month } from "../../core/billing/month.ts";
import type { Provisional } from "../../core/exports/provisional.ts";
import { EXPORT_VERSION, type ExportLayoutName } from "./export-layouts.ts";
import type { ExportTotals } from "./export-totals.ts";
import type { RowKey } from "./export-query.ts";
import { idParameter, single, type Queryable } from "../database/database.ts";

/** An export as it is kept. */
export interface ExportRow {
  readonly id: string;
  readonly owner_organization_id: string;
  readonly organization_id: string | null;
  readonly month: Month;
  readonly layout: ExportLayoutName;
  readonly format: ExportFormat;
  /** Whether CSV files begin with a byte order mark. */
  readonly excel: boolean;
  readonly options: ExportOptions;
  /** Of a month that was not closed; null for closed months. */
  readonly provisional: Provisional | null;
  /** The version of the layout, which is the month's. */
  readonly export_version: number;
  /** Kept from the beginning, so that files are cut in the same places after a restart. */
  readonly rows_per_file: number;
  /** The entry of the books that the manifest names; null in exports of before there were entries. */
  readonly books_entry: number | null;
  /** Whether statements of the month were written after that entry: the export is without them. */
  readonly is_amended: boolean;
  /** Of the manifest as it was written; null until then. */
  readonly manifest_sha256: string | null;
  readonly status: "queued" | "running" | "completed" | "failed";
  readonly rows_total: number | null;
  readonly rows_done: number;
  readonly failure: string | null;
  readonly created_at: Date;
  readonly completed_at: Date | null;
}

/** A file of an export that is whole in the object store. */
export interface ExportFileRow {
  readonly number: number;
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly totals: ExportTotals;
  /** Null in the last file. */
  readonly last_key: RowKey | null;
}

const COLUMNS = `id, owner_organization_id, organization_id, month::text as month, layout, format, excel, options, provisional, rows_per_file, books_entry, manifest_sha256, status, rows_total, rows_done,
  failure, created_at, completed_at,
  exists (select from books_entries as later
    where later.month = billing_exports.month and later.entry > billing_exports.books_entry) as is_amended,
  coalesce(
    (select export_version from billing_periods where billing_periods.month = billing_exports.month), ${EXPORT_VERSION}) as export_version`;

/** Rows of one file: few enough for a spreadsheet, and what is repeated at most after a crash. */
const ROWS_PER_FILE = 1_000_000;

/** Keeps a new export, to be run. */
export async function insertExport(
  database: Queryable,
  values: {
    ownerOrganizationId: string;
    organizationId: string | null;
    month: Month;
    layout: ExportLayoutName;
    format: ExportFormat;
    createdBy: string;
    excel?: boolean;
    /** See `exportOptions`; without, as exports of before there were options. */
    options?: ExportOptions;
    /** Of a month that is not closed. */
    isProvisional?: boolean;
    /** At most; else {@link ROWS_PER_FILE}. */
    rowsPerFile?: number;
  },
): Promise<ExportRow> {
  return single(
    await database<ExportRow[]>`
      insert into billing_exports (id, owner_organization_id, organization_id, month, layout, format, rows_per_file, created_by, excel, options, provisional, books_entry)
      values (${newId()}, ${values.ownerOrganizationId}, ${values.organizationId}, ${values.month}::text::date, ${values.layout},
        ${values.format}, ${values.rowsPerFile ?? ROWS_PER_FILE}, ${values.createdBy}, ${values.excel ?? false}, ${database.json((values.options ?? {}) as never)},
        ${values.isProvisional === true ? database.json({}) : null},
        (select max(entry) from books_entries where month = ${values.month}::text::date and ${values.isProvisional !== true}))
      returning ${database.unsafe(COLUMNS)}`,
  );
}

/** One export. */
export async function findExport(database: Queryable, id: string): Promise<ExportRow | undefined> {
  const [row] = await database<ExportRow[]>`
    select ${database.unsafe(COLUMNS)} from billing_exports where id = ${idParameter(id)}`;
  return row;
}

/** The exports that an organization requested, the latest first. */
export async function listExports(
  database: Queryable,
  ownerOrganizationId: string,
  page: { limit: number; offset: number },
): Promise<ExportRow[]> {
  return await database<ExportRow[]>`
    select ${database.unsafe(COLUMNS)} from billing_exports where owner_organization_id = ${ownerOrganizationId}
    order by created_at desc, id limit ${page.limit} offset ${page.offset}`;
}

/** The finished exports of a closed month. */
export async function listCompletedExports(database: Queryable, month: Month): Promise<ExportRow[]> {
  return await database<ExportRow[]>`
    select ${database.unsafe(COLUMNS)} from billing_exports
    where month = ${month}::text::date and status = 'completed' and provisional is null order by id`;
}

/** Exports without progress since a time: their job was lost or gave up. */
export async function listStaleExports(database: Queryable, olderThan: Date): Promise<string[]> {
  const rows = await database<{ id: string }[]>`
    select id from billing_exports where status in ('queued', 'running') and updated_at < ${olderThan} order by id`;
  return rows.map((row) => row.id);
}

/**
 * Records the progress of an export. A completed one stays completed, even while another worker still runs
 * it.
 */
export async function updateExport(
  database: Queryable,
  id: string,
  change: {
    readonly status: ExportRow["status"];
    readonly rowsTotal?: number;
    readonly rowsDone?: number;
    readonly failure?: string | null;
    readonly manifestSha256?: string;
  },
): Promise<void> {
  await database`
    with changed as (update billing_exports set status = ${change.status}, updated_at = now(),
      rows_total = coalesce(${change.rowsTotal ?? null}, rows_total),
      rows_done = coalesce(${change.rowsDone ?? null}, rows_done),
      failure = ${change.failure ?? null},
      manifest_sha256 = ${change.manifestSha256 ?? null},
      completed_at = case when ${change.status}::text = 'completed' then coalesce(completed_at, now()) end
    where id = ${id} and status <> 'completed' returning *)
    insert into events (organization_id, type, fact, data)
    select owner_organization_id, 'export.ready', id::text, jsonb_build_object('export_id', id,
      'organization_id', organization_id, 'period', to_char(month, 'YYYY-MM'), 'layout', layout, 'format', format, 'final', provisional is null)
    from changed where status = 'completed'
    on conflict do nothing`;
}

/** Files that are whole, in order. */
export async function listExportFiles(database: Queryable, exportId: string): Promise<ExportFileRow[]> {
  return await database<ExportFileRow[]>`
    select number, name, rows, bytes, sha256, totals, last_key from billing_export_files
    where export_id = ${exportId} order by number`;
}

/** Records a complete file. Idempotent: a concurrent run of the same export writes the same bytes. */
export async function insertExportFile(
  database: Queryable,
  exportId: string,
  file: ExportFileRow,
): Promise<void> {
  await database`
    insert into billing_export_files (export_id, number, name, rows, bytes, sha256, totals, last_key)
    values (${exportId}, ${file.number}, ${file.name}, ${file.rows}, ${file.bytes}, ${file.sha256},
      ${database.json(file.totals)}, ${file.last_key === null ? null : database.json(file.last_key)})
    on conflict do nothing`;
}
