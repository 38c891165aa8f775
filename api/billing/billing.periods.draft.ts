import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { monthStartMs, nextMonth } from "../../core/billing/month.ts";
import { draftPeriod } from "../../storage/billing/billing-periods.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { namePeriodFault } from "./name-period-fault.ts";
import { billingPeriodSchema, presentPeriod } from "./present-billing.ts";
import { period } from "./billing-schemas.ts";

export const billingPeriodsDraft = defineOperation({
  id: "billing.periods.draft",
  summary:
    "Make a month that is over a draft: no usage is booked in it any more, its statements can be looked at and corrected until billing.periods.close issues them.",
  scope: "billing:write",
  sideEffect: "destructive",
  bearer: "required",
  audience: "operator",
  inputName: "BillingPeriodsDraft",
  input: z.strictObject({ period }),
  audited: ["period"],
  outputName: "BillingPeriod",
  output: billingPeriodSchema,
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { principal }) {
    if (clock() < monthStartMs(nextMonth(input.period))) {
      throw InputError.at("period", "has not ended yet");
    }
    return presentPeriod(await draftPeriod(database, input.period, principal.id).catch(namePeriodFault));
  },
});
