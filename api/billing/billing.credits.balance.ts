import { z } from "zod";
import { formatAmount, parseAmount } from "../../core/billing/money.ts";
import { sumPendingNotes } from "../../storage/billing/billing-notes.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";

export const billingCreditsBalance = defineOperation({
  id: "billing.credits.balance",
  summary: "What the next statements give back: notes that are on none yet, by currency.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "_Empty",
  input: z.strictObject({}),
  outputName: null,
  output: z.object({
    organization_id: z.string(),
    balances: z.array(z.object({ currency: z.string(), balance: z.string(), note_count: z.int() })),
  }),
  async run({ database }: Pick<Deps, "database">, _input, { principal: { organizationId } }) {
    const pending = await sumPendingNotes(database, organizationId);
    return {
      organization_id: organizationId,
      balances: pending.map(({ currency, amount, notes }) => ({
        currency,
        balance: formatAmount(parseAmount(amount)),
        note_count: notes,
      })),
    };
  },
});
