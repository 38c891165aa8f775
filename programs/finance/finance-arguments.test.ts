import { expect, test } from "vitest";
import { UsageError } from "../../infra/command-line.ts";
import { parseFinanceArguments } from "./finance-arguments.ts";

test.each([
  [["close", "2026-10"], { kind: "close", month: "2026-10-01" }],
  [["reconcile", "2026-10"], { kind: "reconcile", month: "2026-10-01", asJson: false }],
  [["reconcile", "2026-10", "--json"], { kind: "reconcile", month: "2026-10-01", asJson: true }],
  [["books", "--into", "folder"], { kind: "books", folder: "folder" }],
  [
    ["export", "2026-10"],
    {
      kind: "export",
      month: "2026-10-01",
      layout: "statement",
      format: "csv",
      excel: false,
      isProvisional: false,
      organizationId: null,
      asked: {},
    },
  ],
  [
    [
      "export",
      "2026-10",
      "--layout",
      "focus",
      "--format=parquet",
      "--organization",
      "o",
      "--focus-version",
      "1.4",
      "--escape-formulas",
      "no",
    ],
    {
      kind: "export",
      month: "2026-10-01",
      layout: "focus",
      format: "parquet",
      excel: false,
      isProvisional: false,
      organizationId: "o",
      asked: { focus_version: "1.4", escape_formulas: false },
    },
  ],
  [["draft", "2026-10"], { kind: "operation", operation: "draft", input: { period: "2026-10" } }],
  [
    ["void", "n", "--reason", "wrong"],
    { kind: "operation", operation: "void", input: { adjustment_id: "n", reason: "wrong" } },
  ],
  [
    ["adjust", "--organization", "o", "--currency", "EUR", "--amount=-1.5", "--reason", "r", "--line", "3"],
    {
      kind: "operation",
      operation: "adjust",
      input: {
        organization_id: "o",
        currency: "EUR",
        amount: "-1.5",
        reason: "r",
        line_number: 3,
        force: false,
      },
    },
  ],
  [[], { kind: "help" }],
  [["--help"], { kind: "help" }],
])("%j is understood", (args, command) => {
  expect(parseFinanceArguments(args)).toEqual(command);
});

test.each([
  [["close"]],
  [["close", "October"]],
  [["close", "2026-13"]],
  [["close", "0000-12"]],
  [["close", "2026-10", "2026-11"]],
  [["shred", "2026-09"]],
  [["draft"]],
  [["void"]],
  [["adjust", "2026-09"]],
  [["export", "2026-09", "--layout", "x"]],
  [["export", "2026-09", "--format", "toString"]],
  [["export", "2026-09", "--format", "parquet", "--excel"]],
  [["export", "2026-09", "--unknown"]],
  [["export", "2026-09", "--focus-version", "2"]],
  [["export", "2026-09", "--escape-formulas", "perhaps"]],
])("%j is wrong", (args) => {
  expect(() => parseFinanceArguments(args)).toThrow(UsageError);
});
