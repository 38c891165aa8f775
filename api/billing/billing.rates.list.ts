import { z } from "zod";
import { listRateCards } from "../../storage/billing/rate-cards.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentRateCard, rateCardSchema } from "./present-billing.ts";
import { resourceId } from "../operations/schemas.ts";

export const billingRatesList = defineOperation({
  id: "billing.rates.list",
  summary: "List the rate cards that can price an organization; the operator may ask for all.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingRatesList",
  input: z.strictObject({
    organization_id: resourceId,
    /** Also cards that were replaced before any month was closed with them. */
    include_superseded: z.boolean().default(false),
  }),
  outputName: null,
  output: z.object({ rate_cards: z.array(rateCardSchema) }),
  resources: { account: { kind: "billing_account", role: "viewer", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const withSuperseded = input.include_superseded;
    const cards = await listRateCards(database, resources.account.id ?? undefined, { withSuperseded });
    return { rate_cards: cards.map(presentRateCard) };
  },
});
