import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { newId } from "../infra/new-id.ts";
import { siblingEntry } from "../infra/entry.ts";
import { startLocalServicesAside } from "../local/services/start-local-services.ts";
import { packageRoot } from "../infra/package-root.ts";
import { makeOrganization } from "../test/support/make-organization.ts";
import { migrate } from "../storage/database/migrate.ts";
import { openDatabase } from "../storage/database/database.ts";
import { Client } from "../test/support/client.ts";
import { send } from "./send-request.ts";
import { grantedTileUrl, PASSWORD, shareItem, shareTarget } from "../test/support/shared-item.ts";

/**
 * Cached tiles during 200 wrong passwords a second, compared with none: whole API and worker processes,
 * bcrypt at its production cost. `npx tsx bench/password-flood.ts [tiles a second]
 * [networks|address|tokens]`: the passwords come from a network each, from one address, or from a network
 * each for a token each that does not exist. The p99 with the flood must stay below twice the one without;
 * meanwhile links that this process has not seen are opened with the right password.
 */
const TILES_A_SECOND = Number(process.argv[2] ?? 200);
const PASSWORDS_A_SECOND = 200;
const SECONDS = 10;
const ROUNDS = 5;
/** Links opened during each flood, a fresh one each time. */
const OPENED_A_ROUND = 4;

const FLOOD_FROM = process.argv[3] ?? "networks";

const folder = mkdtempSync(join(tmpdir(), "geopera-bench-"));
const services = await startLocalServicesAside({ directory: join(packageRoot, ".geopera", "bench") });
const children: ChildProcess[] = [];
try {
  await run();
} finally {
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(children.filter((child) => child.exitCode === null).map((child) => once(child, "exit")));
  await services.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const storeFolder = join(folder, "objects");
  mkdirSync(storeFolder);
  const databaseUrl = await createDatabase();
  const port = await freePort();
  const environment = {
    PATH: process.env["PATH"],
    LOG_LEVEL: "fatal",
    DATABASE_URL: databaseUrl,
    REDIS_URL: services.redisUrl,
    REDIS_PREFIX: `{bench-${newId()}}`,
    OBJECT_STORE_URL: pathToFileURL(storeFolder).href,
    API_PORT: `${port}`,
    GRANT_SECRET: randomBytes(32).toString("hex"),
    TRUSTED_PROXIES: "127.0.0.1",
  };
  start("../programs/api", [], { ...environment, JOURNAL_DIR: join(folder, "api") });
  start("../programs/workers", ["--pools", "render,metering"], {
    ...environment,
    JOURNAL_DIR: join(folder, "workers"),
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(`${url}/health/ready`);
  const client = new Client(url, await createKey(databaseUrl));
  const shared = await shareItem({ client, storeFolder });
  const tileUrl = await grantedTileUrl({ client }, shared.token, shared.tile);
  if ((await client.get(tileUrl)).status !== 200) throw new Error("the tile was not rendered");

  console.log(
    `from ${FLOOD_FROM}: ${TILES_A_SECOND} cached tiles a second for ${SECONDS} s; flood: ${PASSWORDS_A_SECOND} wrong passwords a second`,
  );
  await measure(tileUrl);
  const links: string[] = [];
  for (let count = 0; count < ROUNDS * OPENED_A_ROUND; count += 1) {
    links.push((await shareTarget({ client }, "item", shared.itemId)).token);
  }
  const ratios: number[] = [];
  const all: { calm: number[]; flood: number[] } = { calm: [], flood: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const calm = await measure(tileUrl);
    const flood = startFlood(url, shared.token);
    const [flooded, opened] = await Promise.all([
      measure(tileUrl),
      openAll(client, links.splice(0, OPENED_A_ROUND)),
    ]);
    const answers = await flood.stop();
    ratios.push(percentile(flooded, 0.99) / percentile(calm, 0.99));
    all.calm.push(...calm);
    all.flood.push(...flooded);
    console.log(`calm  ${described(calm)}`);
    console.log(`flood ${described(flooded)}  passwords: ${answers}; right ones: ${opened}`);
    await pause(2_000);
  }
  console.log(`all   calm ${described(all.calm)}  flood ${described(all.flood)}`);
  const median = percentile(ratios, 0.5).toFixed(2);
  const pooled = (percentile(all.flood, 0.99) / percentile(all.calm, 0.99)).toFixed(2);
  console.log(`p99 ratio: median of ${ROUNDS} rounds ${median}, of all tiles ${pooled}`);
}

/** Opens links one after the other through the flood, from an address that has opened none of them. */
async function openAll(client: Client, tokens: readonly string[]): Promise<string> {
  const outcomes: string[] = [];
  for (const token of tokens) {
    await pause(1_000);
    const sentAt = performance.now();
    const headers = { "x-forwarded-for": "198.51.100.9" };
    const { status } = await client.try("share.link.validate", { token, password: PASSWORD }, headers);
    outcomes.push(`${status} in ${(performance.now() - sentAt).toFixed(0)} ms`);
  }
  return outcomes.join(", ");
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
}

function described(times: readonly number[]): string {
  return `p50 ${percentile(times, 0.5).toFixed(2)} ms  p99 ${percentile(times, 0.99).toFixed(2)} ms`;
}

/**
 * Times in ms. Asks at fixed times, whether or not earlier answers have come: a slow server cannot slow the
 * measurement down.
 */
async function measure(url: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const startedAt = performance.now();
  const total = TILES_A_SECOND * SECONDS;
  for (let index = 0; index < total; index += 1) {
    const dueAt = startedAt + (index * 1000) / TILES_A_SECOND;
    if (dueAt > performance.now()) await pause(dueAt - performance.now());
    const sentAt = performance.now();
    asked.push(
      send(agent, url, "GET").then((status) => {
        if (status !== 200) throw new Error(`a tile was answered ${status}`);
        times.push(performance.now() - sentAt);
      }),
    );
  }
  await Promise.all(asked);
  agent.destroy();
  return times;
}

/** In a separate process, so that its work does not delay the measurement. */
function startFlood(url: string, token: string): { stop(): Promise<string> } {
  const { path, execArgv } = siblingEntry(import.meta.url, "./flood-process");
  const child = fork(path, [url, token, FLOOD_FROM, `${PASSWORDS_A_SECOND}`], { execArgv: [...execArgv] });
  return {
    async stop() {
      child.send("stop");
      const [answers] = (await once(child, "message")) as [string];
      child.kill();
      return answers;
    },
  };
}

function start(module: string, args: readonly string[], environment: NodeJS.ProcessEnv): void {
  const entry = siblingEntry(import.meta.url, module);
  const child = spawn(process.execPath, [...entry.execArgv, entry.path, ...args], {
    env: environment,
    stdio: ["ignore", "inherit", "inherit"],
  });
  children.push(child);
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const isReady = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
  throw new Error(`${url} does not answer`);
}

async function createDatabase(): Promise<string> {
  const url = new URL(services.databaseUrl);
  const name = `bench_${newId().replaceAll("-", "")}`;
  const database = openDatabase(url.href, 1);
  await database.unsafe(`create database ${name}`);
  await database.end();
  url.pathname = `/${name}`;
  await migrate(url.href);
  return url.href;
}

async function createKey(databaseUrl: string): Promise<string> {
  const database = openDatabase(databaseUrl, 1);
  const made = await makeOrganization(database, {
    organization: "Bench",
    administrator: "Ada",
    email: "ada@example.org",
  });
  await database.end();
  return made.apiKey;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
