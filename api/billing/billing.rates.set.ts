import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { CURRENCIES } from "../../core/billing/currencies.ts";
import { AMOUNT_DECIMALS, PRICE_DECIMALS } from "../../core/billing/money.ts";
import { TIER_MODES, tierFault } from "../../core/billing/rate-card.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { setRateCard } from "../../storage/billing/rate-cards.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentRateCard, rateCardSchema } from "./present-billing.ts";
import { resourceId } from "../operations/schemas.ts";
import { decimal, period, planName } from "./billing-schemas.ts";

/** More would not be a price list any more. */
const TIERS_MAX = 50;

export const billingRatesSet = defineOperation({
  id: "billing.rates.set",
  summary: "Set the prices of an organization or a plan from a month on.",
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
    currency: z.enum(CURRENCIES),
    mode: z.enum(TIER_MODES).default("graduated"),
    free_tiles_per_month: z.int().min(0).default(0),
    minimum: decimal(AMOUNT_DECIMALS).default(0n),
    tiers: z
      .array(
        z.strictObject({ up_to: z.int().min(1).nullable(), price_per_thousand: decimal(PRICE_DECIMALS) }),
      )
      .min(1)
      .max(TIERS_MAX),
  }),
  audited: ["plan", "effective_from", "currency", "mode", "free_tiles_per_month", "minimum", "tiers"],
  outputName: "RateCard",
  output: rateCardSchema,
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const { organization_id: organizationId = null, plan = null } = input;
    if ((organizationId === null) === (plan === null)) {
      throw InputError.at("organization_id", "name either an organization or a plan");
    }
    if (organizationId !== null && !(await organizationExists(database, organizationId))) {
      throw new ProblemError("not_found", "No such organization.");
    }
    const tiers = input.tiers.map((tier) => ({
      upTo: tier.up_to === null ? null : BigInt(tier.up_to),
      pricePerThousand: tier.price_per_thousand,
    }));
    const fault = tierFault(tiers);
    if (fault !== undefined) throw InputError.at(`tiers.${fault.index}`, fault.message);
    const terms = {
      effectiveFrom: input.effective_from,
      currency: input.currency,
      mode: input.mode,
      freeTilesPerMonth: BigInt(input.free_tiles_per_month),
      minimum: input.minimum,
      tiers,
    };
    return presentRateCard(await setRateCard(database, { organizationId, plan }, terms, principal.id));
  },
});
