import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utcMonthStart } from "../core/usage/usage-event.ts";
import { startLocalServicesAside } from "../local/services/start-local-services.ts";
import { migrate } from "../storage/database/migrate.ts";
import { openDatabase } from "../storage/database/database.ts";
import { queryUsage, type UsageQuestion } from "../storage/usage/query-usage.ts";
import { sumUsageByMonth } from "../storage/usage/usage-ledger.ts";
import { makeBenchOrganization } from "./bench-database.ts";

/**
 * How long `usage.current` and `usage.history` take when 10,000 links of five organizations have served 100.8
 * million tiles in twelve months: rollups are generated, the question is the operations' own. `npx tsx
 * bench/usage-queries.ts`
 */
const LINKS = 10_000;
const ORGANIZATIONS = 5;
const MONTHS = 12;
const TILES_PER_LINK_AND_MONTH = 840;
const RUNS = 50;
/** Links with tiles in every hour of the twelve months. */
const HOURLY_LINKS = 20;

const QUESTIONS: Readonly<Record<string, Pick<UsageQuestion, "window" | "groupBy">>> = {
  "a year by month and link": { window: "month", groupBy: ["link"] },
  "a year by day": { window: "day", groupBy: [] },
  "a year by day and link": { window: "day", groupBy: ["link"] },
};

const directory = await mkdtemp(join(tmpdir(), "bench-usage-"));
// PostgreSQL runs under a separate account when root starts it.
await chmod(directory, 0o755);
const services = await startLocalServicesAside({ directory });
const database = openDatabase(services.databaseUrl, 1);
try {
  await migrate(services.databaseUrl);
  const organizationId = await makeBenchOrganization(database);
  const months = Array.from({ length: MONTHS }, (_, index) => utcMonthStart(Date.now(), -index));
  const names = months.map((month) => month.toISOString().slice(0, 10));
  await database`
    insert into usage_months (booked_in, organization_id, month, link_id, target_id, tile_requests, tile_bytes)
    select month, case link % ${ORGANIZATIONS} when 0 then ${organizationId}::uuid else lpad(to_hex(link % 5), 32, '0')::uuid end,
      month, lpad(to_hex(link), 32, '0')::uuid, lpad(to_hex(link), 32, 'a')::uuid,
      ${TILES_PER_LINK_AND_MONTH}::int, 20000 * ${TILES_PER_LINK_AND_MONTH}::int
    from generate_series(1, ${LINKS}::int) as link,
      unnest(${names}::text[]::date[]) as month`;
  await database`vacuum analyze usage_months`;
  const [all] = await database<{ tiles: number; rows: number }[]>`
    select sum(tile_requests)::bigint as tiles, count(*) as rows from usage_months`;
  console.log(
    `${all?.tiles.toLocaleString("en")} tiles in ${all?.rows.toLocaleString("en")} monthly rollups`,
  );
  console.log(`usage.current   ${await milliseconds(months.slice(0, 1))}`);
  console.log(`usage.history   ${await milliseconds(months)}`);
  await database`
    insert into usage_rollups (booked_in, organization_id, hour, link_id, target_id, tile_requests, tile_bytes)
    select date_trunc('month', hour at time zone 'UTC')::date, ${organizationId}::uuid, hour,
      lpad(to_hex(link), 32, '0')::uuid, lpad(to_hex(link), 32, 'a')::uuid, 100, 2000000
    from generate_series(${months.at(-1) ?? new Date()}::timestamptz, now(), '1 hour') as hour,
      generate_series(1, ${HOURLY_LINKS}::int) as link`;
  await database`vacuum analyze usage_rollups, usage_days`;
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const asked = {
      organizationId,
      fromMs: months.at(-1)?.getTime() ?? 0,
      toMs: Date.now(),
      only: {},
      ...question,
    };
    const ask = () => queryUsage(database, asked, { rowsMax: 20_000, nowMs: Date.now() });
    console.log(`usage.query, ${name}   ${await timesOf(ask)}`);
  }
  const plan = await database<{ "QUERY PLAN": string }[]>`
    explain (analyze, buffers, costs off) select month::text as month, sum(tile_requests)::bigint as tile_requests
    from usage_months where organization_id = ${organizationId} and month = any(${names.slice(0, 1)}::text[]::date[]) group by month`;
  console.log(plan.map((line) => line["QUERY PLAN"]).join("\n"));
  const year = await database<{ "QUERY PLAN": string }[]>`
    explain (analyze, buffers, costs off) select day, sum(tile_requests)::bigint as tile_requests from usage_days
    where organization_id = ${organizationId} and booked_in = any(${names}::text[]::date[])
      and day >= ${names.at(-1) ?? ""}::text::date group by day`;
  console.log(year.map((line) => line["QUERY PLAN"]).join("\n"));
} finally {
  await database.end();
  await services.stop();
  await rm(directory, { recursive: true, force: true });
}
process.exit();

async function milliseconds(months: readonly Date[]): Promise<string> {
  const [organization] = await database<{ id: string }[]>`select id from organizations`;
  return await timesOf(() => sumUsageByMonth(database, organization?.id ?? "", months));
}

async function timesOf(ask: () => Promise<unknown>): Promise<string> {
  const took: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = performance.now();
    await ask();
    took.push(performance.now() - startedAt);
  }
  const [first = NaN] = took;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor((took.length - 1) * share)]?.toFixed(1);
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms, the first ${first.toFixed(1)} ms`;
}
