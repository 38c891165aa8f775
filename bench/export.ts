import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ExportFormat } from "../core/billing/export-formats.ts";
import { findBillingOperator } from "../storage/accounts/organizations.ts";
import { findExport, insertExport } from "../storage/billing/billing-exports.ts";
import { closePeriod } from "../storage/billing/billing-periods.ts";
import { FileObjectStore } from "../storage/object-store/file-object-store.ts";
import { sumUsageByMonth } from "../storage/usage/usage-ledger.ts";
import { tryStatements } from "../storage/billing/write-statements.ts";
import { runExport } from "../workers/billing/run-export.ts";
import { makeBenchOrganization, openBenchDatabase } from "./bench-database.ts";
import { processorTime } from "./processor-time.ts";

/**
 * How fast a closed month is exported and how much memory that takes, and how fast usage is summed, over
 * generated rollups: ten tiles an hour for each row, so that 10 million rows stand for 100 million events.
 * `npx tsx bench/export.ts 10000000 csv ndjson parquet`; with `--data <folder>` the rollups stay there, so
 * that making them (minutes) and measuring can be two runs: no format measures nothing.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: "string" } } });
const ROWS = Number(positionals[0] ?? 10_000_000);
const FORMATS = positionals.slice(1) as ExportFormat[];
const HOURS = 720;

const { database, directory, end } = await openBenchDatabase("export", values.data);
try {
  const organizationId = (await findBillingOperator(database)) ?? (await generate());
  if (FORMATS.length > 0) {
    const month = [new Date("2026-09-01")];
    await timed("usage.current: the sum of a month", () => sumUsageByMonth(database, organizationId, month));
    await timed("usage.current: again", () => sumUsageByMonth(database, organizationId, month));
    await timed("the open statement", () => tryStatements(database, organizationId, "2026-09-01"));
    await timed("closing the month", () => closePeriod(database, "2026-09-01", "bench"));
  }
  for (const format of FORMATS) await measureExport(organizationId, format);
} finally {
  await end();
}
process.exit();

async function generate(): Promise<string> {
  const organizationId = await makeBenchOrganization(database);
  await database`
    insert into usage_rollups (booked_in, organization_id, hour, link_id, target_id, tile_requests, tile_bytes)
    select '2026-09-01', ${organizationId}::uuid, timestamptz '2026-09-01' + (hour || ' hours')::interval,
      lpad(to_hex(link), 32, '0')::uuid, lpad(to_hex(link), 32, 'a')::uuid, 10, 200000 + link
    from generate_series(0, ${HOURS - 1}::int) as hour, generate_series(1, ${Math.ceil(ROWS / HOURS)}::int) as link`;
  await database`
    insert into usage_months (booked_in, organization_id, month, link_id, target_id, tile_requests, tile_bytes)
    select booked_in, organization_id, booked_in, link_id, target_id, sum(tile_requests), sum(tile_bytes)
    from usage_rollups group by 1, 2, 3, 4, 5`;
  await database`vacuum analyze usage_months`;
  await database`vacuum analyze usage_rollups`;
  const [row] = await database<{ rows: number; tiles: number }[]>`
    select count(*) as rows, sum(tile_requests)::bigint as tiles from usage_months`;
  console.log(
    `${ROWS.toLocaleString("en")} hourly rollups, ${row?.rows} links, ${row?.tiles.toLocaleString("en")} tiles`,
  );
  return organizationId;
}

async function timed(name: string, action: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  await action();
  console.log(`${name}: ${(performance.now() - startedAt).toFixed(1)} ms`);
}

async function measureExport(organizationId: string, format: ExportFormat): Promise<void> {
  const { id } = await insertExport(database, {
    ownerOrganizationId: organizationId,
    organizationId: null,
    month: "2026-09-01",
    layout: "usage",
    format,
    createdBy: "bench",
  });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const [startedAt, before] = [performance.now(), processorTime(directory)];
  await runExport({ database, objectStore: new FileObjectStore(join(directory, "objects")) }, id);
  const seconds = (performance.now() - startedAt) / 1000;
  const after = processorTime(directory);
  clearInterval(watch);
  const rows = (await findExport(database, id))?.rows_done ?? 0;
  const rate = Math.round(rows / seconds).toLocaleString("en");
  const [own, server] = [after.own - before.own, after.server - before.server];
  console.log(
    `export ${format}: ${rows.toLocaleString("en")} rows, ${rate} rows/s, ${seconds.toFixed(1)} s, at most ${Math.round(peak / 1e6)} MB resident; processor: node ${own.toFixed(1)} s, PostgreSQL ${server.toFixed(1)} s`,
  );
}
