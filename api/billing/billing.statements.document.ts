import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { findStatementSource } from "../../storage/billing/statement-documents.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { answerDocument, DOCUMENT_MEDIA_TYPES, documentInput } from "./answer-document.ts";

export const billingStatementsDocument = defineOperation({
  id: "billing.statements.document",
  summary:
    "An issued statement as a document: a page (html), a PDF file, or Peppol BIS Billing 3.0 (ubl). The same bytes every time.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingStatementsDocument",
  input: z.strictObject({ statement_id: resourceId, ...documentInput }),
  outputName: null,
  output: "binary",
  mediaTypes: DOCUMENT_MEDIA_TYPES,
  resources: { statement: { kind: "billing_statement", role: "viewer", field: "statement_id" } },
  async run({ database, documents }: Pick<Deps, "database" | "documents">, input, { resources }) {
    const source = await findStatementSource(database, resources.statement.id);
    if (source === undefined) {
      throw new ProblemError("conflict", "The month of this statement is not closed yet.");
    }
    return await answerDocument(source, input, documents.print);
  },
});
