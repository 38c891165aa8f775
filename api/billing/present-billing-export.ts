import { z } from "zod";
import { CHARGE_PERIODS } from "../../core/billing/export-options.ts";
import { periodOf } from "../../core/billing/month.ts";
import type { ExportFileRow, ExportRow } from "../../storage/billing/billing-exports.ts";
import { answeredTimestamp } from "../operations/schemas.ts";

/** An export as it is answered; files appear as they become whole. */
export const exportSchema = z.object({
  id: z.string(),
  organization_id: z.string().nullable(),
  period: z.string(),
  layout: z.string(),
  format: z.string(),
  excel: z.boolean(),
  focus_version: z.string().nullable(),
  escape_formulas: z.boolean(),
  charge_period: z.enum(CHARGE_PERIODS),
  /** False while the month can still change. */
  final: z.boolean(),
  /** The time that a provisional export is of; null until its rows were read, and for final ones. */
  as_of: answeredTimestamp.nullable(),
  status: z.enum(["queued", "running", "completed", "failed"]),
  rows_total: z.int().nullable(),
  rows_done: z.int(),
  failure: z.string().nullable(),
  created_at: answeredTimestamp,
  completed_at: answeredTimestamp.nullable(),
});

/** The files of an export as they are answered. */
export const exportFilesSchema = z.array(
  z.object({ name: z.string(), rows: z.int(), bytes: z.int(), sha256: z.string() }),
);

/** See {@link exportSchema}. */
export function presentExport(row: ExportRow): z.infer<typeof exportSchema> {
  const {
    owner_organization_id: _owner,
    rows_per_file: _rows,
    books_entry: _entry,
    is_amended: _isAmended,
    manifest_sha256: _manifest,
    export_version: _version,
    month,
    options,
    provisional,
    ...rest
  } = row;
  return {
    ...rest,
    period: periodOf(month),
    focus_version: options.focus_version ?? (row.layout === "focus" ? "1.3" : null),
    escape_formulas: row.format === "csv" && options.escape_formulas !== false,
    charge_period: options.charge_period ?? "month",
    final: provisional === null,
    as_of: provisional?.as_of ?? null,
    created_at: row.created_at.toISOString(),
    completed_at: row.completed_at?.toISOString() ?? null,
  };
}

/** See {@link exportFilesSchema}. */
export function presentExportFiles(files: readonly ExportFileRow[]): z.infer<typeof exportFilesSchema> {
  return files.map(({ name, rows, bytes, sha256 }) => ({ name, rows, bytes, sha256 }));
}
