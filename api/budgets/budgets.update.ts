import { z } from "zod";
import { AMOUNT_DECIMALS } from "../../core/billing/money.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { readStanding } from "../../storage/budgets/budget-spend.ts";
import { findBudget, updateBudget } from "../../storage/budgets/budgets.ts";
import { decimal } from "../billing/billing-schemas.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { budgetSchema, presentBudget, thresholds } from "./present-budget.ts";

export const budgetsUpdate = defineOperation({
  id: "budgets.update",
  summary: "Change a budget. What was published this month is not published again.",
  scope: "billing:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "BudgetUpdate",
  input: z.strictObject({
    budget_id: resourceId,
    name: text(1, 255).optional(),
    amount: decimal(AMOUNT_DECIMALS).optional(),
    thresholds: thresholds.optional(),
    forecast: z.boolean().optional(),
  }),
  audited: ["name", "amount"],
  outputName: "Budget",
  output: budgetSchema,
  resources: { budget: { kind: "budget", role: "admin", field: "budget_id" } },
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { resources }) {
    const { id } = resources.budget;
    if (input.amount === 0n) throw InputError.at("amount", "must be more than 0");
    await updateBudget(database, id, input);
    const row = await findBudget(database, id);
    if (row === undefined) throw new ProblemError("not_found", "No such budget.");
    return presentBudget(row, await readStanding(database, row, clock()));
  },
});
