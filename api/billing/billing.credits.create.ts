import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { CURRENCIES, CURRENCY_DECIMALS } from "../../core/billing/currencies.ts";
import { AMOUNT_DECIMALS, roundAmount } from "../../core/billing/money.ts";
import { monthAt } from "../../core/billing/month.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { insertNote } from "../../storage/billing/billing-notes.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { nameCreditLeft } from "./name-credit-left.ts";
import { creditNoteSchema, presentCreditNote } from "./present-billing.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { decimal, period } from "./billing-schemas.ts";

export const billingCreditsCreate = defineOperation({
  id: "billing.credits.create",
  summary: "Give money back: a credit note about a month, shown on the statement of the open month.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  audience: "operator",
  idempotent: true,
  inputName: "BillingCreditsCreate",
  input: z.strictObject({
    organization_id: resourceId,
    belongs_to: period,
    currency: z.enum(CURRENCIES),
    amount: decimal(AMOUNT_DECIMALS),
    reason: text(1, 500),
    /** Gives back more than was billed in this currency. */
    force: z.boolean().default(false),
  }),
  audited: ["belongs_to", "currency", "amount", "reason", "force"],
  auditedAnswer: ["number", "booked_in"],
  outputName: "CreditNote",
  output: creditNoteSchema,
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { principal }) {
    const { organization_id: organizationId, currency, amount, belongs_to: belongsTo } = input;
    if (!(await organizationExists(database, organizationId))) {
      throw new ProblemError("not_found", "No such organization.");
    }
    const currentMonth = monthAt(clock());
    if (belongsTo > currentMonth) throw InputError.at("belongs_to", "must not lie in the future");
    if (amount === 0n || roundAmount(amount, CURRENCY_DECIMALS[currency]) !== amount) {
      throw InputError.at("amount", "must be a positive number of the currency's smallest units");
    }
    const note = {
      organizationId,
      belongsTo,
      currentMonth,
      currency,
      amount,
      reason: input.reason,
      createdBy: principal.id,
      isForced: input.force,
    };
    return presentCreditNote(await insertNote(database, note).catch(nameCreditLeft(currency)));
  },
});
