import { z } from "zod";
import { searchNotes } from "../../storage/billing/billing-notes.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { nextOffset, nextOffsetOf, paging, text } from "../operations/schemas.ts";
import { adjustmentSchema, presentAdjustment } from "./present-billing.ts";

export const billingCreditsTransactions = defineOperation({
  id: "billing.credits.transactions",
  summary: "The organization's credit and debit notes, the latest first, with all or a part of their reason.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "TransactionsInput",
  input: z.strictObject({
    limit: paging.limit.default(50),
    offset: paging.offset,
    reason: text(0, 500).nullable().optional().meta({
      description: "Only notes whose reason holds this text, in any case.",
    }),
  }),
  outputName: null,
  output: z.object({ transactions: z.array(adjustmentSchema), total: z.int(), next_offset: nextOffset }),
  async run({ database }: Pick<Deps, "database">, input, { principal: { organizationId } }) {
    const { notes, total } = await searchNotes(
      database,
      { organizationId, reason: input.reason ?? "" },
      input,
    );
    const next_offset = nextOffsetOf(input, notes.length, total);
    return { transactions: notes.map(presentAdjustment), total, next_offset };
  },
});
