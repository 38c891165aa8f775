import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inject } from "vitest";
import type { Deps } from "../../api/deps.ts";
import { startApi } from "../../api/start-api.ts";
import { newId } from "../../infra/new-id.ts";
import { parseConfig, type Config } from "../../infra/config.ts";
import { Lifecycle } from "../../infra/lifecycle.ts";
import { createLogger } from "../../infra/logger.ts";
import { createMetrics } from "../../infra/metrics.ts";
import type { FirstOrganization } from "../../storage/accounts/first-organization.ts";
import { openDatabase } from "../../storage/database/database.ts";
import { prepareDatabase } from "../../storage/database/migrate.ts";
import type { PoolName } from "../../workers/pools.ts";
import { startWorkers } from "../../workers/start-workers.ts";
import { Client } from "./client.ts";
import { makeOrganization } from "./make-organization.ts";

/** A whole system in this process, on a database, a key prefix and a folder of its own. */
export interface TestSystem {
  readonly config: Config;
  /** The role that owns the tables. */
  readonly ownerUrl: string;
  readonly url: string;
  readonly deps: Deps;
  readonly organization: FirstOrganization;
  /** Calls operations with the organization's first key. */
  readonly client: Client;
  /** The folder of the object store. */
  readonly storeFolder: string;
  /** The environment for processes of this system. */
  readonly environment: Readonly<Record<string, string>>;
  /** Another organization in the same system. */
  addOrganization(): Promise<{ organization: FirstOrganization; client: Client }>;
  /** The parts of a second API process on the same database and Redis. */
  startAnotherApi(settings?: Partial<Config>): Promise<{ url: string; deps: Deps }>;
  stop(): Promise<void>;
}

/** Starts a system, with the pools that the test names. */
export async function startSystem(
  options: {
    pools?: readonly PoolName[];
    settings?: Partial<Record<keyof Config, string>>;
    /** Under a role that owns nothing, as in production; tests that tamper need the owner's. */
    isServing?: boolean;
  } = {},
): Promise<TestSystem> {
  const folder = await mkdtemp(join(tmpdir(), "geopera-test-"));
  const storeFolder = join(folder, "objects");
  const ownerUrl = await createTestDatabase();
  const databaseUrl = options.isServing === true ? await prepareServing(ownerUrl) : ownerUrl;
  const environment = {
    LOG_LEVEL: "warn",
    DATABASE_URL: databaseUrl,
    REDIS_URL: inject("redisUrl"),
    REDIS_PREFIX: `{t-${newId()}}`,
    OBJECT_STORE_URL: pathToFileURL(storeFolder).href,
    API_PORT: "0",
    GRANT_SECRET: randomBytes(32).toString("hex"),
    OPERATOR_KEY: randomBytes(16).toString("hex"),
    JOURNAL_DIR: join(folder, "journal"),
    BCRYPT_COST: "4",
    REFUSAL_DELAY_MS: "0",
    RENDER_PROCESSES: "1",
    // Each costs seconds to start from its sources.
    INSPECT_PROCESSES: "1",
    GDAL_CACHE_MEGABYTES: "32",
    ...options.settings,
  };
  const config = parseConfig(environment);
  const logger = createLogger(config, "test");
  const lifecycle = new Lifecycle(logger);
  lifecycle.onClose("folder", () => rm(folder, { recursive: true, force: true }));
  const metrics = createMetrics();
  const { url, deps } = await startApi(config, logger, lifecycle, metrics);
  await startWorkers({ config, logger, lifecycle, metrics }, options.pools ?? []);
  const addOrganization = async () => {
    const name = `Organization ${newId()}`;
    const organization = await makeOrganization(deps.database, {
      organization: name,
      administrator: "Ada",
      email: `${newId()}@example.org`,
    });
    return { organization, client: new Client(url, organization.apiKey) };
  };
  const first = await addOrganization();
  return {
    config,
    ownerUrl,
    url,
    deps,
    ...first,
    storeFolder,
    environment,
    addOrganization,
    startAnotherApi: (settings = {}) =>
      startApi(
        { ...config, JOURNAL_DIR: join(folder, newId()), ...settings },
        logger,
        lifecycle,
        createMetrics(),
      ),
    stop: () => lifecycle.close(),
  };
}

/** Migrates a database as its owner; resolves to the URL of the role that serves. */
async function prepareServing(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  url.username = "geopera_serving_tests";
  url.password = createHash("sha256")
    .update(ownerUrl.replace(/\/[^/]*$/, ""))
    .digest("base64url");
  await prepareDatabase({ DATABASE_URL: url.href, DATABASE_OWNER_URL: ownerUrl });
  return url.href;
}

/** A database with today's tables on the shared server, or an empty one. */
export async function createTestDatabase(kind: "migrated" | "empty" = "migrated"): Promise<string> {
  const url = new URL(inject("databaseUrl"));
  const name = `test_${newId().replaceAll("-", "")}`;
  const template = kind === "migrated" ? inject("databaseTemplate") : "template1";
  const database = openDatabase(url.href, 1);
  await database.unsafe(`create database ${name} template ${template}`);
  await database.end();
  url.pathname = `/${name}`;
  return url.href;
}
