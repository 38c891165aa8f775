import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { findNoteSource } from "../../storage/billing/statement-documents.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { answerDocument, DOCUMENT_MEDIA_TYPES, documentInput } from "./answer-document.ts";

export const billingAdjustmentsDocument = defineOperation({
  id: "billing.adjustments.document",
  summary:
    "A credit or debit note as a document, in the formats of billing.statements.document. The statement of its month settles it.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingAdjustmentsDocument",
  input: z.strictObject({ adjustment_id: resourceId, ...documentInput }),
  outputName: null,
  output: "binary",
  mediaTypes: DOCUMENT_MEDIA_TYPES,
  resources: { adjustment: { kind: "billing_adjustment", role: "viewer", field: "adjustment_id" } },
  async run({ database, documents }: Pick<Deps, "database" | "documents">, input, { resources }) {
    const source = await findNoteSource(database, resources.adjustment.id);
    if (source === undefined) throw new ProblemError("not_found", "No such note.");
    return await answerDocument(source, input, documents.print);
  },
});
