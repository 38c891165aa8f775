import { z } from "zod";
import { deleteBudget } from "../../storage/budgets/budgets.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { okOutput, resourceId } from "../operations/schemas.ts";

export const budgetsDelete = defineOperation({
  id: "budgets.delete",
  summary: "Delete a budget.",
  scope: "billing:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "BudgetDelete",
  input: z.strictObject({ budget_id: resourceId }),
  outputName: null,
  output: okOutput,
  resources: { budget: { kind: "budget", role: "admin", field: "budget_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { resources }) {
    const { id } = resources.budget;
    await deleteBudget(database, id);
    return { ok: true, id };
  },
});
