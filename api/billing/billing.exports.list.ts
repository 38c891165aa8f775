import { z } from "zod";
import { listExports } from "../../storage/billing/billing-exports.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { exportSchema, presentExport } from "./present-billing-export.ts";
import { paging } from "../operations/schemas.ts";

export const billingExportsList = defineOperation({
  id: "billing.exports.list",
  summary: "List the exports that the organization asked for, the latest first.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingExportsList",
  input: z.strictObject({ ...paging }),
  outputName: null,
  output: z.object({ exports: z.array(exportSchema) }),
  async run({ database }: Pick<Deps, "database">, page, { principal }) {
    const rows = await listExports(database, principal.organizationId, page);
    return { exports: rows.map(presentExport) };
  },
});
