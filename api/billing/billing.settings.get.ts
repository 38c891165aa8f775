import { z } from "zod";
import { readBillingSettings } from "../../storage/billing/billing-books.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { billingSettingsSchema } from "./present-billing.ts";

export const billingSettingsGet = defineOperation({
  id: "billing.settings.get",
  summary:
    "How months become final (the days that they are a draft, whether a second person approves them), the accounts of journals, and what documents say of their issuer.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  audience: "operator",
  inputName: "BillingSettingsGet",
  input: z.strictObject({}),
  outputName: "BillingSettings",
  output: billingSettingsSchema,
  run: ({ database }: Pick<Deps, "database">) => readBillingSettings(database),
});
