import { z } from "zod";
import { listPeriods } from "../../storage/billing/billing-periods.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { billingPeriodSchema, presentPeriod } from "./present-billing.ts";

export const billingPeriodsList = defineOperation({
  id: "billing.periods.list",
  summary: "List the months that are closed.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingPeriodsList",
  input: z.strictObject({}),
  outputName: null,
  output: z.object({ periods: z.array(billingPeriodSchema) }),
  async run({ database }: Pick<Deps, "database">) {
    return { periods: (await listPeriods(database)).map(presentPeriod) };
  },
});
