import { z } from "zod";
import { monthAt, periodOf } from "../../core/billing/month.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { findAccount } from "../../storage/accounts/billing-accounts.ts";
import { chooseRateCard, listRateCards } from "../../storage/billing/rate-cards.ts";
import { listStatements } from "../../storage/billing/statements.ts";
import { tryStatements } from "../../storage/billing/write-statements.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { presentRateCard, rateCardSchema } from "./present-billing.ts";

export const billingStatusGet = defineOperation({
  id: "billing.status.get",
  summary: "Where an organization's billing stands: plan, prices, the month so far, the last statements.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "OrgStatusInput",
  input: z.strictObject({ organization_id: resourceId }),
  outputName: null,
  output: z.object({
    organization_id: z.string(),
    status: z.enum(["active", "ended"]),
    plan: z.string(),
    last_period: z.string().nullable(),
    period: z.string(),
    currency: z.string(),
    rate_card: rateCardSchema,
    month_to_date: z.array(z.object({ currency: z.string(), total: z.string(), tiles: z.int() })),
    fault: z.string().nullable(),
    last_statements: z.array(
      z.object({ id: z.string(), period: z.string(), currency: z.string(), total: z.string() }),
    ),
  }),
  resources: { account: { kind: "billing_account", role: "viewer", field: "organization_id" } },
  async run({ database, clock }: Pick<Deps, "database" | "clock">, _input, { resources: { account } }) {
    const { id } = account;
    if (id === null) throw InputError.at("organization_id", "must name one organization");
    const month = monthAt(clock());
    const [found, cards, closed, computed] = await Promise.all([
      findAccount(database, id),
      listRateCards(database, id),
      listStatements(database, { organizationId: id }, { limit: 10, offset: 0 }),
      tryStatements(database, id, month),
    ]);
    if (found === undefined) throw new ProblemError("not_found", "No such organization.");
    const card = chooseRateCard(cards, month);
    const { last_month: last } = found;
    const latest = closed.filter((statement) => statement.month === closed[0]?.month);
    const open = typeof computed === "string" ? [] : computed.statements;
    return {
      organization_id: id,
      status: last !== null && last < month ? ("ended" as const) : ("active" as const),
      plan: found.plan,
      last_period: last === null ? null : periodOf(last),
      period: periodOf(month),
      currency: card.currency,
      rate_card: presentRateCard(card),
      month_to_date: open.map(({ currency, total, tiles }) => ({ currency, total, tiles: Number(tiles) })),
      fault: typeof computed === "string" ? computed : null,
      last_statements: latest.map((statement) => ({
        id: statement.id,
        period: periodOf(statement.month),
        currency: statement.currency,
        total: statement.total,
      })),
    };
  },
});
