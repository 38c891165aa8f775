import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { SchemaElement } from "hyparquet";
import type { TextColumns } from "../../storage/billing/copied-columns.ts";
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

/** The values of a batch: a text that comes again, in whichever column, is the same value again. */
type Parser = (text: string) => unknown;

function parserOf(parse: Parser): Parser {
  const known = new Map<string, unknown>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = parse(text)));
    return value;
  };
}

function parseUnscaled(text: string): bigint {
  const value = parseDecimal(text, AMOUNT_DECIMALS);
  if (value === undefined) throw new Error(`"${text}" is no amount`);
  return value;
}

/** A decimal as Parquet holds it: 16 bytes, the highest first. */
function parseBytes(text: string): Uint8Array {
  const value = parseUnscaled(text);
  const bytes = new DataView(new ArrayBuffer(16));
  bytes.setBigInt64(0, BigInt.asIntN(64, value >> 64n));
  bytes.setBigUint64(8, BigInt.asUintN(64, value));
  return new Uint8Array(bytes.buffer);
}

/** Null for texts, which are written as they are. */
function parsersOf(version: number): Readonly<Record<ColumnType, Parser | null>> {
  return {
    text: null,
    json: null,
    integer: BigInt,
    decimal: parserOf(version < MARKED_SINCE ? parseUnscaled : parseBytes),
    timestamp: parserOf((text) => BigInt(Date.parse(text))),
  };
}

/** The values of a column. Rows are in order, so that most texts are those of the row before. */
function parseColumn(texts: readonly (string | null)[], parse: Parser): unknown[] {
  let lastText: string | null = null;
  let last: unknown = null;
  return texts.map((text) => {
    if (text === lastText) return last;
    lastText = text;
    last = text === null ? null : parse(text);
    return last;
  });
}

/** Columns may be the same array, which is parsed once. */
function parseColumns(
  batch: TextColumns,
  columns: readonly ExportColumn[],
  version: number,
): readonly unknown[][] {
  const parsers = parsersOf(version);
  const known = new Map<readonly (string | null)[], unknown[]>();
  return columns.map(({ type }, index) => {
    const texts = batch[index] ?? [];
    const parse = parsers[type];
    if (parse === null) return texts;
    const values = known.get(texts) ?? parseColumn(texts, parse);
    known.set(texts, values);
    return values;
  });
}

/**
 * Writes columns of texts as a Parquet file, one row group at a time. hyparquet-writer is plain JavaScript
 * without dependencies of its own, keeps decimals exact and hands out its bytes after each row group.
 */
export async function* writeParquet(
  columns: readonly ExportColumn[],
  version: number,
  read: (batchRows: number) => AsyncIterable<TextColumns>,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const schema = schemaOf(columns, version);
  const parquet = new ParquetWriter({
    writer,
    schema: version < MARKED_SINCE ? schema : schema.map(asBytes),
    createdBy: "geopera-share",
  });
  for await (const batch of read(ROW_GROUP_ROWS)) {
    const values = parseColumns(batch, columns, version);
    const columnData = columns.map(({ name, type }, index) => ({
      name,
      data: values[index] ?? [],
      statistics: version < MARKED_SINCE || type === "timestamp",
    }));
    await parquet.write({ columnData, rowGroupSize: ROW_GROUP_ROWS });
    yield takeBytes(writer);
  }
  parquet.schema = schema;
  await parquet.finish();
  yield takeBytes(writer);
}

/**
 * The library makes the bytes of a decimal anew for every value, which took longer than all else. It is
 * handed ours while rows are written, and the whole schema for the end of the file.
 */
function asBytes(element: SchemaElement): SchemaElement {
  if (element.converted_type !== "DECIMAL") return element;
  const { converted_type: _type, precision: _precision, scale: _scale, ...rest } = element;
  return rest;
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
