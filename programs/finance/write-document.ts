import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answerDocument } from "../../api/billing/answer-document.ts";
import { documentPdf } from "../../api/billing/document-pdf.ts";
import { ProblemError } from "../../core/errors.ts";
import { findNoteSource, findStatementSource } from "../../storage/billing/statement-documents.ts";
import type { FinanceCommand } from "./finance-arguments.ts";
import { refuse, type FinanceParts } from "./finance-parts.ts";

/** `document`: writes a statement or note as a file, and prints its name. */
export async function writeDocument(
  { database, print }: FinanceParts,
  { id, format, language, folder }: Extract<FinanceCommand, { kind: "document" }>,
): Promise<0 | 1> {
  const source = (await findStatementSource(database, id)) ?? (await findNoteSource(database, id));
  if (source === undefined) return refuse(print, `There is no issued statement or note ${id}.`);
  try {
    const asked = { format, language: language ?? undefined };
    const { headers, body } = await answerDocument(source, asked, documentPdf);
    const [, name = ""] = /filename="([^"]+)"/.exec(headers["content-disposition"] ?? "") ?? [];
    await writeFile(join(folder, name), body as Buffer);
    print(`${join(folder, name)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof ProblemError) return refuse(print, error.detail);
    throw error;
  }
}
