import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import type { Currency } from "../../core/billing/currencies.ts";
import { parseAmount } from "../../core/billing/money.ts";
import { monthAt } from "../../core/billing/month.ts";
import { findNote, insertNote } from "../../storage/billing/billing-notes.ts";
import { isUniqueViolation } from "../../storage/database/database.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { adjustmentSchema, presentAdjustment } from "./present-billing.ts";

export const billingAdjustmentsVoid = defineOperation({
  id: "billing.adjustments.void",
  summary: "Undo a credit or debit note by a note of the opposite amount; both stay on their statements.",
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  audience: "operator",
  idempotent: true,
  inputName: "BillingAdjustmentsVoid",
  input: z.strictObject({ adjustment_id: resourceId, reason: text(1, 500) }),
  audited: ["reason"],
  auditedAnswer: ["organization_id", "number", "amount", "currency", "booked_in"],
  outputName: "BillingAdjustment",
  output: adjustmentSchema,
  async run({ database, clock }: Pick<Deps, "database" | "clock">, input, { principal }) {
    const note = await findNote(database, input.adjustment_id);
    if (note === undefined) throw new ProblemError("not_found", "No such adjustment.");
    if (note.voids !== null) {
      throw new ProblemError("conflict", "It undoes another note; create that one again instead.");
    }
    if (note.rate_card_id !== null) {
      throw new ProblemError(
        "conflict",
        "It prices a month anew; price the month with its former card instead.",
      );
    }
    const counterEntry = {
      organizationId: note.organization_id,
      belongsTo: note.belongs_to,
      currentMonth: monthAt(clock()),
      currency: note.currency as Currency,
      amount: -parseAmount(note.amount),
      reason: input.reason,
      createdBy: principal.id,
      isForced: true,
      voids: note.id,
      ...(note.statement_id !== null && {
        reference: { statementId: note.statement_id, lineNumber: note.line_number },
      }),
    };
    try {
      return presentAdjustment(await insertNote(database, counterEntry));
    } catch (error) {
      if (!isUniqueViolation(error, "credit_notes_voids_key")) throw error;
      throw new ProblemError("conflict", "It is already undone.");
    }
  },
});
