import { NO_ENTRY, parseEntry, statementsList, type BooksEntry } from "../../core/billing/books-entry.ts";
import { periodOf, type Month } from "../../core/billing/month.ts";
import type { Database } from "../database/database.ts";
import { findPeriod } from "./billing-periods.ts";
import {
  digestsOfLinesSql,
  listBooksEntries,
  listStatementDigests,
  sha256Of,
  type BooksEntryRow,
} from "./books-entries.ts";
import { TABLES_OF_EVENTS } from "./books-sections.ts";
import { readSections } from "./read-sections.ts";
import { outcomeOf, type CheckOutcome, type Comparison } from "./reconcile.ts";

type Finding = Omit<Comparison, "check">;

/** Entries are a few kilobytes, and a dozen a year. */
const ALL_ENTRIES = { after: 0, limit: 1_000_000 };

/** Compares the chain of all entries, and everything that a month holds with what it was closed with. */
export async function compareBooks(database: Database, month: Month): Promise<CheckOutcome> {
  const rows = await listBooksEntries(database, ALL_ENTRIES);
  const findings = compareChain(rows);
  const own = rows.findLast((row) => parseEntry(row.document)?.month === month);
  const period = await findPeriod(database, month);
  const isClosed = (period?.closed_at ?? null) !== null;
  if (isClosed || own !== undefined) {
    const place = `period ${periodOf(month)}`;
    findings.push({ place, expected: "closed", found: isClosed ? "closed" : "open" });
    findings.push({ place, expected: "an entry", found: own === undefined ? "none" : "an entry" });
  }
  const entry = own && parseEntry(own.document);
  if (entry !== undefined) {
    const entries = rows
      .flatMap((row) => parseEntry(row.document) ?? [])
      .filter((each) => each.month === month);
    findings.push(
      ...(await compareSections(database, entry)),
      ...(await compareDigests(database, month, entries)),
    );
  }
  const outcome = outcomeOf("books = what was closed", findings);
  // The chain alone proves nothing about a month without an entry.
  return entry === undefined && outcome.different === 0 ? { ...outcome, compared: 0 } : outcome;
}

/** Each entry is its document, and follows the one before. */
function compareChain(rows: readonly BooksEntryRow[]): Finding[] {
  let previous = NO_ENTRY;
  return rows.flatMap((row, index) => {
    const place = `entry ${index + 1}`;
    const entry = parseEntry(row.document);
    const kept = `entry ${row.entry} of ${periodOf(row.month)} made ${row.made_at.toISOString()} ${row.sha256}`;
    const said =
      entry === undefined
        ? "a document"
        : `entry ${entry.entry} of ${periodOf(entry.month)} made ${entry.made} ${sha256Of(row.document)}`;
    const findings = [
      { place, expected: said, found: kept },
      { place: `${place} follows`, expected: previous, found: entry?.previous ?? "nothing" },
      { place: `${place} number`, expected: String(index + 1), found: String(row.entry) },
    ];
    previous = sha256Of(row.document);
    return findings;
  });
}

async function compareSections(database: Database, entry: BooksEntry): Promise<Finding[]> {
  const { month, format, columns, sections } = entry;
  const found = await database.begin((own) =>
    readSections({ own, helper: database }, month, { format, columns, lateDays: "all" }),
  );
  const dropped = await database<{ day: string }[]>`select distinct day::text as day from usage_retired_days`;
  const isDropped = new Set(dropped.map(({ day }) => day));
  const places = new Set([...sections, ...found].map(({ table, day }) => `${table} ${day}`));
  const digest = (of: BooksEntry["sections"], place: string) =>
    of.find(({ table, day }) => `${table} ${day}` === place)?.sha256;
  return [...places].sort().flatMap((place) => {
    const [table = "", day = ""] = place.split(" ");
    const now = digest(found, place);
    if (now === undefined && TABLES_OF_EVENTS.has(table) && isDropped.has(day)) return [];
    const where = `table ${table}, period ${periodOf(month)}${day === "-" ? "" : `, day ${day}`}`;
    return [{ place: where, expected: digest(sections, place) ?? "no rows", found: now ?? "no rows" }];
  });
}

/** Each statement's lines give its digest, and the digests are on the lists of the month's entries. */
async function compareDigests(
  database: Database,
  month: Month,
  entries: readonly BooksEntry[],
): Promise<Finding[]> {
  const kept = await listStatementDigests(database, month, null);
  const made = await database.unsafe<{ statement_id: string; sha256: string }[]>(
    await digestsOfLinesSql(database, month),
  );
  const found = new Map(made.map(({ statement_id: id, sha256 }) => [id, sha256]));
  return [
    ...entries.map(({ entry, statements }) => ({
      place: `entry ${entry}, list of statements`,
      expected: statements,
      found: sha256Of(statementsList(kept.filter((digest) => digest.entry <= entry))),
    })),
    ...kept.map(({ statement_id: id, organization_id: organization, sha256 }) => ({
      place: `statement ${id} of organization ${organization}`,
      expected: sha256,
      found: found.get(id) ?? "no lines",
    })),
  ];
}
