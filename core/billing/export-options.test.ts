import { expect, test } from "vitest";
import { exportOptions } from "./export-options.ts";
import { JOURNAL_ACCOUNTS } from "./journal-accounts.ts";

const options = (layout: string, format: string, asked: Parameters<typeof exportOptions>[2] = {}) =>
  exportOptions(layout, format, asked, JOURNAL_ACCOUNTS);

test("FOCUS keeps the spelling of texts, other layouts are harmless in spreadsheets", () => {
  expect(options("focus", "csv")).toEqual({ focus_version: "1.3", escape_formulas: false });
  expect(options("statement", "csv")).toEqual({ escape_formulas: true });
  expect(options("statement", "csv", { escape_formulas: false })).toEqual({ escape_formulas: false });
  expect(options("focus", "parquet", { focus_version: "1.4" })).toEqual({ focus_version: "1.4" });
});

test("a version that a dataset does not have, and spelling without csv, are refused", () => {
  expect(options("focus-invoice-detail", "csv", { focus_version: "1.3" })).toMatchObject({
    field: "focus_version",
  });
  expect(options("usage", "csv", { focus_version: "1.4" })).toMatchObject({ field: "focus_version" });
  expect(options("focus", "ndjson", { escape_formulas: true })).toMatchObject({ field: "escape_formulas" });
});

test("a journal has its accounts", () => {
  expect(options("journal", "parquet")).toEqual({ journal_accounts: JOURNAL_ACCOUNTS });
});
