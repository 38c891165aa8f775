import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { newId } from "../core/ids.ts";
import { siblingEntry } from "../infra/entry.ts";
import { startLocalServicesAside } from "../infra/local/services.ts";
import { packageRoot } from "../infra/package-root.ts";
import { createFirstOrganization } from "../storage/first-organization.ts";
import { migrate } from "../storage/migrate.ts";
import { openDatabase } from "../storage/postgres.ts";
import { Client } from "../test/support/client.ts";
import { grantedTileUrl, PASSWORD, shareItem } from "../test/support/shared-item.ts";

/**
 * Cached tiles while somebody tries 200 wrong passwords a second, each from another address, against the same while nobody does: whole API and worker
 * processes, bcrypt at its production cost. `npx tsx bench/password-flood.ts [tiles a second]`. The p99 with the flood must stay below twice the one
 * without.
 */
const TILES_A_SECOND = Number(process.argv[2] ?? 200);
const PASSWORDS_A_SECOND = 200;
const SECONDS = 10;
const ROUNDS = 3;

const folder = mkdtempSync(join(tmpdir(), "geopera-bench-"));
const services = await startLocalServicesAside({ directory: join(packageRoot, ".geopera", "bench") });
const children: ChildProcess[] = [];
try {
  await run();
} finally {
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(children.map(async (child) => child.exitCode ?? (await once(child, "exit"))));
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
  start("../api/main", [], { ...environment, JOURNAL_DIR: join(folder, "api") });
  start("../workers/main", ["--pools", "render,metering"], {
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
    `${TILES_A_SECOND} cached tiles a second for ${SECONDS} s; flood: ${PASSWORDS_A_SECOND} wrong passwords a second`,
  );
  await measure(tileUrl);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const calm = await measure(tileUrl);
    const flood = startFlood(url, shared.token);
    const flooded = await measure(tileUrl);
    const answers = await flood.stop();
    ratios.push(flooded.p99 / calm.p99);
    console.log(`calm  p50 ${calm.p50.toFixed(2)} ms  p99 ${calm.p99.toFixed(2)} ms`);
    console.log(
      `flood p50 ${flooded.p50.toFixed(2)} ms  p99 ${flooded.p99.toFixed(2)} ms  passwords answered: ${answers}`,
    );
    const right = await client.try("share.link.validate", { token: shared.token, password: PASSWORD });
    console.log(`the right password right after: ${right.status}`);
    await pause(2_000);
  }
  console.log(`p99 ratio, median of ${ROUNDS} rounds: ${ratios.toSorted((a, b) => a - b)[1]?.toFixed(2)}`);
}

/** Asks at fixed times, whether or not earlier answers have come: a slow server cannot slow the measurement down. */
async function measure(url: string): Promise<{ p50: number; p99: number }> {
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
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

function startFlood(url: string, token: string): { stop(): Promise<string> } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  const answers = new Map<number, number>();
  const asked: Promise<void>[] = [];
  let sent = 0;
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const due = ((performance.now() - startedAt) * PASSWORDS_A_SECOND) / 1000;
    for (; sent < due; sent += 1) {
      const body = JSON.stringify({ token, password: `wrong ${sent} horse` });
      const address = `2001:db8::${sent.toString(16)}`;
      asked.push(
        send(agent, `${url}/v1/op/share.link.validate`, "POST", body, address).then((status) => {
          answers.set(status, (answers.get(status) ?? 0) + 1);
        }),
      );
    }
  }, 5);
  return {
    async stop() {
      clearInterval(timer);
      // Those still waiting for their turn are not waited for.
      agent.destroy();
      await Promise.allSettled(asked);
      return [...answers].map(([status, count]) => `${count} x ${status}`).join(", ");
    },
  };
}

function send(agent: Agent, url: string, method: string, body?: string, address?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(body === undefined
        ? {}
        : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
      ...(address === undefined ? {} : { "x-forwarded-for": address }),
    };
    const sent = request(url, { agent, method, headers }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end(body);
  });
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
  const made = await createFirstOrganization(database, {
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
