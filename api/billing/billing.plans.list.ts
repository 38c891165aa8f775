import { z } from "zod";
import { monthAt } from "../../core/billing/month.ts";
import { cardOfMonth } from "../../core/billing/rate-card.ts";
import { findAccount } from "../../storage/accounts/billing-accounts.ts";
import { listRateCards, type StoredRateCard } from "../../storage/billing/rate-cards.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentRateCard, rateCardSchema } from "./present-billing.ts";

export const billingPlansList = defineOperation({
  id: "billing.plans.list",
  summary: "Plans with their prices: those that can price the caller's organization, all for the operator.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "_Empty",
  input: z.strictObject({}),
  outputName: null,
  output: z.object({
    plans: z.array(
      z.object({
        plan: z.string(),
        is_current: z.boolean(),
        rate_card: rateCardSchema.nullable(),
        later: z.array(rateCardSchema),
      }),
    ),
  }),
  async run({ database, clock }: Pick<Deps, "database" | "clock">, _input, { principal }) {
    const { organizationId } = principal;
    const account = await findAccount(database, organizationId);
    const cards = await listRateCards(
      database,
      account?.operates_billing === true ? undefined : organizationId,
    );
    const month = monthAt(clock());
    const byPlan = new Map<string, StoredRateCard[]>();
    for (const card of cards) {
      if (card.plan !== null) byPlan.set(card.plan, [...(byPlan.get(card.plan) ?? []), card]);
    }
    const plans = [...byPlan].map(([plan, ofPlan]) => {
      const current = cardOfMonth(ofPlan, month);
      return {
        plan,
        is_current: plan === account?.plan,
        rate_card: current === undefined ? null : presentRateCard(current),
        later: ofPlan.filter((card) => card.effectiveFrom > month).map(presentRateCard),
      };
    });
    return { plans };
  },
});
