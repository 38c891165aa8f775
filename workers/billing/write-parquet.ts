import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { SchemaElement } from "hyparquet";
import type { ColumnType, ExportColumn } from "../../storage/billing/export-column.ts";
import { AMOUNT_DECIMALS, parseDecimal } from "../../core/billing/money.ts";

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
    type_length: 16,
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

const PARSERS: Readonly<Record<ColumnType, (text: string) => unknown>> = {
  text: (text) => text,
  json: (text) => text,
  integer: BigInt,
  decimal: (text) => {
    const value = parseDecimal(text, AMOUNT_DECIMALS);
    if (value === undefined) throw new Error(`"${text}" is no amount`);
    return value;
  },
  timestamp: (text) => BigInt(Date.parse(text)),
};

/** The values of a column. Rows are in order, so that most texts are those of the row before. */
function parseColumn(rows: readonly (string | null)[][], index: number, type: ColumnType): unknown[] {
  const parse = PARSERS[type];
  let lastText: string | null = null;
  let last: unknown = null;
  return rows.map((row) => {
    const text = row[index] ?? null;
    if (text === lastText) return last;
    lastText = text;
    last = text === null ? null : parse(text);
    return last;
  });
}

/**
 * Writes rows of texts as a Parquet file, one row group at a time. hyparquet-writer is plain JavaScript
 * without dependencies of its own, keeps decimals exact and hands out its bytes after each row group.
 */
export async function* writeParquet(
  columns: readonly ExportColumn[],
  version: number,
  read: (batchRows: number) => AsyncIterable<(string | null)[][]>,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: schemaOf(columns, version),
    createdBy: "geopera-share",
  });
  for await (const rows of read(ROW_GROUP_ROWS)) {
    const columnData = columns.map(({ name, type }, index) => ({
      name,
      data: parseColumn(rows, index, type),
      statistics: version < MARKED_SINCE || type === "timestamp",
    }));
    await parquet.write({ columnData, rowGroupSize: ROW_GROUP_ROWS });
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

function schemaOf(columns: readonly ExportColumn[], version: number): SchemaElement[] {
  const typeOf = (type: ColumnType) =>
    type === "timestamp" && version >= MARKED_SINCE ? UTC_TIME : TYPES[type];
  return [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, type, nullable }): SchemaElement => ({
      ...typeOf(type),
      name,
      repetition_type: nullable ? "OPTIONAL" : "REQUIRED",
    })),
  ];
}
