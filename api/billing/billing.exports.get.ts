import { z } from "zod";
import { listExportFiles } from "../../storage/billing/billing-exports.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import {
  exportFilesSchema,
  exportSchema,
  presentExport,
  presentExportFiles,
} from "./present-billing-export.ts";
import { resourceId } from "../operations/schemas.ts";

export const billingExportsGet = defineOperation({
  id: "billing.exports.get",
  summary: "How far an export is, and the files that are whole.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingExportsGet",
  input: z.strictObject({ export_id: resourceId }),
  outputName: null,
  output: exportSchema.extend({ files: exportFilesSchema }),
  resources: { export: { kind: "billing_export", role: "viewer", field: "export_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { resources }) {
    const files = await listExportFiles(database, resources.export.id);
    return { ...presentExport(resources.export), files: presentExportFiles(files) };
  },
});
