import { z } from "zod";
import { CURRENCIES } from "../../core/billing/currencies.ts";
import { AMOUNT_DECIMALS } from "../../core/billing/money.ts";
import { monthAt } from "../../core/billing/month.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { chooseRateCard, listRateCards } from "../../storage/billing/rate-cards.ts";
import { readStanding } from "../../storage/budgets/budget-spend.ts";
import { BUDGETS_MAX, insertBudget } from "../../storage/budgets/budgets.ts";
import { decimal } from "../billing/billing-schemas.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { requireAdministrator } from "../people/require-administrator.ts";
import { budgetSchema, presentBudget, thresholds } from "./present-budget.ts";

export const budgetsCreate = defineOperation({
  id: "budgets.create",
  summary:
    "Have events published when a month's usage comes to shares of an amount, or is forecast to exceed it.",
  scope: "billing:write",
  sideEffect: "compute",
  bearer: "required",
  idempotent: true,
  inputName: "BudgetCreate",
  input: z.strictObject({
    name: text(1, 255),
    amount: decimal(AMOUNT_DECIMALS),
    currency: z.enum(CURRENCIES).optional().meta({ description: "That of this month's prices if absent." }),
    project_id: resourceId.optional().meta({ description: "Only usage of what lies in this project." }),
    link_id: resourceId.optional().meta({ description: "Only usage of this link." }),
    thresholds: thresholds.default([50, 80, 100]),
    forecast: z.boolean().default(true),
  }),
  audited: ["name", "amount", "currency"],
  outputName: "Budget",
  output: budgetSchema,
  resources: {
    project: { kind: "project", role: "viewer", field: "project_id" },
    link: { kind: "share_link", role: "viewer", field: "link_id" },
  },
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { resources, principal }) {
    await requireAdministrator({ database }, principal);
    const { project, link } = resources;
    if (project !== undefined && link !== undefined) {
      throw InputError.at("link_id", "give either project_id or link_id");
    }
    if (input.amount === 0n) throw InputError.at("amount", "must be more than 0");
    const { organizationId } = principal;
    const cards = await listRateCards(database, organizationId);
    const row = await insertBudget(database, {
      organization_id: organizationId,
      project_id: project?.id ?? null,
      link_id: link?.id ?? null,
      name: input.name,
      amount: input.amount,
      currency: input.currency ?? chooseRateCard(cards, monthAt(clock())).currency,
      thresholds: input.thresholds,
      forecast: input.forecast,
      createdBy: principal.id,
    });
    if (row !== undefined) return presentBudget(row, await readStanding(database, row, clock()));
    throw new ProblemError("conflict", `An organization may have ${BUDGETS_MAX} budgets; delete some.`);
  },
});
