import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { siblingEntry } from "../../infra/entry.ts";
import { parseConfig, type Config } from "../../infra/config.ts";
import { choosePort } from "../../local/services/ports.ts";
import { startPostgres } from "../../local/services/postgres.ts";
import { startRedis } from "../../local/services/redis.ts";
import { ensureSecrets } from "../../local/services/secrets.ts";
import { supervise, type SupervisedProcess } from "../../local/services/supervise.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { migrate } from "../../storage/database/migrate.ts";
import { startCuttableProxy, type CuttableProxy } from "./cuttable-proxy.ts";

/** What a run may do to the system. */
export const FAULTS = [
  "kill api",
  "kill metering",
  "kill render",
  "kill redis",
  "kill postgres",
  "cut redis",
  "cut postgres",
] as const;

/** One of {@link FAULTS}. */
export type Fault = (typeof FAULTS)[number];

/** A whole system of real processes, each of which can be killed and comes back. */
export interface FaultStack {
  readonly apiUrl: string;
  readonly config: Config;
  /** Reached directly, not through the proxies. */
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly storeFolder: string;
  readonly journalFolder: string;
  /** Does it now; false when the process was just down. */
  strike(fault: Fault): boolean;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL, Redis with AOF, the API and two worker processes, all in a private directory.
 */
export async function startFaultStack(): Promise<FaultStack> {
  const directory = await mkdtemp(join(tmpdir(), "geopera-faults-"));
  // PostgreSQL runs under an account of its own when root starts it.
  await chmod(directory, 0o755);
  const supervision = { directory, log: () => undefined };
  const secrets = ensureSecrets(directory);
  const ports = {
    postgres: await choosePort("postgres", directory),
    redis: await choosePort("redis", directory),
    api: await choosePort("api", directory),
    render: await choosePort("render", directory),
    metering: await choosePort("metering", directory),
  };
  const [postgres, redis] = await Promise.all([
    startPostgres({ port: ports.postgres, password: secrets.databasePassword }, supervision),
    startRedis({ port: ports.redis, password: secrets.redisPassword }, supervision),
  ]);
  await migrate(postgres.url);
  const proxies = {
    postgres: await startCuttableProxy(ports.postgres),
    redis: await startCuttableProxy(ports.redis),
  };
  const storeFolder = join(directory, "objects");
  const journalFolder = join(directory, "journal");
  const environment = {
    PATH: process.env.PATH,
    LOG_LEVEL: "info",
    DATABASE_URL: through(postgres.url, proxies.postgres),
    REDIS_URL: through(redis.url, proxies.redis),
    OBJECT_STORE_URL: pathToFileURL(storeFolder).href,
    API_PORT: String(ports.api),
    GRANT_SECRET: secrets.grantSecret,
    OPERATOR_KEY: secrets.operatorKey,
    JOURNAL_DIR: journalFolder,
    BCRYPT_COST: "4",
    DRAIN_DELAY_MS: "0",
    RENDER_PROCESSES: "1",
    INSPECT_PROCESSES: "1",
    GDAL_CACHE_MEGABYTES: "32",
    // Tiles come from the store or the render worker, not from the memory of a process that lives on.
    TILE_MEMORY_BYTES: "1",
  };
  const startNode = (
    name: "api" | "render" | "metering",
    program: "api" | "workers",
    args: readonly string[],
  ) => {
    const { path, execArgv } = siblingEntry(import.meta.url, `../../programs/${program}`);
    return supervise(
      {
        name,
        command: process.execPath,
        args: [...execArgv, path, ...args],
        environment: { ...environment, WORKER_HEALTH_PORT: String(ports[name]) },
        workingDirectory: packageRoot,
        deathSignal: "SIGKILL",
        stopSignal: "SIGTERM",
        stopDeadlineMs: 5_000,
        isReady: async () => (await fetch(`http://127.0.0.1:${ports[name]}/health/live`)).ok,
        readyDeadlineMs: 60_000,
      },
      supervision,
    );
  };
  const [api, render, metering] = await Promise.all([
    startNode("api", "api", []),
    startNode("render", "workers", ["--pools", "render"]),
    startNode("metering", "workers", ["--pools", "metering"]),
  ]);
  const processes = { api, render, metering, redis: redis.process, postgres: postgres.process };
  return {
    apiUrl: `http://127.0.0.1:${ports.api}`,
    config: parseConfig(environment),
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    storeFolder,
    journalFolder,
    strike: (fault) => strike(fault, processes, proxies),
    async stop() {
      for (const each of Object.values(processes)) await each.stop();
      for (const proxy of Object.values(proxies)) await proxy.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function through(url: string, proxy: CuttableProxy): string {
  const changed = new URL(url);
  changed.port = String(proxy.port);
  return changed.href;
}

function strike(
  fault: Fault,
  processes: Readonly<Record<string, SupervisedProcess>>,
  proxies: Readonly<Record<string, CuttableProxy>>,
): boolean {
  const [action, target = ""] = fault.split(" ");
  if (action === "cut") return (proxies[target]?.cut() ?? 0) > 0;
  const pid = processes[target]?.pid;
  if (pid === undefined) return false;
  process.kill(pid, "SIGKILL");
  return true;
}
