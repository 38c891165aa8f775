import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as delay } from "node:timers/promises";
import { parseConfig } from "../../infra/config.ts";
import { createLogger } from "../../infra/logger.ts";
import { choosePort } from "../../local/services/ports.ts";
import { startPostgres } from "../../local/services/postgres.ts";
import { startRedis } from "../../local/services/redis.ts";
import { ensureSecrets } from "../../local/services/secrets.ts";
import type { SupervisedProcess } from "../../local/services/supervise.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { UsageStream } from "../../queue/usage-stream.ts";
import { openDatabase, type Database } from "../../storage/database/database.ts";
import { migrate } from "../../storage/database/migrate.ts";
import { ensureBucket } from "../../storage/object-store/ensure-bucket.ts";
import { openObjectStore } from "../../storage/object-store/open-object-store.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { Client } from "../support/client.ts";
import { makeOrganization } from "../support/make-organization.ts";
import { findTestS3Server } from "../support/s3-server.ts";
import { startBalancer, type Balancer } from "./balancer.ts";
import { startFaultProxy, type FaultProxy } from "./fault-proxy.ts";
import { ManagedProgram } from "./managed-program.ts";
import { startStoreProxy, type StoreProxy } from "./store-proxy.ts";

/** Every program of the system, and which of them there are twice. */
const PROGRAMS = {
  "api-1": [],
  "api-2": [],
  "render-1": ["--pools", "render"],
  "render-2": ["--pools", "render"],
  "metering-1": ["--pools", "metering"],
  "metering-2": ["--pools", "metering"],
  ingest: ["--pools", "ingest"],
  billing: ["--pools", "billing"],
  webhooks: ["--pools", "webhooks"],
} as const;

/** The name of a program. */
export type ProgramName = keyof typeof PROGRAMS;

/** The whole system as separate processes, with everything that can be done to it. */
export interface ChaosSystem {
  readonly directory: string;
  readonly balancer: Balancer;
  readonly apiPorts: readonly number[];
  readonly programs: Readonly<Record<ProgramName, ManagedProgram>>;
  readonly servers: { readonly redis: SupervisedProcess; readonly postgres: SupervisedProcess };
  readonly proxies: { readonly redis: FaultProxy; readonly postgres: FaultProxy };
  /** Where the store is an S3 server. */
  readonly s3: StoreProxy | undefined;
  readonly store: ObjectStore;
  readonly redisUrl: string;
  readonly databaseUrl: string;
  readonly database: Database;
  readonly client: Client;
  /** Resolves when all usage that was recorded anywhere is in PostgreSQL. */
  untilQuiet(): Promise<void>;
  stop(): Promise<void>;
}

/** Longer than the balancer takes to notice that a replica is not ready. */
const DRAIN_DELAY_MS = 1_500;

/** Starts everything in a directory; with an S3 server where the environment names one. */
export async function startChaosSystem(directory: string): Promise<ChaosSystem> {
  await chmod(directory, 0o755);
  const supervision = { directory, log: () => undefined };
  const secrets = ensureSecrets(directory);
  const portOf = (name: string) => choosePort(name, directory);
  const [postgresPort, redisPort] = [await portOf("postgres"), await portOf("redis")];
  const [postgres, redis] = await Promise.all([
    startPostgres({ port: postgresPort, password: secrets.databasePassword }, supervision),
    startRedis({ port: redisPort, password: secrets.redisPassword }, supervision),
  ]);
  await migrate(postgres.url);
  const proxies = { postgres: await startFaultProxy(postgresPort), redis: await startFaultProxy(redisPort) };
  const server = findTestS3Server("the rows about the object store");
  const s3 = server && (await startStoreProxy(server.endpoint));
  const environment: Record<string, string> = {
    LOG_LEVEL: "info",
    DATABASE_URL: through(postgres.url, proxies.postgres.port),
    REDIS_URL: through(redis.url, proxies.redis.port),
    GRANT_SECRET: secrets.grantSecret,
    OPERATOR_KEY: secrets.operatorKey,
    DELIVERY_SECRET: secrets.grantSecret,
    BCRYPT_COST: "4",
    DRAIN_DELAY_MS: String(DRAIN_DELAY_MS),
    RENDER_PROCESSES: "1",
    INSPECT_PROCESSES: "1",
    GDAL_CACHE_MEGABYTES: "32",
    ...(server === undefined || s3 === undefined
      ? { OBJECT_STORE_URL: pathToFileURL(join(directory, "objects")).href }
      : {
          OBJECT_STORE_URL: `s3://chaos-${process.pid}`,
          S3_ENDPOINT: s3.url,
          S3_FORCE_PATH_STYLE: "true",
          AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
        }),
  };
  const config = parseConfig({ ...environment, JOURNAL_DIR: join(directory, "journal") });
  Object.assign(process.env, s3 === undefined ? {} : environment);
  if (s3 !== undefined) await ensureBucket(config);

  const programs = {} as Record<ProgramName, ManagedProgram>;
  const apiPorts: number[] = [];
  for (const [name, args] of Object.entries(PROGRAMS) as [ProgramName, readonly string[]][]) {
    const port = await portOf(name);
    const isApi = args.length === 0;
    if (isApi) apiPorts.push(port);
    programs[name] = new ManagedProgram(
      {
        name,
        program: isApi ? "api" : "workers",
        args,
        healthPort: port,
        environment: {
          ...environment,
          JOURNAL_DIR: join(directory, "journal", name),
          ...(isApi ? { API_PORT: String(port) } : { WORKER_HEALTH_PORT: String(port) }),
        },
      },
      directory,
    );
  }
  await Promise.all(Object.values(programs).map((program) => program.start()));
  const balancer = await startBalancer(apiPorts);
  const database = openDatabase(postgres.url, 2);
  const connection = openPatientConnection(
    { ...config, REDIS_URL: redis.url },
    createLogger({ LOG_LEVEL: "silent" }, "test"),
  );
  const stream = new UsageStream(connection, config.REDIS_PREFIX);
  const { apiKey } = await makeOrganization(database, {
    organization: "Chaos",
    administrator: "Ada",
    email: "ada@example.org",
  });
  const store = await openObjectStore(config);
  return {
    directory,
    balancer,
    apiPorts,
    programs,
    servers: { redis: redis.process, postgres: postgres.process },
    proxies,
    s3,
    store,
    redisUrl: redis.url,
    databaseUrl: postgres.url,
    database,
    client: new Client(balancer.url, apiKey),
    untilQuiet: () => untilQuiet(directory, stream),
    async stop() {
      await Promise.all(Object.values(programs).map((program) => program.stop()));
      connection.disconnect();
      await store.close();
      await database.end({ timeout: 1 });
      await balancer.close();
      await redis.process.stop();
      await postgres.process.stop();
      for (const proxy of Object.values(proxies)) await proxy.close();
      await s3?.close();
    },
  };
}

function through(url: string, port: number): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
}

const QUIET_WITHIN_MS = 90_000;

/** No journal holds a line and the stream is empty, several looks in a row. */
async function untilQuiet(directory: string, stream: UsageStream): Promise<void> {
  const giveUpAt = performance.now() + QUIET_WITHIN_MS;
  for (let quietLooks = 0; quietLooks < 4; await delay(250)) {
    const journals = await Promise.all(
      ["api-1", "api-2"].map((name) => readdir(join(directory, "journal", name)).catch(() => [])),
    );
    const isQuiet = journals.flat().length === 0 && (await stream.length()) === 0;
    quietLooks = isQuiet ? quietLooks + 1 : 0;
    if (performance.now() > giveUpAt) throw new Error("usage does not reach PostgreSQL");
  }
}
