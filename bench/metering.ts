import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "../infra/new-id.ts";
import type { UsageEvent } from "../core/usage/usage-event.ts";
import { encodeUsageEvents } from "../core/usage/usage-wire.ts";
import { createLogger } from "../infra/logger.ts";
import { POSTGRES_USER } from "../local/services/postgres-data.ts";
import { ensureSecrets } from "../local/services/secrets.ts";
import { startStack } from "../local/services/start-stack.ts";
import { openPatientConnection } from "../queue/connection.ts";
import { UsageStream } from "../queue/usage-stream.ts";
import { makeOrganization } from "../test/support/make-organization.ts";
import { openDatabase } from "../storage/database/database.ts";
import { Client } from "../test/support/client.ts";
import { grantedTileUrl, shareItem } from "../test/support/shared-item.ts";
import { requestText, startLoad } from "./load.ts";

/**
 * How fast the metering worker drains the usage stream into PostgreSQL, alone and while the API serves cached
 * tiles; every process, PostgreSQL and Redis included, is real. `npm run bench:metering [events]`
 */
const EVENTS = Number(process.argv[2] ?? 300_000);
const EVENTS_PER_ENTRY = 50;
const LINKS = 200;
const VIEWERS = 8;
/** Of draining with and without the sums by day. */
const ROUNDS = 3;

const directory = await mkdtemp(join(tmpdir(), "bench-metering-"));
// PostgreSQL runs under a separate account when root starts it.
await chmod(directory, 0o755);
const stack = await startStack({ directory, log: (line) => console.error(line) });
const database = openDatabase(stack.databaseUrl, 2);
const owner = openDatabase(ownerUrl(), 1);
const connection = openPatientConnection(stack.config, createLogger(stack.config, "bench"));
const stream = new UsageStream(connection, stack.config.REDIS_PREFIX);
const load = await startLoad();
try {
  await stack.startProcesses();
  const { apiKey } = await makeOrganization(database, {
    organization: "Bench",
    administrator: "Ada",
    email: `${randomBytes(4).toString("hex")}@example.org`,
  });
  const client = new Client(stack.apiUrl, apiKey);
  const shared = await shareItem({ client, storeFolder: join(directory, "objects") });
  const url = await grantedTileUrl({ client }, shared.token, shared.tile);
  await client.get(url);

  const tiles = async (seconds: number) => {
    const port = Number(new URL(url).port);
    const served = await load.measure({ port, request: requestText(url), connections: VIEWERS, seconds });
    return served.requests / served.seconds;
  };
  console.log(`tiles served, nothing to fill      ${perSecond(await tiles(4))}`);
  await untilDrained();
  const drainedAlone = await drained();
  const serving = tiles(Infinity);
  const drainedWhileServing = await drained();
  load.finish();
  console.log(`tiles served while draining        ${perSecond(await serving)}`);
  console.log(`events drained while tiles served  ${perSecond(drainedWhileServing)}`);
  console.log(`events drained, no tiles           ${perSecond(drainedAlone)}`);
  await compareWithoutDays();
} finally {
  load.stop();
  connection.disconnect();
  await database.end();
  await owner.end();
  await stack.stop();
  await rm(directory, { recursive: true, force: true });
}
process.exit();

/** What the sums by day cost: the database adds hours to them, by triggers. */
async function compareWithoutDays(): Promise<void> {
  const rates: Record<"with" | "without", number[]> = { with: [], without: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, action] of [
      ["with", "enable"],
      ["without", "disable"],
    ] as const) {
      for (const trigger of ["usage_rollups_days_insert", "usage_rollups_days_update"]) {
        await owner.unsafe(`alter table usage_rollups ${action} trigger ${trigger}`);
      }
      await untilDrained();
      rates[name].push(await drained());
    }
  }
  for (const name of ["with", "without"] as const) {
    console.log(`events drained, ${name.padEnd(7)} sums by day ${perSecond(median(rates[name]))}`);
  }
  console.log(
    `ratio of rounds: ${rates.with.map((rate, at) => (rate / (rates.without[at] ?? NaN)).toFixed(2)).join(", ")}`,
  );
}

/** Triggers belong to the owner of the tables, whom no process of the system serves as. */
function ownerUrl(): string {
  const url = new URL(stack.databaseUrl);
  url.username = POSTGRES_USER;
  url.password = ensureSecrets(directory).databasePassword;
  return url.href;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString("en")}/s`.padStart(12);
}

/**
 * Events per second from the stream into PostgreSQL; what the worker takes while the stream is being filled
 * does not count.
 */
async function drained(): Promise<number> {
  const organizationId = newId();
  await fillStream(organizationId);
  const startedAt = performance.now();
  const before = await recordedOf(organizationId);
  while ((await recordedOf(organizationId)) < EVENTS) await new Promise((resolve) => setTimeout(resolve, 20));
  return (EVENTS - before) / ((performance.now() - startedAt) / 1000);
}

async function fillStream(organizationId: string): Promise<void> {
  const links = Array.from({ length: LINKS }, newId);
  const entries: string[] = [];
  for (let index = 0; index < EVENTS; index += EVENTS_PER_ENTRY) {
    entries.push(encodeUsageEvents(Array.from({ length: EVENTS_PER_ENTRY }, (_, at) => eventOf(index + at))));
  }
  for (let index = 0; index < entries.length; index += 500) {
    await Promise.all(entries.slice(index, index + 500).map((entry) => stream.append(entry)));
  }

  function eventOf(index: number): UsageEvent {
    const link = links[index % LINKS] ?? "";
    return {
      eventId: newId(),
      kind: "tile",
      occurredAtMs: Date.now(),
      organizationId,
      linkId: link,
      targetId: link,
      bytes: 20_000 + (index % 1_000),
      cacheResult: "memory",
      status: 200,
    };
  }
}

/** Asks the rollups, which cost nothing to read. */
async function recordedOf(organizationId: string): Promise<number> {
  const [row] = await database<{ tiles: number }[]>`
    select coalesce(sum(tile_requests), 0)::bigint as tiles from usage_months where organization_id = ${organizationId}`;
  return row?.tiles ?? 0;
}

/** What the tiles served so far have cost is recorded as well. */
async function untilDrained(): Promise<void> {
  while ((await stream.length()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
}
