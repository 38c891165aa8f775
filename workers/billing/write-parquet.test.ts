import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { copiedRows } from "../../storage/billing/copied-rows.ts";
import type { ColumnType, ExportColumn } from "../../storage/billing/export-column.ts";
import { layoutOfVersion, type ExportLayoutName } from "../../storage/billing/export-layouts.ts";
import type { ExportFields } from "../../storage/billing/export-rows.ts";
import type { FieldForm } from "../../storage/billing/field-forms.ts";
import { binaryCopy } from "../../test/support/binary-copy.ts";
import { writeParquet } from "./write-parquet.ts";

/** Some value of each type, different by row and column; null where that is allowed. */
function cell({ type, nullable }: ExportColumn, row: number, column: number): string | null {
  if (nullable && (row * 7 + column) % 5 === 0) return null;
  switch (type) {
    case "text":
      return `t${(row * column) % 97}-ä`;
    case "json":
      return "{}";
    case "integer":
      return String(((row * 31 + column) % 1000) - 500);
    case "decimal":
      return `${row % 13}.${((row * column) % 999) + 1}`;
    case "timestamp":
      return `2026-09-0${1 + (row % 9)}T0${row % 10}:00:00Z`;
  }
}

const FORMS: Readonly<Record<ColumnType, FieldForm>> = {
  text: "text",
  json: "text",
  integer: "integer",
  decimal: "decimal",
  timestamp: "time",
};

function fieldsOf(forms: readonly FieldForm[], rows: Iterable<readonly (string | null)[]>): ExportFields {
  return {
    forms,
    places: forms.map((_form, index) => index),
    read: (readers, batchRows) => copiedRows(binaryCopy(forms, rows), readers, batchRows),
  };
}

async function digestOf(layout: ExportLayoutName, version: number): Promise<string> {
  const { columns } = layoutOfVersion(layout, version);
  function* rows() {
    for (const length of [10_000, 777]) {
      for (let row = 0; row < length; row += 1) yield columns.map((each, column) => cell(each, row, column));
    }
  }
  const hash = createHash("sha256");
  const fields = fieldsOf(
    columns.map(({ type }) => FORMS[type]),
    rows(),
  );
  for await (const bytes of writeParquet(columns, version, fields)) hash.update(bytes);
  return hash.digest("hex");
}

// A change of these bytes changes the exports of closed months, and `reconcile` no longer finds them.
test.each([
  ["usage", 2, "e09b76eebbb674dd6e446f5778ccd9b644bb6efa91aa7745e147764ecad5d536"],
  ["statement", 2, "f4519dbaa9d75443ba921a00dafafef65320218de6721255c4fe9b4905ec6654"],
  ["focus", 2, "5fe3ac505b4d4cc360bc1f65f16106d5d854db58d7677e65c4a207412b8a2e09"],
  ["usage", 3, "aabc9c81ec15b46994509ff4069a9c8cae5a37ed289bdf1c5ae7fdfd2d36b593"],
  ["statement", 3, "f68f4107e2bad2d25c6be0c78e1064d48564780483ace2561876202a1bd08a49"],
  ["focus", 3, "c1cb9e314ba38176e32186f5a5652d36d9621bdc5aed9890c065b802949a2bdf"],
] as const)("%s in version %i has the bytes that it always had", async (layout, version, sha256) => {
  expect(await digestOf(layout, version)).toBe(sha256);
});
