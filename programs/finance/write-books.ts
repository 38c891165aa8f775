import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { statementsList } from "../../core/billing/books-entry.ts";
import { periodOf } from "../../core/billing/month.ts";
import { formatTable } from "../../infra/terminal.ts";
import { listBooksEntries, listStatementDigests } from "../../storage/billing/books-entries.ts";
import { refuse, type FinanceParts } from "./finance-parts.ts";

/**
 * `books`: prints the entries, and writes them into a folder as files that anyone can check: `0001-entry.txt`
 * and the list of statements that it names, `0001-statements.txt`.
 */
export async function writeBooks({ database, print }: FinanceParts, folder: string | null): Promise<0 | 1> {
  const entries = await listBooksEntries(database, { after: 0, limit: 1_000_000 });
  if (entries.length === 0) return refuse(print, "No month is closed yet.");
  print(
    formatTable(
      ["entry", "period", "made", "SHA-256"],
      entries.map((row) => [String(row.entry), periodOf(row.month), row.made_at.toISOString(), row.sha256]),
    ),
  );
  if (folder === null) return 0;
  await mkdir(folder, { recursive: true });
  for (const { entry, month, document } of entries) {
    const name = String(entry).padStart(4, "0");
    await writeFile(join(folder, `${name}-entry.txt`), document);
    const digests = await listStatementDigests(database, month, null);
    // Statements that were written later are on the list of a later entry.
    const listed = statementsList(digests.filter((digest) => digest.entry <= entry));
    await writeFile(join(folder, `${name}-statements.txt`), listed);
  }
  print(`\nWritten to ${folder}\n`);
  return 0;
}
