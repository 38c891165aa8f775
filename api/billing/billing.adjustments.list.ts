import { z } from "zod";
import { CURRENCIES } from "../../core/billing/currencies.ts";
import { listNotes } from "../../storage/billing/billing-notes.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { paging, resourceId } from "../operations/schemas.ts";
import { period } from "./billing-schemas.ts";
import { adjustmentSchema, presentAdjustment } from "./present-billing.ts";

export const billingAdjustmentsList = defineOperation({
  id: "billing.adjustments.list",
  summary: 'List credit and debit notes, the latest first; organization_id may be "all" for the operator.',
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingAdjustmentsList",
  input: z.strictObject({
    organization_id: resourceId,
    /** The month whose statement shows them. */
    period: period.optional(),
    currency: z.enum(CURRENCIES).optional(),
    ...paging,
  }),
  outputName: null,
  output: z.object({ adjustments: z.array(adjustmentSchema) }),
  resources: { account: { kind: "billing_account", role: "viewer", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { period: bookedIn = null, currency = null } = input;
    const filter = { organizationId: resources.account.id, bookedIn, currency };
    return { adjustments: (await listNotes(database, filter, input)).map(presentAdjustment) };
  },
});
