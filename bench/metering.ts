import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "../core/ids.ts";
import type { UsageEvent } from "../core/usage.ts";
import { encodeUsageEvents } from "../core/usage-wire.ts";
import { createLogger } from "../infra/logger.ts";
import { startStack } from "../infra/local/stack.ts";
import { openPatientConnection } from "../queue/connection.ts";
import { UsageStream } from "../queue/usage-stream.ts";
import { createFirstOrganization } from "../storage/first-organization.ts";
import { openDatabase } from "../storage/postgres.ts";
import { Client } from "../test/support/client.ts";
import { grantedTileUrl, shareItem } from "../test/support/shared-item.ts";

/**
 * How fast the metering worker drains the usage stream into PostgreSQL, alone and while the API serves cached tiles; every process, PostgreSQL
 * and Redis included, is real. `npx tsx bench/metering.ts [events]`
 */
const EVENTS = Number(process.argv[2] ?? 300_000);
const EVENTS_PER_ENTRY = 50;
const LINKS = 200;
const VIEWERS = 8;

const directory = await mkdtemp(join(tmpdir(), "bench-metering-"));
// PostgreSQL runs under an account of its own when root starts it.
await chmod(directory, 0o755);
const stack = await startStack({ directory, log: (line) => console.error(line) });
const database = openDatabase(stack.databaseUrl, 2);
const connection = openPatientConnection(stack.config, createLogger(stack.config, "bench"));
const stream = new UsageStream(connection, stack.config.REDIS_PREFIX);
try {
  await stack.startProcesses();
  const { apiKey } = await createFirstOrganization(database, {
    organization: "Bench",
    administrator: "Ada",
    email: `${randomBytes(4).toString("hex")}@example.org`,
  });
  const client = new Client(stack.apiUrl, apiKey);
  const shared = await shareItem({ client, storeFolder: join(directory, "objects") });
  const url = await grantedTileUrl({ client }, shared.token, shared.tile);
  await client.get(url);

  const alone = await measureTiles(url, 4_000);
  console.log(`tiles served, nothing to drain     ${perSecond(alone)}`);
  const organizationId = newId();
  await fillStream(organizationId);
  let draining = true;
  const serving = measureTiles(url, Infinity, () => draining);
  const startedAt = performance.now();
  await untilRecorded(organizationId);
  const drained = EVENTS / ((performance.now() - startedAt) / 1000);
  draining = false;
  console.log(`tiles served while draining        ${perSecond(await serving)}`);
  console.log(`events drained while tiles served  ${perSecond(drained)}`);

  const quietOrganizationId = newId();
  await fillStream(quietOrganizationId);
  const quietStartedAt = performance.now();
  await untilRecorded(quietOrganizationId);
  console.log(
    `events drained, no tiles           ${perSecond(EVENTS / ((performance.now() - quietStartedAt) / 1000))}`,
  );
} finally {
  connection.disconnect();
  await database.end();
  await stack.stop();
  await rm(directory, { recursive: true, force: true });
}
process.exit();

function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString("en")}/s`.padStart(12);
}

/** Written ahead of the worker as far as it goes: filling is much faster than draining. */
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
      itemId: link,
      bytes: 20_000 + (index % 1_000),
      cacheResult: "memory",
      status: 200,
    };
  }
}

/** Polls the rollups, which cost nothing to read. */
async function untilRecorded(organizationId: string): Promise<void> {
  for (;;) {
    const [row] = await database<{ tiles: number }[]>`
      select coalesce(sum(tile_requests), 0)::bigint as tiles from usage_months where organization_id = ${organizationId}`;
    if (row?.tiles === EVENTS) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Tiles per second over kept-alive connections. */
async function measureTiles(url: string, tiles: number, goOn: () => boolean = () => true): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: VIEWERS });
  const startedAt = performance.now();
  let served = 0;
  const view = async () => {
    while (served < tiles && goOn()) {
      await getTile(url, agent);
      served += 1;
    }
  };
  await Promise.all(Array.from({ length: VIEWERS }, view));
  agent.destroy();
  return served / ((performance.now() - startedAt) / 1000);
}

function getTile(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`a tile was answered ${response.statusCode}`));
      response.resume().once("end", resolve);
    }).once("error", reject);
  });
}
