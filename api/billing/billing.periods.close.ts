import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { monthStartMs, nextMonth } from "../../core/billing/month.ts";
import { closePeriod, PeriodNotClosableError } from "../../storage/billing/billing-periods.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
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
  outputName: "BillingPeriod",
  output: billingPeriodSchema,
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { principal }) {
    if (clock() < monthStartMs(nextMonth(input.period))) {
      throw InputError.at("period", "has not ended yet");
    }
    try {
      return presentPeriod(await closePeriod(database, input.period, principal.id));
    } catch (error) {
      if (!(error instanceof PeriodNotClosableError)) throw error;
      if (error.reason === "before_first_month") throw InputError.at("period", error.message);
      throw new ProblemError("conflict", `${error.message}.`);
    }
  },
});
