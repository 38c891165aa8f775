import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ExportFormat } from "../core/billing/export-formats.ts";
import { exportOptions } from "../core/billing/export-options.ts";
import { checksOf, runChecks } from "../programs/finance/reconcile-month.ts";
import { readBillingSettings } from "../storage/billing/billing-books.ts";
import { findExport, insertExport, type ExportRow } from "../storage/billing/billing-exports.ts";
import { closePeriod, draftPeriod } from "../storage/billing/billing-periods.ts";
import type { CheckOutcome } from "../storage/billing/reconcile.ts";
import { EXPORT_LAYOUT_NAMES, type ExportLayoutName } from "../storage/billing/export-layouts.ts";
import { exportSettings, layoutOf, selectRows } from "../storage/billing/export-query.ts";
import { FileObjectStore } from "../storage/object-store/file-object-store.ts";
import { selectionOf } from "../workers/billing/export-manifest.ts";
import { runExport } from "../workers/billing/run-export.ts";
import { makeBenchOrganization, openBenchDatabase } from "./bench-database.ts";
import { processorTime, type ProcessorTime } from "./processor-time.ts";

/**
 * Closes, reconciles and exports a month of many organizations, over events made by SQL: `npx tsx
 * bench/billing-close.ts --organizations 10000 --events 10000000 --export focus:parquet`. Says wall time, and
 * processor time of this process and of PostgreSQL, which other work on the machine does not change. `--data
 * <folder>` keeps what was made, for another run of exports; `--apart` also makes each comparison by itself.
 */
const { values } = parseArgs({
  options: {
    organizations: { type: "string", default: "1000" },
    links: { type: "string", default: "5" },
    events: { type: "string", default: "1000000" },
    export: { type: "string", multiple: true, default: [] },
    data: { type: "string" },
    reconcile: { type: "boolean", default: false },
    apart: { type: "boolean", default: false },
  },
});
const [ORGANIZATIONS, LINKS, EVENTS] = [values.organizations, values.links, values.events].map(Number) as [
  number,
  number,
  number,
];
const MONTH = "2026-09-01";

/** Seconds that the rows of a layout take when PostgreSQL sends them and nothing is made of them. */
const bare = new Map<string, number>();

const { database, directory, end } = await openBenchDatabase("close", values.data);
const objectStore = new FileObjectStore(join(directory, "objects"));
try {
  const [made] = await database<{ id: string }[]>`select id from organizations order by created_at limit 1`;
  const operatorId = made?.id ?? (await generate());
  await timed("draft (seal)", () => draftPeriod(database, MONTH, "bench"));
  const close = await timed("close", () => closePeriod(database, MONTH, "bench"));
  if (values.reconcile) {
    const checks = checksOf({ database, objectStore }, MONTH);
    for (const check of values.apart ? checks : [])
      await timed("  apart", async () => inWords(await check()));
    const reconcile = await timed("reconcile", async () => {
      const outcomes = await runChecks(checks);
      return outcomes.map((outcome) => `\n  ${inWords(outcome)}`).join("");
    });
    sayForAMillion({ close, reconcile });
  }
  const pairs = values.export.flatMap((each) =>
    each === "all"
      ? EXPORT_LAYOUT_NAMES.flatMap((layout) =>
          ["csv", "ndjson", "parquet"].map((format) => `${layout}:${format}`),
        )
      : [each],
  );
  for (const pair of pairs) await measureExport(operatorId, pair);
} finally {
  await end();
}
process.exit();

function inWords({ check, compared, different }: CheckOutcome): string {
  return `${check}: ${compared.toLocaleString("en")} compared, ${different} different`;
}

/** Linear where links and organizations grow with the events: what a hundred million events would take. */
function sayForAMillion(costs: Readonly<Record<string, Cost>>): void {
  const sum = (value: (cost: Cost) => number) =>
    Object.values(costs).reduce((all, cost) => all + value(cost), 0);
  for (const [name, value] of [
    ["seconds", (cost: Cost) => cost.seconds],
    ["seconds of a processor", (cost: Cost) => cost.own + cost.server],
  ] as const) {
    const each = Object.entries(costs).map(
      ([what, cost]) => `${what} ${((value(cost) / EVENTS) * 1e6).toFixed(2)}`,
    );
    const hundred = (sum(value) / EVENTS) * 100e6;
    console.log(`${name} for a million events: ${each.join(", ")}; for 100 million: ${hundred.toFixed(0)}`);
  }
}

async function generate(): Promise<string> {
  const organizationId = await makeBenchOrganization(database);
  await database`
    select create_usage_partition(day::date) from generate_series(${MONTH}::text::timestamp, '2026-10-01', '1 day') as day`;
  await timed(
    "organizations",
    () => database`
    insert into organizations (id, name, created_at)
    select lpad(to_hex(number), 32, '0')::uuid, 'Organization ' || number, '2026-08-01' from generate_series(1, ${ORGANIZATIONS}::int) as number`,
  );
  await timed("events", () =>
    database.begin(async (transaction) => {
      await transaction`set local statement_timeout = 0`;
      await transaction`
      insert into usage_events (event_id, occurred_at, kind, organization_id, link_id, target_id, bytes, cache_result, status, booked_in)
      select lpad(to_hex(number), 32, '0')::uuid, timestamptz '2026-09-01Z' + number * interval '30 days' / ${EVENTS}::int, 'tile',
        lpad(to_hex(1 + link / ${LINKS}::int), 32, '0')::uuid, lpad(to_hex(link), 32, 'b')::uuid, lpad(to_hex(link), 32, 'a')::uuid,
        1000 + link % 7, 'memory', 200, '2026-09-01'
      from (select number, (number * 7919) % (${ORGANIZATIONS}::int * ${LINKS}::int) as link
        from generate_series(0, ${EVENTS - 1}::bigint) as number) as event`;
    }),
  );
  await timed("rollups", () =>
    database.begin(async (transaction) => {
      await transaction`set local statement_timeout = 0`;
      await transaction`
      insert into usage_rollups (booked_in, organization_id, hour, link_id, target_id, tile_requests, tile_bytes)
      select booked_in, organization_id, date_trunc('hour', occurred_at), link_id, target_id, count(*), sum(bytes)
      from usage_events group by 1, 2, 3, 4, 5`;
      await transaction`
      insert into usage_months (booked_in, organization_id, month, link_id, target_id, tile_requests, tile_bytes)
      select booked_in, organization_id, booked_in, link_id, target_id, sum(tile_requests), sum(tile_bytes)
      from usage_rollups group by 1, 2, 3, 4, 5`;
      await transaction`
      insert into rate_cards (id, plan, effective_from, currency, mode, free_tiles_per_month, minimum, tiers)
      values (gen_random_uuid(), 'standard', '2026-01-01', 'EUR', 'graduated', 10, 0,
        '[{"up_to": "100", "price_per_thousand": "0.4567"}, {"up_to": null, "price_per_thousand": "0.3"}]')`;
    }),
  );
  await timed("analyze", () => database`vacuum analyze`);
  return organizationId;
}

interface Cost extends ProcessorTime {
  readonly seconds: number;
}

/** Says how long something took, and what it cost of the processor. */
async function timed(name: string, action: () => Promise<unknown>): Promise<Cost> {
  const [startedAt, before] = [performance.now(), processorTime(directory)];
  const said = await action();
  const seconds = (performance.now() - startedAt) / 1000;
  const used = processorTime(directory);
  const text = typeof said === "string" ? ` ${said}` : "";
  const [own, server] = [used.own - before.own, used.server - before.server];
  console.log(
    `${name}:${text} ${seconds.toFixed(1)} s; processor: node ${own.toFixed(1)} s, PostgreSQL ${server.toFixed(1)} s`,
  );
  return { seconds, own, server };
}

async function measureBare(row: ExportRow): Promise<number> {
  const known = bare.get(row.layout);
  if (known !== undefined) return known;
  const selection = selectionOf(row);
  const values = layoutOf(selection).columns.map(({ sql }) => sql);
  const startedAt = performance.now();
  const rows = selectRows(selection, { after: null, through: null }, values);
  let bytes = 0;
  const pieces = database.copy(`copy (${rows}) to stdout`, exportSettings(selection));
  for await (const piece of pieces) bytes += piece.length;
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`bare copy of ${row.layout}: ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`);
  bare.set(row.layout, seconds);
  return seconds;
}

async function measureExport(operatorId: string, pair: string): Promise<void> {
  const [layout, format] = pair.split(":") as [ExportLayoutName, ExportFormat];
  const { journal_accounts: accounts } = await readBillingSettings(database);
  const options = exportOptions(layout, format, {}, accounts);
  if ("field" in options) throw new Error(options.message);
  const { id } = await insertExport(database, {
    ownerOrganizationId: operatorId,
    organizationId: null,
    month: MONTH,
    layout,
    format,
    options,
    createdBy: "bench",
  });
  const row = await findExport(database, id);
  if (row === undefined) throw new Error("there is no export");
  const bareSeconds = await measureBare(row);
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  let rows = 0;
  const { seconds, own, server } = await timed(`export ${pair}`, async () => {
    await runExport({ database, objectStore }, id);
    rows = (await findExport(database, id))?.rows_done ?? 0;
    return `${rows.toLocaleString("en")} rows`;
  });
  clearInterval(watch);
  const [rate, rateOfOne] = [rows / seconds, rows / (own + server)].map((each) =>
    Math.round(each).toLocaleString("en"),
  );
  console.log(
    `  ${rate} rows/s (${rateOfOne} a second of one processor), ${(seconds / bareSeconds).toFixed(2)} x a bare copy, at most ${Math.round(peak / 1e6)} MB resident`,
  );
}
