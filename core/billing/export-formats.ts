/** The formats of export files, with the ending of their names and their media type. */
export const EXPORT_FORMATS = {
  csv: { extension: "csv", contentType: "text/csv; charset=utf-8" },
  ndjson: { extension: "ndjson", contentType: "application/x-ndjson" },
  parquet: { extension: "parquet", contentType: "application/vnd.apache.parquet" },
} as const satisfies Record<string, { extension: string; contentType: string }>;

/** One of {@link EXPORT_FORMATS}. */
export type ExportFormat = keyof typeof EXPORT_FORMATS;
