import { z } from "zod";
import { periodOf } from "../../core/billing/month.ts";
import { listAccounts } from "../../storage/accounts/billing-accounts.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp, nextOffset, nextOffsetOf, paging } from "../operations/schemas.ts";

export const billingAccountsList = defineOperation({
  id: "billing.accounts.list",
  summary: "All organizations by name, each with its plan and the end of its account, if one is set.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  audience: "operator",
  inputName: "BillingAccountsList",
  input: z.strictObject(paging),
  outputName: "BillingAccounts",
  output: z.object({
    accounts: z.array(
      z.object({
        organization_id: z.string(),
        name: z.string(),
        created_at: answeredTimestamp,
        plan: z.string(),
        last_period: z.string().nullable(),
        operates_billing: z.boolean().meta({
          description: "Whether it sets prices and closes months for all organizations.",
        }),
      }),
    ),
    total: z.int(),
    next_offset: nextOffset,
  }),
  async run({ database }: Pick<Deps, "database">, { limit, offset }) {
    const { accounts, total } = await listAccounts(database, { limit, offset });
    return {
      accounts: accounts.map(({ created_at, last_month, ...account }) => ({
        ...account,
        created_at: created_at.toISOString(),
        last_period: last_month === null ? null : periodOf(last_month),
      })),
      total,
      next_offset: nextOffsetOf({ offset }, accounts.length, total),
    };
  },
});
