import { createHash } from "node:crypto";
import type { Month } from "../../core/billing/month.ts";
import {
  listCompletedExports,
  listExportFiles,
  type ExportRow,
} from "../../storage/billing/billing-exports.ts";
import { exportObjectKey, MANIFEST_NAME } from "../../storage/billing/export-objects.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import type { Database } from "../../storage/database/database.ts";
import { outcomeOf, type CheckOutcome, type Comparison } from "../../storage/billing/reconcile.ts";
import { sumStatements, type CurrencyTotal } from "../../storage/billing/reconcile-statements.ts";
import type { ExportTotals, NamedTotals } from "../../storage/billing/export-totals.ts";
import { formatAmount, parseAmount } from "../../core/billing/money.ts";

interface Manifest {
  readonly rows: number;
  readonly totals: ExportTotals;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[];
}

/**
 * Reads every file of every completed export of a month again: its bytes are those of the manifest, and the
 * totals those of the statements.
 */
export async function checkExports(
  database: Database,
  objectStore: ObjectStore,
  month: Month,
): Promise<CheckOutcome> {
  const comparisons: Omit<Comparison, "check">[] = [];
  for (const row of await listCompletedExports(database, month)) {
    const name = `export ${row.id} (${row.layout}, ${row.format})`;
    const compare = (place: string, expected: string, found: string) =>
      comparisons.push({ place: `${name} ${place}`, expected, found });
    const manifest = await readManifest(objectStore, row);
    if (manifest === undefined) {
      compare(MANIFEST_NAME, "a manifest", "none");
      continue;
    }
    for (const file of await listExportFiles(database, row.id)) {
      const claimed = manifest.files.find((each) => each.name === file.name);
      const digest = await digestOf(objectStore, exportObjectKey(row.id, file.name));
      compare(file.name, `${file.sha256} ${file.bytes} bytes`, digest);
      compare(
        `${file.name} in the manifest`,
        file.sha256,
        claimed === undefined ? "not named" : claimed.sha256,
      );
    }
    const sums = await sumStatements(database, month, row.organization_id);
    for (const { place, expected, found } of compareTotals(sums, manifest.totals, row.layout !== "usage")) {
      compare(place, expected, found);
    }
  }
  return outcomeOf("statements = exports", comparisons);
}

/** Compares by currency where the manifest has currencies; older ones have one sum of all. */
function compareTotals(
  statements: readonly CurrencyTotal[],
  totals: ExportTotals,
  hasMoney: boolean,
): Omit<Comparison, "check">[] {
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

function isByCurrency(totals: ExportTotals): totals is readonly NamedTotals[] {
  return Array.isArray(totals);
}

async function readManifest(objectStore: ObjectStore, row: ExportRow): Promise<Manifest | undefined> {
  const bytes = await objectStore.get(exportObjectKey(row.id, MANIFEST_NAME));
  return bytes && (JSON.parse(bytes.toString("utf8")) as Manifest);
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
