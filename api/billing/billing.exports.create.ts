import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { EXPORT_FORMATS, type ExportFormat } from "../../core/billing/export-formats.ts";
import { CHARGE_PERIODS, exportOptions, FOCUS_VERSIONS } from "../../core/billing/export-options.ts";
import { readBillingSettings } from "../../storage/billing/billing-books.ts";
import { insertExport } from "../../storage/billing/billing-exports.ts";
import { monthAt } from "../../core/billing/month.ts";
import { findPeriod } from "../../storage/billing/billing-periods.ts";
import { EXPORT_LAYOUT_NAMES } from "../../storage/billing/export-layouts.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { exportSchema, presentExport } from "./present-billing-export.ts";
import { resourceId } from "../operations/schemas.ts";
import { period } from "./billing-schemas.ts";

const formats = Object.keys(EXPORT_FORMATS) as [ExportFormat, ...ExportFormat[]];

export const billingExportsCreate = defineOperation({
  id: "billing.exports.create",
  summary:
    'Export a month as files, in the background; organization_id may be "all" for the operator. An open month needs provisional.',
  scope: "billing:read",
  sideEffect: "export",
  bearer: "required",
  idempotent: true,
  inputName: "BillingExportsCreate",
  input: z.strictObject({
    organization_id: resourceId,
    period,
    layout: z.enum(EXPORT_LAYOUT_NAMES).default("statement"),
    format: z.enum(formats).default("csv"),
    /** CSV with a byte order mark, so that Excel reads UTF-8 without asking. */
    excel: z.boolean().default(false),
    /** Of FOCUS layouts; 1.3 by default where a dataset has it. */
    focus_version: z.enum(FOCUS_VERSIONS).optional(),
    /**
     * CSV with an apostrophe before texts that spreadsheets take for formulas. By default true, but not for
     * FOCUS, which keeps the spelling.
     */
    escape_formulas: z.boolean().optional(),
    /** `day` cuts lines of usage by day, in statement and focus: by default in open months only. */
    charge_period: z.enum(CHARGE_PERIODS).optional(),
    provisional: z.boolean().default(false).meta({
      description: "Export a month that is not closed as it is now. Of a closed month the export is final.",
    }),
  }),
  outputName: "BillingExport",
  output: exportSchema,
  resources: { account: { kind: "billing_account", role: "viewer", field: "organization_id" } },
  async run(
    { database, jobs, clock }: Pick<Deps, "database" | "jobs" | "clock">,
    input,
    { resources, principal },
  ) {
    const month = input.period;
    if (input.excel && input.format !== "csv") throw InputError.at("excel", "is for csv only");
    const isOpen = ((await findPeriod(database, month))?.closed_at ?? null) === null;
    if (isOpen && !input.provisional) {
      throw new ProblemError(
        "conflict",
        "This month is not closed yet; provisional: true exports it as it is.",
      );
    }
    if (month > monthAt(clock())) throw InputError.at("period", "has not begun yet");
    const { journal_accounts: accounts } = await readBillingSettings(database);
    const options = exportOptions(input.layout, input.format, input, accounts, isOpen);
    if ("field" in options) throw InputError.at(options.field, options.message);
    const row = await insertExport(database, {
      ownerOrganizationId: principal.organizationId,
      organizationId: resources.account.id,
      month,
      layout: input.layout,
      format: input.format,
      excel: input.excel,
      options,
      isProvisional: isOpen,
      createdBy: principal.id,
    });
    await jobs.enqueue(
      "billing.export",
      { exportId: row.id },
      { deduplicationId: row.id, organizationId: principal.organizationId },
    );
    return presentExport(row);
  },
});
