import { z } from "zod";
import { approvePeriod } from "../../storage/billing/billing-periods.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { namePeriodFault } from "./name-period-fault.ts";
import { billingPeriodSchema, presentPeriod } from "./present-billing.ts";
import { period } from "./billing-schemas.ts";

export const billingPeriodsApprove = defineOperation({
  id: "billing.periods.approve",
  summary:
    "Approve the draft of a month that another person made. A correction in the draft takes the approval back.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  audience: "operator",
  inputName: "BillingPeriodsApprove",
  input: z.strictObject({ period }),
  audited: ["period"],
  outputName: "BillingPeriod",
  output: billingPeriodSchema,
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    return presentPeriod(await approvePeriod(database, input.period, principal.id).catch(namePeriodFault));
  },
});
