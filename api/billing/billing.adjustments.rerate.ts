import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { monthAt, periodOf } from "../../core/billing/month.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { bookRerating } from "../../storage/billing/rerate-month.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { cardTerms, period, readTerms } from "./billing-schemas.ts";
import { adjustmentSchema, presentAdjustment } from "./present-billing.ts";

export const billingAdjustmentsRerate = defineOperation({
  id: "billing.adjustments.rerate",
  summary:
    "Price a closed month anew: a credit or debit note with the difference for each link and tier, on the statement of the open month. billing.rates.simulate shows it first.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  audience: "operator",
  idempotent: true,
  body: BODY_LIMITS.text,
  inputName: "BillingAdjustmentsRerate",
  input: z.strictObject({ organization_id: resourceId, period, ...cardTerms, reason: text(1, 500) }),
  audited: ["period", "currency", "mode", "free_tiles_per_month", "minimum", "tiers", "reason"],
  auditedAnswer: ["number", "amount", "booked_in", "rate_card_id"],
  outputName: "BillingAdjustment",
  output: adjustmentSchema,
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { principal }) {
    const { organization_id: organizationId, period: month, reason } = input;
    if (!(await organizationExists(database, organizationId))) {
      throw new ProblemError("not_found", "No such organization.");
    }
    const terms = readTerms(month, input);
    const request = { organizationId, month, terms, reason, createdBy: principal.id };
    const note = await bookRerating(database, { ...request, currentMonth: monthAt(clock()) });
    if (note === undefined) {
      const problem = `${periodOf(month)} is not closed for this organization, or costs the same with these prices.`;
      throw new ProblemError("conflict", problem);
    }
    return presentAdjustment(note);
  },
});
