import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { setRateCard } from "../../storage/billing/rate-cards.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentSetRateCard, setRateCardSchema } from "./present-billing.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { cardTerms, period, planName, readTerms } from "./billing-schemas.ts";

export const billingRatesSet = defineOperation({
  id: "billing.rates.set",
  summary:
    "Set the prices of an organization or a plan from a month on. Prices for tiles that were already delivered at others need a reason, which the customer sees.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  audience: "operator",
  body: BODY_LIMITS.text,
  inputName: "BillingRatesSet",
  input: z.strictObject({
    organization_id: resourceId.optional(),
    plan: planName.optional(),
    effective_from: period,
    ...cardTerms,
    /** Why days that have passed are priced anew. */
    reason: text(1, 500).optional(),
  }),
  audited: [
    "plan",
    "effective_from",
    "currency",
    "mode",
    "free_tiles_per_month",
    "minimum",
    "tiers",
    "reason",
  ],
  auditedAnswer: ["replaces"],
  outputName: "SetRateCard",
  output: setRateCardSchema,
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const { organization_id: organizationId = null, plan = null, reason } = input;
    if ((organizationId === null) === (plan === null)) {
      throw InputError.at("organization_id", "name either an organization or a plan");
    }
    if (organizationId !== null && !(await organizationExists(database, organizationId))) {
      throw new ProblemError("not_found", "No such organization.");
    }
    const terms = readTerms(input.effective_from, input);
    const card = await setRateCard(database, { organizationId, plan }, terms, principal.id, { reason });
    return presentSetRateCard(card);
  },
});
