import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { monthStartMs, nextMonth } from "../../core/billing/month.ts";
import { closePeriod } from "../../storage/billing/billing-periods.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { namePeriodFault } from "./name-period-fault.ts";
import { billingPeriodSchema, presentPeriod } from "./present-billing.ts";
import { period } from "./billing-schemas.ts";

export const billingPeriodsClose = defineOperation({
  id: "billing.periods.close",
  summary:
    "Close a month that is over, for good: its statements become final. Repeating it answers the same.",
  scope: "billing:write",
  sideEffect: "destructive",
  bearer: "required",
  audience: "operator",
  inputName: "BillingPeriodsClose",
  input: z.strictObject({ period }),
  audited: ["period"],
  auditedAnswer: ["statements", "books"],
  outputName: "BillingPeriod",
  output: billingPeriodSchema,
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { principal }) {
    if (clock() < monthStartMs(nextMonth(input.period))) {
      throw InputError.at("period", "has not ended yet");
    }
    return presentPeriod(await closePeriod(database, input.period, principal.id).catch(namePeriodFault));
  },
});
