import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startApi } from "../api/start-api.ts";
import { parseConfig } from "../infra/config.ts";
import { Lifecycle } from "../infra/lifecycle.ts";
import { startLocalServicesAside } from "../local/services/start-local-services.ts";
import { createLogger } from "../infra/logger.ts";
import { createMetrics } from "../infra/metrics.ts";
import { openPatientConnection } from "../queue/connection.ts";
import { makeOrganization } from "../test/support/make-organization.ts";
import { Client } from "../test/support/client.ts";
import { seededRandom } from "../test/faults/random.ts";
import { grantedTileUrl, PASSWORD, shareItem } from "../test/support/shared-item.ts";
import { startWorkers } from "../workers/start-workers.ts";
import type { CachedServerKind, CachedServerState } from "./cached-server.ts";
import { forkSibling, requestText, startLoad } from "./load.ts";

/**
 * Cached tiles against a bare `node:http` server that answers the same bytes, with two headers and with all
 * that a tile has, all in one run: by GET grant
 * with usage recorded and without, and by `share.tile.render` with a known password. `npm run bench:cached --
 * [rounds] [seconds] [connections] [mixed|apart] [Node options of the servers …]`. `mixed`: before each turn
 * the servers of GETs serve a second of `share.tile.render`, as a process in use does; `apart`: never.
 */
const [, , roundsText = "7", secondsText = "3", connectionsText = "64", kinds = "mixed", ...nodeOptions] =
  process.argv;
const SECRET = "0".repeat(32);
const STREAM = "{geopera}:usage";

const folder = mkdtempSync(join(tmpdir(), "bench-cached-"));
// PostgreSQL runs under a separate account when root starts it.
chmodSync(folder, 0o755);
const services = await startLocalServicesAside({ directory: join(folder, "services") });
const environment = {
  LOG_LEVEL: "error",
  GEOPERA_MODE: "development",
  DATABASE_URL: services.databaseUrl,
  REDIS_URL: services.redisUrl,
  OBJECT_STORE_URL: pathToFileURL(join(folder, "objects")).href,
  API_PORT: "0",
  GRANT_SECRET: SECRET,
  BCRYPT_COST: "4",
  // One link is asked for far more than its minute.
  LIMIT_TILES_PER_LINK: "1000000000",
};

interface Contestant {
  readonly name: string;
  readonly server: ChildProcess;
  readonly request: string;
  readonly perSecond: number[];
  /** CPU of a request, in microseconds, by process. */
  readonly cpuMicros: Record<"server" | "client" | "Redis", number[]>;
  readonly eventsPerBatch: number[];
}

const connection = openPatientConnection(
  { REDIS_URL: services.redisUrl },
  createLogger({ LOG_LEVEL: "error" }, "bench"),
);
const load = await startLoad();
const servers: ChildProcess[] = [];
try {
  const { tile, headers, tileUrl, renderBody } = await shareOneTile();
  const tileFile = join(folder, "tile.png");
  writeFileSync(tileFile, tile);
  const bare = await startServer("bare", tileFile);
  const dressed = await startServer("dressed", tileFile, headers);
  const recorded = await startServer("recorded", tileFile);
  const unrecorded = await startServer("unrecorded", tileFile);
  const rendering = await startServer("recorded", tileFile);
  const grant = requestText(tileUrl);
  const render = requestText(new URL("/v1/op/share.tile.render", tileUrl).href, renderBody);
  const contestants = [
    contestant("bare node:http", bare, grant),
    contestant("the same, our headers", dressed, grant),
    contestant("GET grant, recorded", recorded, grant),
    contestant("GET grant, unrecorded", unrecorded, grant),
    contestant("share.tile.render, recorded", rendering, render),
  ] as const;
  for (const each of contestants) await measure(each, 2);
  for (let round = 0; round < Number(roundsText); round += 1) {
    for (const each of contestants) {
      if (kinds === "mixed" && (each.server === recorded || each.server === unrecorded)) {
        await measure(contestant("both kinds", each.server, render), 1);
      }
      await measure(each, Number(secondsText), true);
    }
  }
  console.log(
    `tile of ${tile.length} bytes, ${connectionsText} connections, ${kinds}, ${roundsText} rounds of ${secondsText} s each; medians`,
  );
  const [first, second, withUsage, withoutUsage] = contestants;
  for (const each of contestants) console.log(describe(each, first, second));
  console.log(`recording leaves ${ratio(withUsage, withoutUsage).toFixed(2)} of what is served without it`);
} finally {
  for (const server of servers) server.disconnect();
  load.stop();
  connection.disconnect();
  await services.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

/** Renders one tile of a usual size, so that it is in the store. */
async function shareOneTile() {
  const config = parseConfig({ ...environment, JOURNAL_DIR: join(folder, "journal") });
  const logger = createLogger(config, "bench");
  const lifecycle = new Lifecycle(logger);
  const metrics = createMetrics();
  const { url, deps } = await startApi(config, logger, lifecycle, metrics);
  await startWorkers({ config, logger, lifecycle, metrics }, ["render"]);
  try {
    const { apiKey } = await makeOrganization(deps.database, {
      organization: "Bench",
      administrator: "Ada",
      email: "ada@example.org",
    });
    const client = new Client(url, apiKey);
    const noise = seededRandom(1);
    const shared = await shareItem(
      { client, storeFolder: join(folder, "objects") },
      { value: (band, column, row) => (band * 60 + column / 4 + row / 8 + noise() * 0.6) % 256 },
    );
    const tileUrl = await grantedTileUrl({ client }, shared.token, shared.tile);
    const { bytes: tile } = await client.get(tileUrl);
    const headers = [...(await fetch(tileUrl)).headers]
      .filter(([name]) => !["date", "connection", "keep-alive"].includes(name))
      .flat();
    const renderBody = { token: shared.token, password: PASSWORD, ...shared.tile, format: "png" };
    return { tile, headers, tileUrl, renderBody };
  } finally {
    await lifecycle.close();
  }
}

async function startServer(
  kind: CachedServerKind,
  tileFile: string,
  headers: readonly string[] = [],
): Promise<ChildProcess> {
  const own = { ...environment, JOURNAL_DIR: join(folder, `journal-${kind}`) };
  const input = [kind, tileFile, JSON.stringify(headers)];
  const server = await forkSibling("./cached-server", input, own, nodeOptions);
  servers.push(server);
  return server;
}

async function stateOf(server: ChildProcess): Promise<CachedServerState> {
  server.send("state");
  const [state] = (await once(server, "message")) as [CachedServerState];
  return state;
}

function contestant(name: string, server: ChildProcess, request: string): Contestant {
  return {
    name,
    server,
    request,
    perSecond: [],
    cpuMicros: { server: [], client: [], Redis: [] },
    eventsPerBatch: [],
  };
}

async function measure(each: Contestant, seconds: number, isCounted = false): Promise<void> {
  const [before, redisBefore] = [await stateOf(each.server), await redisCpuMicros()];
  const order = { port: before.port, request: each.request, connections: Number(connectionsText), seconds };
  const outcome = await load.measure(order);
  const [after, redisAfter] = [await stateOf(each.server), await redisCpuMicros()];
  const batches = await connection.xlen(STREAM);
  await connection.del(STREAM);
  if (!isCounted) return;
  each.perSecond.push(outcome.requests / outcome.seconds);
  each.cpuMicros.server.push((after.cpuMicros - before.cpuMicros) / outcome.requests);
  each.cpuMicros.client.push(outcome.cpuMicros / outcome.requests);
  each.cpuMicros.Redis.push((redisAfter - redisBefore) / outcome.requests);
  each.eventsPerBatch.push(outcome.requests / batches);
}

async function redisCpuMicros(): Promise<number> {
  const info = await connection.info("cpu");
  const seconds = (name: string) => Number(new RegExp(`^${name}:([\\d.]+)`, "m").exec(info)?.[1]);
  return (seconds("used_cpu_user") + seconds("used_cpu_sys")) * 1_000_000;
}

function describe(each: Contestant, bare: Contestant, dressed: Contestant): string {
  const rate = Math.round(median(each.perSecond)).toLocaleString("en").padStart(7);
  const cpu = Object.entries(each.cpuMicros).map(([name, values]) => `${name} ${median(values).toFixed(1)}`);
  const batch = median(each.eventsPerBatch);
  return [
    `${each.name.padEnd(27)} ${rate} requests/s (${ratio(each, bare).toFixed(2)}, ${ratio(each, dressed).toFixed(2)})`,
    `CPU µs a request: ${cpu.join(", ")}`,
    ...(Number.isFinite(batch) ? [`${batch.toFixed(1)} events a batch`] : []),
  ].join("; ");
}

/** The median of the rounds' ratios: what comes and goes on the machine meets both. */
function ratio(one: Contestant, other: Contestant): number {
  return median(one.perSecond.map((rate, round) => rate / (other.perSecond[round] ?? NaN)));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
