import { z } from "zod";
import { ACCOUNT_FORM, JOURNAL_ROLES } from "../../core/billing/journal-accounts.ts";
import { readBillingSettings, updateBillingSettings } from "../../storage/billing/billing-books.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { sellerSchema } from "./party-schemas.ts";
import { billingSettingsSchema } from "./present-billing.ts";

export const billingSettingsUpdate = defineOperation({
  id: "billing.settings.update",
  summary:
    "Change how months become final, for months that become drafts from then on; the accounts of journals; and what documents say of their issuer.",
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
    /** The accounts that exports in the layout journal book on; those that are not named stay. */
    journal_accounts: z
      .partialRecord(
        z.enum(JOURNAL_ROLES),
        z.string().regex(ACCOUNT_FORM, "must be at most 32 letters, digits, spaces and . _ / -"),
      )
      .optional(),
    /** What documents that are issued from now on say of the operator; as a whole. */
    seller: sellerSchema.nullable().optional(),
  }),
  audited: ["draft_days", "needs_approval", "journal_accounts", "seller"],
  outputName: "BillingSettings",
  output: billingSettingsSchema,
  async run({ database }: Pick<Deps, "database">, input) {
    await updateBillingSettings(database, input);
    return await readBillingSettings(database);
  },
});
