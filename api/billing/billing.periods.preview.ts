import { z } from "zod";
import { CHANGE_RATIO, FINDING_KINDS } from "../../core/billing/close-preview.ts";
import { periodOf } from "../../core/billing/month.ts";
import { previewClose, type PreviewedStatement } from "../../storage/billing/preview-close.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { paging } from "../operations/schemas.ts";
import { period } from "./billing-schemas.ts";

export const billingPeriodsPreview = defineOperation({
  id: "billing.periods.preview",
  summary:
    "What closing a month now would write, and what a person should look at first: faults, tiles without a price, large changes, credits beyond charges, incomplete e-invoices. Changes nothing.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  audience: "operator",
  inputName: "BillingPeriodsPreview",
  input: z.strictObject({
    period,
    /** A change against the month before that is remarkable: 0.5 for 50 %. */
    change_ratio: z.number().min(0).max(1_000).default(CHANGE_RATIO),
    /** Only statements with findings. */
    findings_only: z.boolean().default(false),
    ...paging,
  }),
  outputName: "BillingPeriodPreview",
  output: z.object({
    period: z.string(),
    /** Statements that would be written, without those that match nothing. */
    total: z.int(),
    findings: z.int(),
    statements: z.array(
      z.object({
        organization_id: z.string(),
        currency: z.string().nullable(),
        total: z.string().nullable(),
        tiles: z.int(),
        last_total: z.string().nullable(),
        findings: z.array(z.object({ kind: z.enum(FINDING_KINDS), message: z.string() })),
      }),
    ),
  }),
  async run({ database }: Pick<Deps, "database">, input) {
    const statements: PreviewedStatement[] = [];
    let total = 0;
    let findings = 0;
    for await (const statement of previewClose(database, input.period, input.change_ratio)) {
      findings += statement.findings.length;
      if (input.findings_only && statement.findings.length === 0) continue;
      if (total >= input.offset && statements.length < input.limit) statements.push(statement);
      total += 1;
    }
    const shown = statements.map((each) => ({ ...each, findings: [...each.findings] }));
    return { period: periodOf(input.period), total, findings, statements: shown };
  },
});
