import type { DocumentText } from "../../core/billing/documents/document-text.ts";
import { documentPdf } from "./document-pdf.ts";

/** Writes a document as PDF, for a thread. */
export async function run(task: { readonly text: DocumentText; readonly issued: string }): Promise<Buffer> {
  return await documentPdf(task.text, task.issued);
}
