import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { setRateCard } from "../../storage/billing/rate-cards.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentSetRateCard, setRateCardSchema } from "./present-billing.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { period } from "./billing-schemas.ts";

export const billingRatesEnd = defineOperation({
  id: "billing.rates.end",
  summary: "End an organization's own prices: from a month on its plan's hold again.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  audience: "operator",
  inputName: "BillingRatesEnd",
  input: z.strictObject({
    organization_id: resourceId,
    /** The first month without prices of its own. */
    effective_from: period,
    /** Needed where tiles of these months were already delivered. */
    reason: text(1, 500).optional(),
  }),
  audited: ["effective_from", "reason"],
  auditedAnswer: ["replaces"],
  outputName: "SetRateCard",
  output: setRateCardSchema,
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const { organization_id: organizationId, effective_from: effectiveFrom, reason } = input;
    if (!(await organizationExists(database, organizationId))) {
      throw new ProblemError("not_found", "No such organization.");
    }
    const terms = {
      effectiveFrom,
      currency: "EUR",
      mode: "graduated",
      freeTilesPerMonth: 0n,
      minimum: 0n,
      tiers: [{ upTo: null, pricePerThousand: 0n }],
    } as const;
    const subject = { organizationId, plan: null };
    const card = await setRateCard(database, subject, terms, principal.id, { reason, returnsToPlan: true });
    return presentSetRateCard(card);
  },
});
