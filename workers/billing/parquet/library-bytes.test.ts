import { parquetReadObjects, type SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { expect, test } from "vitest";
import { AMOUNT_DECIMALS, parseDecimal } from "../../../core/billing/money.ts";
import { copiedRows } from "../../../storage/billing/copied-rows.ts";
import { defineColumns, type ColumnType, type ExportColumn } from "../../../storage/billing/export-column.ts";
import type { FieldForm } from "../../../storage/billing/field-forms.ts";
import { binaryCopy } from "../../../test/support/binary-copy.ts";
import { writeParquet } from "../write-parquet.ts";

const GROUP_ROWS = 10_000;

/** A column of each kind that is hard on a writer: how PostgreSQL sends it, and its value in a row. */
const KINDS: readonly (readonly [
  name: string,
  type: ColumnType,
  form: FieldForm,
  value: (row: number) => string | null,
])[] = [
  ["same", "text", "text", () => "the same in every row"],
  ["none", "text", "text", () => null],
  ["empty", "text", "text", (row) => (row % 3 === 0 ? "" : null)],
  ["different", "text", "text", (row) => `${row} 🗺️ Zürich \\N\t"'\n`],
  ["comes again", "text", "text", (row) => `ü${row % 700}${"漢😀".repeat(row % 7)}`],
  // Half of the bytes, so that UTF-16 units decide.
  ["near the limit", "text", "text", (row) => `é${row % 4_600}`],
  ["rare", "text", "text", (row) => (row % GROUP_ROWS === 4_321 ? "once in a row group" : null)],
  ["long", "text", "text", (row) => (row % 400 === 7 ? `${row}${"长".repeat(60_000)}` : String(row))],
  ["id", "text", "uuid", (row) => `0192f0c1-${String(row % 3_000).padStart(4, "0")}-7abc-8def-0123456789ab`],
  ["own id", "text", "uuid", (row) => `ffffffff-0000-4000-8000-${String(row * 7).padStart(12, "0")}`],
  ["document", "json", "text", (row) => (row % 2 === 0 ? `{"row": ${row % 5}}` : null)],
  ["count", "integer", "integer", (row) => String((row % 9) - 4)],
  ["number", "integer", "integer", (row) => String(BigInt(row) * 400_000_000_000_001n - 2n ** 62n)],
  [
    "greatest",
    "integer",
    "integer",
    (row) => (row % 2 === 0 ? String(2n ** 63n - 1n) : String(-(2n ** 63n))),
  ],
  [
    "price",
    "decimal",
    "decimal",
    (row) => ["0", "0.000000000001", "-0.4567", "12000", "0.30"][row % 5] ?? null,
  ],
  [
    "amount",
    "decimal",
    "decimal",
    (row) => (row % 11 === 0 ? null : `${row % 2 === 0 ? "-" : ""}${row}99999999.${row + 1}`),
  ],
  [
    "hour",
    "timestamp",
    "time",
    (row) => `2026-09-${String(1 + (row % 30)).padStart(2, "0")}T0${row % 10}:00:00Z`,
  ],
  ["due", "timestamp", "time text", (row) => (row % 6 === 0 ? null : `1999-12-31T23:59:${10 + (row % 50)}Z`)],
];

const COLUMNS = defineColumns(KINDS.map(([name, type]) => [name, type, "null", "", "null"]));

const tableOf = (rows: number) =>
  Array.from({ length: rows }, (_each, row) => KINDS.map(([, , , value]) => value(row)));

async function ourBytes(table: readonly (readonly (string | null)[])[], pieceBytes: number): Promise<Buffer> {
  const forms = KINDS.map(([, , form]) => form);
  const parts: Uint8Array[] = [];
  const bytes = writeParquet(COLUMNS, 4, {
    forms,
    places: KINDS.map((_kind, index) => index),
    read: (readers, batchRows) => copiedRows(binaryCopy(forms, table, pieceBytes), readers, batchRows),
  });
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

function valueOf({ type }: ExportColumn, text: string | null): unknown {
  if (text === null || type === "text" || type === "json") return text;
  if (type === "integer") return BigInt(text);
  return type === "decimal" ? parseDecimal(text, AMOUNT_DECIMALS) : BigInt(Date.parse(text));
}

/** What hyparquet-writer makes of the same rows, given a value at a time. */
async function libraryBytes(table: readonly (readonly (string | null)[])[]): Promise<Uint8Array> {
  const types: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
    text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
    json: { type: "BYTE_ARRAY", converted_type: "UTF8" },
    integer: { type: "INT64" },
    decimal: {
      type: "FIXED_LEN_BYTE_ARRAY",
      type_length: 16,
      converted_type: "DECIMAL",
      precision: 38,
      scale: AMOUNT_DECIMALS,
    },
    timestamp: {
      type: "INT64",
      converted_type: "TIMESTAMP_MILLIS",
      logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
    },
  };
  const writer = new ByteWriter();
  const schema = COLUMNS.map(({ name, type }) => ({
    ...types[type],
    name,
    repetition_type: "OPTIONAL" as const,
  }));
  const parquet = new ParquetWriter({
    writer,
    schema: [{ name: "root", num_children: schema.length }, ...schema],
    createdBy: "geopera-share",
  });
  if (table.length > 0) {
    const columnData = COLUMNS.map((column, index) => ({
      name: column.name,
      data: table.map((row) => valueOf(column, row[index] ?? null)),
      statistics: column.type === "timestamp",
    }));
    await parquet.write({ columnData, rowGroupSize: GROUP_ROWS });
  }
  await parquet.finish();
  return writer.getBytes();
}

test.each([
  [0, 65_536],
  [1, 1],
  [2, 7],
  [9, 13],
  [1_003, 1_000],
  [20_001, 65_536],
])("%i rows, read in pieces of %i bytes, are the bytes of hyparquet-writer", async (rows, pieceBytes) => {
  const table = tableOf(rows);
  const ours = await ourBytes(table, pieceBytes);
  expect(Buffer.compare(ours, await libraryBytes(table))).toBe(0);
});

test("every value is read back as it was, in every row group", async () => {
  const table = tableOf(10_500);
  const bytes = await ourBytes(table, 65_536);
  const file = new Uint8Array(bytes).buffer;
  const read = await parquetReadObjects({ file });
  expect(read).toHaveLength(table.length);
  for (const [row, values] of read.entries()) {
    for (const [index, { name, type }] of COLUMNS.entries()) {
      const text = table[row]?.[index] ?? null;
      const said = values[name];
      if (text === null) expect(said ?? null).toBeNull();
      else if (type === "timestamp") expect((said as Date).toISOString()).toBe(text.replace("Z", ".000Z"));
      else if (type === "decimal") expect(said).toBeCloseTo(Number(text));
      else if (String(said) !== text) expect(said).toBe(text);
    }
  }
});
