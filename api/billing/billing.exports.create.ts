import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { EXPORT_FORMATS, type ExportFormat } from "../../core/billing/export-formats.ts";
import { exportOptions, FOCUS_VERSIONS } from "../../core/billing/export-options.ts";
import { readBillingSettings } from "../../storage/billing/billing-books.ts";
import { insertExport } from "../../storage/billing/billing-exports.ts";
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
    'Export a closed month as files; organization_id may be "all" for the operator. Runs in the background.',
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
  }),
  outputName: "BillingExport",
  output: exportSchema,
  resources: { account: { kind: "billing_account", role: "viewer", field: "organization_id" } },
  async run({ database, jobs }: Pick<Deps, "database" | "jobs">, input, { resources, principal }) {
    const month = input.period;
    if (input.excel && input.format !== "csv") throw InputError.at("excel", "is for csv only");
    if (((await findPeriod(database, month))?.closed_at ?? null) === null) {
      throw new ProblemError("conflict", "This month is not closed yet; only closed months are exported.");
    }
    const { journal_accounts: accounts } = await readBillingSettings(database);
    const options = exportOptions(input.layout, input.format, input, accounts);
    if ("field" in options) throw InputError.at(options.field, options.message);
    const row = await insertExport(database, {
      ownerOrganizationId: principal.organizationId,
      organizationId: resources.account.id,
      month,
      layout: input.layout,
      format: input.format,
      excel: input.excel,
      options,
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
