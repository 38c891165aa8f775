import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { CURRENCY_DECIMALS } from "../../core/billing/currencies.ts";
import { formatAmount, parseAmount } from "../../core/billing/money.ts";
import { periodOf, type Month } from "../../core/billing/month.ts";
import type { NoteDetail } from "../../core/billing/rerate.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { rerateMonth, type Terms } from "../../storage/billing/rerate-month.ts";
import { trySimulation } from "../../storage/billing/write-statements.ts";
import type { Database } from "../../storage/database/database.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { cardTerms, period, readTerms } from "./billing-schemas.ts";

const detailSchema = z.object({
  kind: z.enum(["correction", "minimum", "rounding"]),
  link_id: z.string().nullable(),
  target_id: z.string().nullable(),
  tier: z.int().nullable(),
  quantity: z.string().nullable(),
  unit_price: z.string().nullable(),
  amount: z.string(),
  description: z.string(),
});

export const billingRatesSimulate = defineOperation({
  id: "billing.rates.simulate",
  summary:
    "What a month would cost an organization with other prices: an open month by its statement, a closed one by the lines that billing.adjustments.rerate would book. Changes nothing.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  audience: "operator",
  body: BODY_LIMITS.text,
  inputName: "BillingRatesSimulate",
  input: z.strictObject({ organization_id: resourceId, period, ...cardTerms }),
  outputName: "BillingSimulation",
  output: z.object({
    organization_id: z.string(),
    period: z.string(),
    status: z.enum(["closed", "open"]),
    currency: z.string(),
    /** What the month costs now in this currency; null for a closed month, whose statements stay. */
    current_total: z.string().nullable(),
    simulated_total: z.string().nullable(),
    /** What the customer pays more; below 0 for less. */
    difference: z.string(),
    /** Of a closed month: the lines of the note. */
    lines: z.array(detailSchema),
  }),
  async run({ database }: Pick<Deps, "database">, input) {
    const { organization_id: organizationId, period: month } = input;
    if (!(await organizationExists(database, organizationId))) {
      throw new ProblemError("not_found", "No such organization.");
    }
    const terms = readTerms(month, input);
    const head = { organization_id: organizationId, period: periodOf(month), currency: terms.currency };
    const closed = await database.begin((transaction) =>
      rerateMonth(transaction, organizationId, month, terms),
    );
    if (closed !== undefined) return { ...head, ...presentClosed(terms, closed) };
    return { ...head, ...(await simulateOpen(database, organizationId, month, terms)) };
  },
});

function presentClosed(
  terms: Terms,
  closed: { readonly amount: bigint; readonly details: readonly NoteDetail[] },
) {
  const difference = formatAmount(closed.amount, CURRENCY_DECIMALS[terms.currency]);
  const totals = { current_total: null, simulated_total: null, difference };
  return { status: "closed" as const, ...totals, lines: [...closed.details] };
}

async function simulateOpen(database: Database, organizationId: string, month: Month, terms: Terms) {
  const simulated = await trySimulation(database, organizationId, month, terms);
  if (typeof simulated === "string") {
    throw new ProblemError("conflict", `No statement can be made: ${simulated}.`);
  }
  const [current, other] = simulated.map((statements) => {
    const found = statements.find(({ currency }) => currency === terms.currency);
    return found?.total ?? formatAmount(0n, CURRENCY_DECIMALS[terms.currency]);
  });
  const difference = parseAmount(other ?? "0") - parseAmount(current ?? "0");
  return {
    status: "open" as const,
    current_total: current ?? null,
    simulated_total: other ?? null,
    difference: formatAmount(difference, CURRENCY_DECIMALS[terms.currency]),
    lines: [],
  };
}
