import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../../infra/package-root.ts";
import { startChaosSystem } from "./chaos-system.ts";
import type { Fault } from "./fault.ts";
import { PART_FAULTS } from "./part-faults.ts";
import { PROCESS_FAULTS } from "./process-faults.ts";
import { tableOf, withTable, type Row } from "./reliability-table.ts";
import { runFault } from "./run-fault.ts";

/**
 * `npm run test:chaos [-- --short] [--only TEXT]`: takes the parts of a whole system away while viewers
 * watch. Prints the table, writes it into docs/reliability.md when all rows ran, and ends with 1 when a goal
 * is not met.
 */
const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    keep: { type: "boolean", default: false },
  },
});
const { short: isShort, only, keep } = values;
/** What matters most comes first; the restart of everything takes longest. */
const all = [...PROCESS_FAULTS, ...PART_FAULTS].toSorted((a, b) => rankOf(a) - rankOf(b));
const chosen = all.filter(
  (fault) =>
    (only.length === 0 || only.some((text) => fault.name.includes(text))) &&
    (!isShort || only.length > 0 || fault.isShort === true),
);
const directory = await mkdtemp(join(tmpdir(), "chaos-"));
const rows: Row[] = [];
const system = await startChaosSystem(directory);
try {
  for (const [number, fault] of chosen.entries()) {
    if (fault.needsS3 === true && system.s3 === undefined) continue;
    console.error(`${fault.name} …`);
    const row = await runTwice(fault, number);
    console.error(
      `  ${row.seen}; failed: ${row.failed}; usage: ${row.usage}; ${row.violations.join(", ") || "met"}`,
    );
    rows.push(row);
    if (only.length === 0 && !isShort) await writeTable();
  }
} finally {
  await system.stop();
  if (keep) console.error(`logs: ${directory}`);
  else await rm(directory, { recursive: true, force: true });
}
console.log(tableOf(rows));
process.exit(rows.every(({ violations }) => violations.length === 0) ? 0 : 1);

function rankOf({ isShort, name }: Fault): number {
  if (name.startsWith("rolling restart")) return 2;
  return isShort === true ? 0 : 1;
}

/** A row that misses its goal runs once more: on a busy machine, other work may have been the reason. */
async function runTwice(fault: Fault, number: number): Promise<Row> {
  const row = await runFault(system, fault, { number, isShort });
  if (row.violations.length === 0) return row;
  console.error(`  ${row.seen}; failed: ${row.failed}; ${row.violations.join(", ")}; once more …`);
  const again = await runFault(system, fault, { number: number + all.length, isShort });
  return { ...again, seen: `${again.seen} (second try)` };
}

async function writeTable(): Promise<void> {
  const file = join(packageRoot, "docs", "reliability.md");
  const date = new Date().toISOString().slice(0, 10);
  const where = `${date}, Node ${process.versions.node}, ${cpus().length} processors shared with the viewers, ${system.s3 === undefined ? "a directory as store" : "an S3 server"}.`;
  await writeFile(file, withTable(await readFile(file, "utf8"), `${where}\n\n${tableOf(rows)}`));
}
