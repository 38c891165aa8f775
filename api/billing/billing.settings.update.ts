import { z } from "zod";
import { readBillingSettings, updateBillingSettings } from "../../storage/billing/billing-books.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { billingSettingsSchema } from "./present-billing.ts";

export const billingSettingsUpdate = defineOperation({
  id: "billing.settings.update",
  summary: "Change how months become final. It holds for months that become drafts from then on.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  audience: "operator",
  inputName: "BillingSettingsUpdate",
  input: z.strictObject({
    /** Days between the end of bookings and the issue of statements. */
    draft_days: z.int().min(0).max(60).optional(),
    /** Whether another person than the one who made the draft approves it. */
    needs_approval: z.boolean().optional(),
  }),
  audited: ["draft_days", "needs_approval"],
  outputName: "BillingSettings",
  output: billingSettingsSchema,
  async run({ database }: Pick<Deps, "database">, input) {
    await updateBillingSettings(database, input);
    return await readBillingSettings(database);
  },
});
