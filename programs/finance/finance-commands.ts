import { exportOptions } from "../../core/billing/export-options.ts";
import { readBillingSettings } from "../../storage/billing/billing-books.ts";
import { CHANGE_RATIO } from "../../core/billing/close-preview.ts";
import { monthAt, monthStartMs, nextMonth, periodOf, type Month } from "../../core/billing/month.ts";
import { insertExport, listExportFiles } from "../../storage/billing/billing-exports.ts";
import { findBillingOperator, organizationExists } from "../../storage/accounts/organizations.ts";
import { closePeriod, findPeriod } from "../../storage/billing/billing-periods.ts";
import { previewClose } from "../../storage/billing/preview-close.ts";
import { exportObjectKey, MANIFEST_NAME } from "../../storage/billing/export-objects.ts";
import { listStatements } from "../../storage/billing/statements.ts";
import type { FinanceCommand } from "./finance-arguments.ts";
import { callOperation } from "./call-operation.ts";
import { noteCommand } from "./note-command.ts";
import { refuse, type FinanceParts } from "./finance-parts.ts";
import { reconcileMonth } from "./reconcile-month.ts";
import { writeDocument } from "./write-document.ts";
import { writeBooks } from "./write-books.ts";
import { runExport } from "../../workers/billing/run-export.ts";
import { formatTable, progressBar } from "../../infra/terminal.ts";

/** A command that does something. */
export type RunnableCommand = Exclude<FinanceCommand, { kind: "help" }>;

/** Carries a command out; resolves to the exit code. */
export async function runFinanceCommand(parts: FinanceParts, command: RunnableCommand): Promise<0 | 1> {
  switch (command.kind) {
    case "close":
      return await closeMonth(parts, command.month);
    case "preview":
      return await previewMonth(parts, command.month);
    case "export":
      return await exportMonth(parts, command);
    case "reconcile":
      return await reconcileMonth(parts, command);
    case "operation":
      return await callOperation(parts, command);
    case "document":
      return await writeDocument(parts, command);
    case "books":
      return await writeBooks(parts, command.folder);
  }
}

async function closeMonth({ database, nowMs, print, progress }: FinanceParts, month: Month): Promise<0 | 1> {
  if (nowMs < monthStartMs(nextMonth(month))) return refuse(print, `${periodOf(month)} has not ended yet.`);
  const period = await closePeriod(database, month, "npm run finance", (done, total) =>
    progress(progressBar("statements", done, total)),
  );
  progress("");
  await noteCommand(database, "billing.periods.close", {
    period: periodOf(month),
    statements: String(period.statements),
    books: JSON.stringify(period.books),
  });
  const closedAt = period.closed_at?.toISOString() ?? "";
  print(`${periodOf(month)} is closed since ${closedAt} (by ${period.closed_by ?? "unknown"}).\n`);
  if (period.books !== null)
    print(`Entry ${period.books.entry} of the books, SHA-256 ${period.books.sha256}\n`);
  print("\n");
  const page = { limit: 1_000_000, offset: 0 };
  const statements = await listStatements(database, { organizationId: null, month }, page);
  print(
    formatTable(
      ["organization", "tiles", "lines", "total", ""],
      statements.map((row) => [
        row.organization_id,
        row.tiles.toLocaleString("en"),
        String(row.line_count),
        row.total,
        row.currency,
      ]),
    ),
  );
  for (const { organization_id: id, fault } of period.open_accounts) {
    print(`\nNo statement for organization ${id}: ${fault}. Mend it and close the month again.\n`);
  }
  return period.open_accounts.length === 0 ? 0 : 1;
}

async function previewMonth({ database, print }: FinanceParts, month: Month): Promise<0 | 1> {
  const rows: string[][] = [];
  let findings = 0;
  for await (const each of previewClose(database, month, CHANGE_RATIO)) {
    findings += each.findings.length;
    const { organization_id: id, tiles, total, last_total: last, currency } = each;
    const remarks = each.findings.map(({ kind, message }) => `${kind}: ${message}`).join("; ");
    rows.push([id, tiles.toLocaleString("en"), last ?? "", total ?? "", currency ?? "", remarks]);
  }
  print(formatTable(["organization", "tiles", "last month", "total", "", "look at"], rows));
  print(`\n${periodOf(month)}: ${rows.length} statements, ${findings} to look at. Nothing was changed.\n`);
  return findings === 0 ? 0 : 1;
}

async function exportMonth(
  { database, objectStore, nowMs, print, progress }: FinanceParts,
  command: Extract<RunnableCommand, { kind: "export" }>,
): Promise<0 | 1> {
  const { month, layout, format, excel, organizationId, asked } = command;
  if (month > monthAt(nowMs)) return refuse(print, `${periodOf(month)} has not begun yet.`);
  const period = await findPeriod(database, month);
  const isOpen = (period?.closed_at ?? null) === null;
  if (isOpen && !command.isProvisional)
    return refuse(print, `${periodOf(month)} is not closed; close it first, or export it --provisional.`);
  if (organizationId !== null && !(await organizationExists(database, organizationId))) {
    return refuse(print, `There is no organization ${organizationId}.`);
  }
  const operatorId = await findBillingOperator(database);
  if (operatorId === undefined) return refuse(print, "No organization operates billing.");
  const { journal_accounts: accounts } = await readBillingSettings(database);
  const options = exportOptions(layout, format, asked, accounts, isOpen);
  if ("field" in options) {
    return refuse(print, `--${options.field.replace("_", "-")} ${options.message}.`);
  }
  await noteCommand(database, "billing.exports.create", {
    period: periodOf(month),
    layout,
    format,
    organization_id: organizationId ?? "all",
  });
  const { id } = await insertExport(database, {
    ownerOrganizationId: operatorId,
    organizationId,
    month,
    layout,
    format,
    excel,
    options,
    isProvisional: isOpen,
    createdBy: "npm run finance",
  });
  const onProgress = (done: number, total: number) => progress(progressBar("rows", done, total));
  await runExport({ database, objectStore, onProgress }, id);
  progress("");
  const files = await listExportFiles(database, id);
  print(`Export ${id} is complete. In the object store:\n\n`);
  print(
    formatTable(
      ["file", "rows", "bytes", "SHA-256"],
      files.map((file) => [
        exportObjectKey(id, file.name),
        file.rows.toLocaleString("en"),
        file.bytes.toLocaleString("en"),
        file.sha256,
      ]),
    ),
  );
  print(`\nDescribed by ${exportObjectKey(id, MANIFEST_NAME)}\n`);
  return 0;
}
