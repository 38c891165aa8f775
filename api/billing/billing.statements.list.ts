import { z } from "zod";
import { CURRENCIES } from "../../core/billing/currencies.ts";
import { periodOf } from "../../core/billing/month.ts";
import { listStatements } from "../../storage/billing/statements.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { period } from "./billing-schemas.ts";
import { answeredTimestamp, paging, resourceId } from "../operations/schemas.ts";

export const billingStatementsList = defineOperation({
  id: "billing.statements.list",
  summary: 'List closed statements, the latest month first; organization_id may be "all" for the operator.',
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingStatementsList",
  input: z.strictObject({
    organization_id: resourceId,
    period: period.optional(),
    currency: z.enum(CURRENCIES).optional(),
    ...paging,
  }),
  outputName: null,
  output: z.object({
    statements: z.array(
      z.object({
        id: z.string(),
        organization_id: z.string(),
        period: z.string(),
        currency: z.string(),
        total: z.string(),
        tiles: z.int(),
        line_count: z.int(),
        created_at: answeredTimestamp,
      }),
    ),
  }),
  resources: { account: { kind: "billing_account", role: "viewer", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const filter = { organizationId: resources.account.id, month: input.period, currency: input.currency };
    const rows = await listStatements(database, filter, input);
    return {
      statements: rows.map(({ month, created_at, ...row }) => ({
        ...row,
        period: periodOf(month),
        created_at: created_at.toISOString(),
      })),
    };
  },
});
