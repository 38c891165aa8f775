import { z } from "zod";
import { formatAmount } from "../../core/billing/money.ts";
import type { BudgetStanding } from "../../storage/budgets/budget-spend.ts";
import type { BudgetRow } from "../../storage/budgets/budgets.ts";
import { answeredTimestamp } from "../operations/schemas.ts";

/** Percents of an amount at which an event is written. */
export const thresholds = z.array(z.int().min(1).max(1_000)).max(10).meta({
  description: "Percents of the amount at which an event is written, each once a month.",
});

const percents = z.array(z.int());

/** A budget as it is answered, with where it stands in the current month. */
export const budgetSchema = z.object({
  id: z.string(),
  name: z.string(),
  project_id: z.string().nullable(),
  link_id: z.string().nullable(),
  amount: z.string(),
  currency: z.string(),
  thresholds: percents,
  forecast: z.boolean(),
  created_at: answeredTimestamp,
  period: z.string(),
  spent: z.string().nullable().meta({
    description:
      "What the tiles of the current month cost so far, as in usage.query; null while the month is priced in another currency.",
  }),
  forecast_amount: z.string().nullable().meta({
    description: "What the month comes to if it goes on so; null in its first three days.",
  }),
  reached: z.array(z.string()).meta({ description: "Percents that are reached, and `forecast`." }),
});

/** See {@link budgetSchema}. */
export function presentBudget(row: BudgetRow, standing: BudgetStanding): z.infer<typeof budgetSchema> {
  const { organization_id: _organization, thresholds: kept, ...rest } = row;
  const { period, spent, forecast, reached } = standing;
  return {
    ...rest,
    amount: formatAmount(row.amount),
    thresholds: [...kept],
    created_at: row.created_at.toISOString(),
    period,
    spent: spent === undefined ? null : formatAmount(spent),
    forecast_amount: forecast === undefined ? null : formatAmount(forecast),
    reached: [...reached],
  };
}
