import type { ExportFormat } from "../../core/billing/export-formats.ts";
import { copyExportLines } from "../../storage/billing/export-lines.ts";
import type { ExportSelection } from "../../storage/billing/export-selection.ts";
import { layoutOf, type RowSpan } from "../../storage/billing/export-query.ts";
import { exportFields } from "../../storage/billing/export-rows.ts";
import type { Database } from "../../storage/database/database.ts";
import { writeParquet } from "./write-parquet.ts";

/** The byte order mark, by which Excel knows UTF-8. */
const MARK = "\u{feff}";

/** The bytes of one export file, in constant memory. */
export function exportFileBytes(
  database: Database,
  selection: ExportSelection,
  span: RowSpan,
  { format, excel }: { readonly format: ExportFormat; readonly excel: boolean },
): AsyncIterable<Uint8Array> {
  switch (format) {
    case "csv":
      return csvBytes(database, selection, span, excel ? MARK : "");
    case "ndjson":
      return copyExportLines(database, selection, span, "ndjson");
    case "parquet":
      return parquetBytes(database, selection, span);
  }
}

async function* csvBytes(
  database: Database,
  selection: ExportSelection,
  span: RowSpan,
  mark: string,
): AsyncGenerator<Uint8Array> {
  const { columns } = layoutOf(selection);
  yield Buffer.from(`${mark}${columns.map(({ name }) => name).join(",")}\n`);
  yield* copyExportLines(database, selection, span, "csv");
}

async function* parquetBytes(
  database: Database,
  selection: ExportSelection,
  span: RowSpan,
): AsyncGenerator<Uint8Array> {
  const fields = await exportFields(database, selection, span);
  yield* writeParquet(layoutOf(selection).columns, selection.version, fields);
}
