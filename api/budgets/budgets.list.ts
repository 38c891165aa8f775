import { z } from "zod";
import { readStanding } from "../../storage/budgets/budget-spend.ts";
import { listBudgets } from "../../storage/budgets/budgets.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { budgetSchema, presentBudget } from "./present-budget.ts";

export const budgetsList = defineOperation({
  id: "budgets.list",
  summary: "The budgets of your organization, and what they have come to this month.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BudgetsList",
  input: z.strictObject({}),
  outputName: null,
  output: z.object({ budgets: z.array(budgetSchema) }),
  async run({ database, clock }: Pick<Deps, "database" | "clock">, _input, { principal }) {
    const budgets = await listBudgets(database, principal.organizationId);
    const answered = [];
    for (const row of budgets) answered.push(presentBudget(row, await readStanding(database, row, clock())));
    return { budgets: answered };
  },
});
