import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { CURRENCIES, CURRENCY_DECIMALS } from "../../core/billing/currencies.ts";
import { AMOUNT_DECIMALS, roundAmount } from "../../core/billing/money.ts";
import { monthAt, type Month } from "../../core/billing/month.ts";
import { organizationExists } from "../../storage/accounts/organizations.ts";
import { findReference, insertNote } from "../../storage/billing/billing-notes.ts";
import type { Database } from "../../storage/database/database.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { period, signedDecimal } from "./billing-schemas.ts";
import { nameCreditLeft } from "./name-credit-left.ts";
import { adjustmentSchema, presentAdjustment } from "./present-billing.ts";

export const billingAdjustmentsCreate = defineOperation({
  id: "billing.adjustments.create",
  summary:
    "Charge or give back an amount: a numbered debit note (above 0) or credit note (below 0) about a month, shown on the statement of the open month.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  audience: "operator",
  idempotent: true,
  inputName: "BillingAdjustmentsCreate",
  input: z.strictObject({
    organization_id: resourceId,
    currency: z.enum(CURRENCIES),
    /** What the customer pays, such as "12.50"; "-12.50" gives it back. */
    amount: signedDecimal(AMOUNT_DECIMALS),
    reason: text(1, 500),
    /** The month that it is about; by default that of the statement or line, else the current one. */
    belongs_to: period.optional(),
    /** The closed statement that it corrects. */
    statement_id: resourceId.optional(),
    line_number: z.int().min(1).max(1_000_000_000).optional(),
    /** Gives back more than was billed in this currency. */
    force: z.boolean().default(false),
  }),
  audited: ["currency", "amount", "reason", "belongs_to", "line_number", "force"],
  auditedAnswer: ["number", "booked_in"],
  outputName: "BillingAdjustment",
  output: adjustmentSchema,
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { principal }) {
    const { organization_id: organizationId, currency, amount, reason, force } = input;
    if (!(await organizationExists(database, organizationId))) {
      throw new ProblemError("not_found", "No such organization.");
    }
    if (amount === 0n || roundAmount(amount, CURRENCY_DECIMALS[currency]) !== amount) {
      throw InputError.at("amount", "must be a number of the currency's smallest units other than 0");
    }
    const currentMonth = monthAt(clock());
    const { month, reference } = await readReference(database, input);
    const belongsTo = input.belongs_to ?? month ?? currentMonth;
    if (belongsTo > currentMonth) throw InputError.at("belongs_to", "must not lie in the future");
    const note = {
      organizationId,
      belongsTo,
      currentMonth,
      currency,
      amount: -amount,
      reason,
      createdBy: principal.id,
      isForced: force,
      ...(reference && { reference }),
    };
    return presentAdjustment(await insertNote(database, note).catch(nameCreditLeft(currency)));
  },
});

/** The statement or line that an adjustment refers to, and its month. */
async function readReference(
  database: Database,
  input: {
    readonly organization_id: string;
    readonly currency: string;
    readonly statement_id?: string | undefined;
    readonly line_number?: number | undefined;
  },
): Promise<{ month?: Month; reference?: { statementId: string; lineNumber: number | null } }> {
  const { statement_id: statementId, line_number: lineNumber = null } = input;
  if (statementId === undefined) {
    if (lineNumber !== null) throw InputError.at("line_number", "needs the statement_id");
    return {};
  }
  const found = await findReference(database, statementId, lineNumber);
  if (found === undefined || found.organization_id !== input.organization_id) {
    throw InputError.at(
      "statement_id",
      "must name a closed statement of the organization, and a line that it has",
    );
  }
  if (found.currency !== input.currency) {
    throw InputError.at("currency", `must be ${found.currency}, as on the statement`);
  }
  return { month: found.belongs_to, reference: { statementId, lineNumber } };
}
