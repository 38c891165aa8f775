import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { SchemaElement } from "hyparquet";
import type { ColumnType, ExportColumn } from "../../storage/billing/export-column.ts";
import type { ExportFields } from "../../storage/billing/export-rows.ts";
import { AMOUNT_DECIMALS } from "../../core/billing/money.ts";
import { ColumnChunkWriter } from "./parquet/column-chunk.ts";
import { ColumnValues } from "./parquet/column-values.ts";
import { DECIMAL_BYTES } from "./parquet/plain-values.ts";

/**
 * Rows of one row group: as many as fit into memory whatever the layout, and the same every time, so that the
 * bytes are.
 */
const ROW_GROUP_ROWS = 10_000;

const TYPES: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  json: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT64" },
  // Exact, and wide enough for every amount that the database can hold.
  decimal: {
    type: "FIXED_LEN_BYTE_ARRAY",
    type_length: DECIMAL_BYTES,
    converted_type: "DECIMAL",
    precision: 38,
    scale: AMOUNT_DECIMALS,
  },
  timestamp: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
};

/**
 * Since version 3 of the layouts times are marked as UTC: readers that go by the mark alone take the times of
 * before for local ones. And only times have a least and a greatest value beside each row group: readers
 * choose by time, and comparing all ids and numbers took a fifth of the work.
 */
const MARKED_SINCE = 3;
const UTC_TIME: Partial<SchemaElement> = {
  ...TYPES.timestamp,
  logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
};

/**
 * Writes rows as a Parquet file, one row group at a time. The frame of the file is that of hyparquet-writer;
 * columns are written by us (docs/decisions/0155).
 */
export async function* writeParquet(
  columns: readonly ExportColumn[],
  version: number,
  { forms, places, read }: ExportFields,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const schema = columns.map((column) => elementOf(column, version));
  const parquet = new ParquetWriter({
    writer,
    schema: [{ name: "root", num_children: columns.length }, ...schema],
    createdBy: "geopera-share",
  });
  const chunks = new ColumnChunkWriter(writer, ROW_GROUP_ROWS);
  const fields = forms.map((form) => new ColumnValues(form, ROW_GROUP_ROWS));
  for await (const rows of read(fields, ROW_GROUP_ROWS)) {
    const startsAt = writer.offset;
    const written = schema.map((element, index) => {
      const hasStatistics = version < MARKED_SINCE || element.converted_type === "TIMESTAMP_MILLIS";
      const values = fields[places[index] ?? 0];
      if (values === undefined) throw new Error(`"${element.name}" was not read`);
      return chunks.write(values, element, hasStatistics);
    });
    for (const field of fields) field.clear();
    parquet.pendingIndexes.push(...written);
    parquet.num_rows += BigInt(rows);
    parquet.row_groups.push({
      columns: written.map(({ chunk }) => chunk),
      total_byte_size: written.reduce(
        (sum, { chunk }) => sum + (chunk.meta_data?.total_uncompressed_size ?? 0n),
        0n,
      ),
      num_rows: BigInt(rows),
      total_compressed_size: BigInt(writer.offset - startsAt),
    });
    yield takeBytes(writer);
  }
  await parquet.finish();
  yield takeBytes(writer);
}

/** What was written since the last time; offsets in the file go on. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function elementOf({ name, type, nullable }: ExportColumn, version: number): SchemaElement {
  return {
    ...(type === "timestamp" && version >= MARKED_SINCE ? UTC_TIME : TYPES[type]),
    name,
    repetition_type: nullable ? "OPTIONAL" : "REQUIRED",
  };
}
