import { defineColumns, timeSql, type ExportColumn } from "../billing/export-column.ts";
import type { ExportLayout } from "../billing/export-layout.ts";
import type { ExportSelection } from "../billing/export-selection.ts";

const [DAY] = defineColumns([
  [
    "day",
    "text",
    "line.day",
    "The day on which the tiles were delivered, in UTC; null for lines of no day.",
    "null",
  ],
]);

/** What columns of lines that are cut by day say instead. */
const BY_DAY: Readonly<Record<string, Partial<ExportColumn>>> = {
  ChargePeriodStart: {
    sql: timeSql("coalesce(line.day, line.belongs_to)"),
    doc: "The first instant of the day, or of the month that a line of no day is about.",
  },
  ChargePeriodEnd: {
    sql: timeSql("coalesce(line.day + interval '1 day', line.belongs_to + interval '1 month')"),
    doc: "The first instant after the day, or after the month.",
  },
};

/** What columns of a month that is not closed say instead. */
const PROVISIONAL: Readonly<Record<string, Partial<ExportColumn>>> = {
  BillingPeriodCreated: { doc: "The first instant of the month." },
  BillingPeriodLastUpdated: { doc: "The time that the export is of." },
  BillingPeriodStatus: { sql: "'Open'", doc: "Open: the month is not closed yet." },
  InvoiceIssueDate: { sql: "null::text", nullable: true, doc: "Null: the statement is not issued yet." },
  InvoiceIssueStatus: { sql: "'Open'", doc: "Open: the statement is not issued yet." },
};

/** A layout as an export has it: cut by day, of a month that is not closed, or as it is. */
export function variantOf(
  layout: ExportLayout,
  { options, provisionalId }: Pick<ExportSelection, "options" | "provisionalId">,
): ExportLayout {
  const isByDay = options.charge_period === "day";
  const changes = { ...(isByDay ? BY_DAY : {}), ...(provisionalId === null ? {} : PROVISIONAL) };
  const columns = layout.columns
    .map((column) => ({ ...column, ...changes[column.name] }))
    .flatMap((column) => (isByDay && column.name === "belongs_to" && DAY ? [column, DAY] : [column]));
  if (!isByDay) return { ...layout, columns };
  return { ...layout, columns, key: [...layout.key, { sql: "line.day_of_month", type: "integer" }] };
}
