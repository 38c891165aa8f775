import { periodOf, type Month } from "../../core/billing/month.ts";
import { formatTable, progressBar } from "../../infra/terminal.ts";
import { readBulk } from "../../storage/billing/bulk-reading.ts";
import { findBooksEntry } from "../../storage/billing/books-entries.ts";
import type { CheckOutcome } from "../../storage/billing/reconcile.ts";
import { compareBooks } from "../../storage/billing/reconcile-books.ts";
import { compareNumbers } from "../../storage/billing/reconcile-notes.ts";
import { compareSeals } from "../../storage/billing/reconcile-seals.ts";
import { compareStatements } from "../../storage/billing/reconcile-statements.ts";
import {
  compareEventsWithRollups,
  compareRollupsWithDays,
  compareRollupsWithMonths,
} from "../../storage/billing/reconcile-usage.ts";
import { isDatabaseUnavailable, type Database } from "../../storage/database/database.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { checkExports } from "./check-exports.ts";
import type { FinanceParts } from "./finance-parts.ts";

interface Parts {
  readonly database: Database;
  readonly objectStore: ObjectStore;
}

/** The comparisons of a month. One that fails is a difference, and does not stop the others. */
export function checksOf(
  { database, objectStore }: Parts,
  month: Month,
): readonly (() => Promise<CheckOutcome>)[] {
  const checks: readonly [string, () => Promise<CheckOutcome>][] = [
    [
      "events = hourly rollups",
      () => readBulk(database, (reader) => compareEventsWithRollups(reader, month)),
    ],
    [
      "hourly rollups = daily rollups",
      () => readBulk(database, (reader) => compareRollupsWithDays(reader, month)),
    ],
    [
      "hourly rollups = monthly rollups",
      () => readBulk(database, (reader) => compareRollupsWithMonths(reader, month)),
    ],
    ["monthly rollups = statements", () => compareStatements(database, month)],
    ["statements = exports", () => checkExports(database, objectStore, month)],
    ["books = what was closed", () => compareBooks(database, month)],
    ["numbers have no gaps", () => compareNumbers(database)],
    ["rows = their seals", () => compareSeals(database, month)],
  ];
  return checks.map(
    ([check, compare]) =>
      () =>
        compare().catch((error: unknown) => failedCheck(check, error)),
  );
}

/** What these compare says nothing about a month. */
const OF_NO_MONTH: ReadonlySet<string> = new Set(["numbers have no gaps", "rows = their seals"]);

function failedCheck(check: string, error: unknown): CheckOutcome {
  if (isDatabaseUnavailable(error)) throw error;
  const found = error instanceof Error ? error.message : String(error);
  const difference = { check, place: "the whole check", expected: "a comparison", found };
  return { check, compared: 1, different: 1, differences: [difference] };
}

/** `reconcile`: prints the comparisons; resolves to 1 where something differs, or nothing was compared. */
export async function reconcileMonth(
  parts: FinanceParts,
  { month, asJson }: { readonly month: Month; readonly asJson: boolean },
): Promise<0 | 1> {
  const { database, print, progress } = parts;
  const outcomes = await runChecks(checksOf(parts, month), (done, all) =>
    progress(progressBar("checks", done, all)),
  );
  progress("");
  const isEmpty = outcomes.every(({ check, compared }) => compared === 0 || OF_NO_MONTH.has(check));
  const isSame = outcomes.every(({ different }) => different === 0);
  const reconciles = isSame && !isEmpty;
  const entry = await findBooksEntry(database, month);
  if (asJson) {
    const books = entry === undefined ? null : { entry: entry.entry, sha256: entry.sha256 };
    const answer = { period: periodOf(month), reconciles, is_empty: isEmpty, books, checks: outcomes };
    print(`${JSON.stringify(answer, undefined, 2)}\n`);
    return reconciles ? 0 : 1;
  }
  printOutcomes(print, outcomes);
  if (entry !== undefined) print(`\nEntry ${entry.entry} of the books, SHA-256 ${entry.sha256}\n`);
  const period = periodOf(month);
  const verdict = isSame ? (isEmpty ? "holds nothing" : "reconciles") : "does NOT reconcile";
  print(`\n${period} ${verdict}.\n`);
  return reconciles ? 0 : 1;
}

/** Most of them wait for one process of PostgreSQL, so that two go on at a time. */
const CHECKS_AT_ONCE = 2;

/** Resolves to the outcomes in the order of the checks. */
export async function runChecks(
  checks: readonly (() => Promise<CheckOutcome>)[],
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  const left = checks.map((check, index) => ({ check, index }));
  let done = 0;
  onProgress(done, checks.length);
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      outcomes[next.index] = await next.check();
      done += 1;
      onProgress(done, checks.length);
    }
  };
  await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, lane));
  return outcomes;
}

function printOutcomes(print: FinanceParts["print"], outcomes: readonly CheckOutcome[]): void {
  print(
    formatTable(
      ["check", "compared", "different", ""],
      outcomes.map(({ check, compared, different }) => [
        check,
        compared.toLocaleString("en"),
        different.toLocaleString("en"),
        verdictOf(compared, different),
      ]),
    ),
  );
  for (const { check, different, differences } of outcomes) {
    for (const { place, expected, found } of differences) {
      print(`\n${check}\n  where     ${place}\n  expected  ${expected}\n  found     ${found}\n`);
    }
    const unnamed = different - differences.length;
    if (unnamed > 0) print(`\n${check}: ${unnamed.toLocaleString("en")} more differences\n`);
  }
}

function verdictOf(compared: number, differences: number): string {
  if (differences > 0) return "DIFFERENT";
  return compared === 0 ? "nothing to compare" : "same";
}
