import { createHash } from "node:crypto";
import type { Month } from "../../core/billing/month.ts";
import {
  listCompletedExports,
  listExportFiles,
  type ExportFileRow,
  type ExportRow,
} from "../../storage/billing/billing-exports.ts";
import { exportObjectKey, MANIFEST_NAME } from "../../storage/billing/export-objects.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { isDatabaseUnavailable, type Database } from "../../storage/database/database.ts";
import { outcomeOf, type CheckOutcome, type Comparison } from "../../storage/billing/reconcile.ts";
import { sumStatements, type CurrencyTotal } from "../../storage/billing/reconcile-statements.ts";
import { layoutOf } from "../../storage/billing/export-query.ts";
import { sumExportRows } from "../../storage/billing/export-rows.ts";
import { addTotals, type ExportTotals, type NamedTotals } from "../../storage/billing/export-totals.ts";
import { formatAmount, parseAmount } from "../../core/billing/money.ts";
import { exportFileBytes } from "../../workers/billing/export-files.ts";
import { describeExport, exportFileName, selectionOf } from "../../workers/billing/export-manifest.ts";
import { planFiles } from "../../workers/billing/run-export.ts";

type Finding = Omit<Comparison, "check">;

/**
 * Makes every completed export of a month again and compares it with what lies in the store: each file, what
 * is noted about it, and the manifest, field by field. The totals are those of the statements.
 */
export async function checkExports(
  database: Database,
  objectStore: ObjectStore,
  month: Month,
): Promise<CheckOutcome> {
  const findings: Finding[] = [];
  for (const row of await listCompletedExports(database, month)) {
    const name = `export ${row.id} (${row.layout}, ${row.format})`;
    try {
      for (const { place, ...finding } of await checkExport(database, objectStore, row)) {
        findings.push({ place: `${name} ${place}`, ...finding });
      }
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      findings.push({
        place: name,
        expected: "the same again",
        found: `it cannot be made: ${String(error)}`,
      });
    }
  }
  return outcomeOf("statements = exports", findings);
}

/** Makes one export again; see {@link checkExports}. */
export async function checkExport(
  database: Database,
  objectStore: ObjectStore,
  row: ExportRow,
): Promise<Finding[]> {
  const kept = await listExportFiles(database, row.id);
  const made = await makeFilesAgain(database, row, kept);
  const findings: Finding[] = [];
  for (let index = 0; index < Math.max(made.length, kept.length); index += 1) {
    const [again, noted] = [made[index], kept[index]];
    const place = again?.name ?? noted?.name ?? "";
    findings.push({ place: `${place} as noted`, expected: describeFile(again), found: describeFile(noted) });
    if (again === undefined) continue;
    const found = await digestOf(objectStore, exportObjectKey(row.id, place));
    findings.push({ place, expected: `${again.sha256} ${again.bytes} bytes`, found });
  }
  const bytes = await objectStore.get(exportObjectKey(row.id, MANIFEST_NAME));
  if (bytes === undefined)
    return [...findings, { place: MANIFEST_NAME, expected: "a manifest", found: "none" }];
  if (row.manifest_sha256 !== null) {
    const found = createHash("sha256").update(bytes).digest("hex");
    findings.push({ place: MANIFEST_NAME, expected: row.manifest_sha256, found });
  }
  const manifest = readManifest(bytes);
  if (manifest === undefined)
    return [...findings, { place: MANIFEST_NAME, expected: "JSON", found: "no JSON" }];
  findings.push(...compareLeaves(await describeExport(database, row, made), manifest));
  const totals = addTotals(made.map((file) => file.totals));
  if (layoutOf(selectionOf(row)).totals["amount"] === undefined && row.layout !== "usage") {
    return [...findings, ...compareSides(totals)];
  }
  const { throughEntry } = selectionOf(row);
  const sums =
    row.layout === "usage"
      ? await sumMonths(database, row.month, row.organization_id)
      : await sumStatements(database, row.month, row.organization_id, throughEntry);
  return [...findings, ...compareTotals(sums, totals, row.layout !== "usage")];
}

/** The files as the export would write them now, cut where it cut them. */
async function makeFilesAgain(
  database: Database,
  row: ExportRow,
  kept: readonly ExportFileRow[],
): Promise<ExportFileRow[]> {
  const selection = selectionOf(row);
  const files: ExportFileRow[] = [];
  do {
    const [plan] = await planFiles(database, selection, files.at(-1), row, 1);
    if (plan === undefined) break;
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of exportFileBytes(database, selection, plan.span, row)) {
      hash.update(piece);
      bytes += piece.length;
    }
    const { rows, totals } = await sumExportRows(database, selection, plan.span);
    files.push({
      number: plan.number,
      name: exportFileName(row, plan.number),
      rows,
      bytes,
      sha256: hash.digest("hex"),
      totals: inFormOf(kept[files.length]?.totals, totals),
      last_key: plan.span.through,
    });
  } while (files.at(-1)?.last_key !== null);
  return files;
}

/** Exports of before there were statements by currency have one sum of all. */
function inFormOf(kept: ExportTotals | undefined, totals: ExportTotals): ExportTotals {
  if (kept === undefined || isByCurrency(kept) || !isByCurrency(totals)) return totals;
  return addTotals(totals.map(({ currency: _currency, ...named }) => named));
}

function describeFile(file: ExportFileRow | undefined): string {
  if (file === undefined) return "no file";
  const { number, name, rows, bytes, sha256, totals, last_key: lastKey } = file;
  const sums = Object.entries(leavesOf(totals))
    .map(([path, value]) => `${path} ${value}`)
    .sort()
    .join(", ");
  return `${number} ${name} ${rows} rows ${bytes} bytes ${sha256} totals ${sums} through ${String(lastKey)}`;
}

/** Descriptions are words that a later version may put better; the digest of the manifest covers them. */
const WORDS = /\.description$/;

function compareLeaves(expected: object, found: object): Finding[] {
  const [one, other] = [leavesOf(expected), leavesOf(found)];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((path) => !(WORDS.test(path) && path in one && path in other))
    .map((path) => ({
      place: `${MANIFEST_NAME} ${path}`,
      expected: one[path] ?? "nothing",
      found: other[path] ?? "nothing",
    }));
}

/** The plain values in an object by their paths, such as `files.0.sha256`, as JSON. */
function leavesOf(value: unknown, path = ""): Record<string, string> {
  if (typeof value !== "object" || value === null) return { [path]: JSON.stringify(value) };
  const entries = Object.entries(value);
  if (entries.length === 0) return { [path]: JSON.stringify(value) };
  const below = entries.map(([name, each]) => leavesOf(each, path === "" ? name : `${path}.${name}`));
  return Object.assign({}, ...below) as Record<string, string>;
}

/** What is booked in a month: also for accounts that have no statement yet. */
async function sumMonths(
  database: Database,
  month: Month,
  organizationId: string | null,
): Promise<CurrencyTotal[]> {
  return await database<CurrencyTotal[]>`
    select '' as currency, '0' as amount, coalesce(sum(tile_requests), 0)::text as tiles from usage_months
    where booked_in = ${month}::text::date and (${organizationId}::uuid is null or organization_id = ${organizationId})`;
}

/** Compares by currency where the manifest has currencies; older ones have one sum of all. */
function compareTotals(
  statements: readonly CurrencyTotal[],
  totals: ExportTotals,
  hasMoney: boolean,
): Finding[] {
  if (!isByCurrency(totals)) {
    const sum = (name: "tiles" | "amount") =>
      formatAmount(statements.reduce((all, each) => all + parseAmount(each[name]), 0n));
    const names = hasMoney ? (["tiles", "amount"] as const) : (["tiles"] as const);
    return names.map((name) => ({ place: name, expected: sum(name), found: totals[name] ?? "0" }));
  }
  const currencies = new Set([...statements, ...totals].map(({ currency }) => currency ?? ""));
  const describe = (each: NamedTotals | CurrencyTotal | undefined) =>
    each === undefined ? "nothing" : `${each.amount} for ${each.tiles} tiles`;
  return [...currencies].map((currency) => ({
    place: `total in ${currency}`,
    expected: describe(statements.find((each) => each.currency === currency)),
    found: describe(totals.find((each) => each["currency"] === currency)),
  }));
}

/** A journal is balanced in each currency; other layouts without amounts have no sums. */
function compareSides(totals: ExportTotals): Finding[] {
  const sums: readonly NamedTotals[] = isByCurrency(totals) ? totals : [];
  return sums.map(({ currency = "", debit = "0", credit = "0" }) => ({
    place: `credit in ${currency}`,
    expected: debit,
    found: credit,
  }));
}

function isByCurrency(totals: ExportTotals): totals is readonly NamedTotals[] {
  return Array.isArray(totals);
}

function readManifest(bytes: Buffer): object | undefined {
  try {
    const manifest: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof manifest === "object" && manifest !== null ? manifest : undefined;
  } catch {
    return undefined;
  }
}

async function digestOf(objectStore: ObjectStore, key: string): Promise<string> {
  const stream = await objectStore.getStream(key);
  if (stream === undefined) return "missing";
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of stream) {
    hash.update(piece);
    bytes += piece.length;
  }
  return `${hash.digest("hex")} ${bytes} bytes`;
}
