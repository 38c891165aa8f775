import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepareDatabase } from "../../storage/database/migrate.ts";
import { parseConfig, type Config } from "../../infra/config.ts";
import { siblingEntry } from "../../infra/entry.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { choosePort } from "./ports.ts";
import { deliverySecret, ensureSecrets, servingPassword } from "./secrets.ts";
import { startLocalServices } from "./start-local-services.ts";
import { supervise, type SupervisedProcess, type Supervision } from "./supervise.ts";

/** The environment its processes share. */
export type StackEnvironment = Readonly<Record<string, string>>;

/** The whole system on this machine. */
export interface LocalStack {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly objectStoreUrl: string;
  readonly config: Config;
  /** Starts workers and API; resolves when both are ready. */
  startProcesses(): Promise<void>;
  /** Stops API, workers and services, in this order. */
  stop(): Promise<void>;
}

/**
 * Starts the services and brings the schema up to date. Settings of the environment win over those chosen
 * here. Throws a DirectoryInUseError when another process uses the directory.
 */
export async function startStack(supervision: Supervision): Promise<LocalStack> {
  const { directory } = supervision;
  const services = await startLocalServices(supervision);
  const processes: SupervisedProcess[] = [];
  const stop = async () => {
    for (const each of processes.toReversed()) await each.stop();
    await services.stop();
  };
  try {
    const database = databaseRoles(directory, services.databaseUrl);
    await prepareDatabase(database);
    const environment = await chooseEnvironment(directory, {
      databaseUrl: database.DATABASE_URL,
      redisUrl: services.redisUrl,
    });
    const config = parseConfig({ ...environment, JOURNAL_DIR: journalDirectory(directory, "api") });
    return {
      config,
      apiUrl: `http://127.0.0.1:${config.API_PORT}`,
      databaseUrl: database.DATABASE_URL,
      redisUrl: services.redisUrl,
      objectStoreUrl: config.OBJECT_STORE_URL,
      stop,
      async startProcesses() {
        // The API comes last in the list, so it stops first: its last answers may need a worker.
        const workers = startWorkers(environment, supervision).then((each) => processes.unshift(each));
        const api = startApi(environment, supervision).then((each) => processes.push(each));
        await Promise.all([workers, api]);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A server of the user keeps its roles; in one of ours, the role that serves is not the one that owns. */
function databaseRoles(directory: string, databaseUrl: string) {
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env;
  if (DATABASE_URL) return { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: DATABASE_OWNER_URL || undefined };
  const serving = new URL(databaseUrl);
  serving.username = "geopera_serving";
  serving.password = servingPassword(ensureSecrets(directory));
  return { DATABASE_URL: serving.href, DATABASE_OWNER_URL: databaseUrl };
}

async function chooseEnvironment(directory: string, services: { databaseUrl: string; redisUrl: string }) {
  const secrets = ensureSecrets(directory);
  const objects = join(directory, "objects");
  mkdirSync(objects, { recursive: true });
  const chosen = {
    OBJECT_STORE_URL: pathToFileURL(objects).href,
    API_PORT: String(await choosePort("api", directory)),
    // No balancer has to learn of its end.
    DRAIN_DELAY_MS: "0",
    WORKER_HEALTH_PORT: String(await choosePort("workers", directory)),
    GRANT_SECRET: secrets.grantSecret,
    DELIVERY_SECRET: deliverySecret(secrets),
    OPERATOR_KEY: secrets.operatorKey,
  };
  const given = Object.fromEntries(
    Object.entries(process.env).filter(([name, value]) => value && name !== "DATABASE_OWNER_URL"),
  );
  return {
    ...chosen,
    ...(given as Partial<typeof chosen> & Record<string, string>),
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
  };
}

function startApi(environment: StackEnvironment, supervision: Supervision) {
  const program = { name: "api", module: "../../programs/api", args: [], stopDeadlineMs: 22_000 };
  const healthUrl = `http://127.0.0.1:${environment.API_PORT}/health/ready`;
  return superviseNode({ ...program, healthUrl }, environment, supervision);
}

function startWorkers(environment: StackEnvironment, supervision: Supervision) {
  const args = ["--pools", "render,ingest,metering,billing,webhooks"];
  const program = { name: "workers", module: "../../programs/workers", args, stopDeadlineMs: 27_000 };
  const healthUrl = `http://127.0.0.1:${environment.WORKER_HEALTH_PORT}/health/ready`;
  return superviseNode({ ...program, healthUrl }, withoutApiSecrets(environment), supervision);
}

/** A worker renders files of strangers; what it does not hold, they cannot take. */
function withoutApiSecrets(environment: StackEnvironment): StackEnvironment {
  const { GRANT_SECRET: _grant, IDENTITY_SECRET: _identity, OPERATOR_KEY: _operator, ...rest } = environment;
  return rest;
}

interface NodeProgram {
  readonly name: string;
  /** Relative to this file, without extension. */
  readonly module: string;
  readonly args: readonly string[];
  readonly healthUrl: string;
  /** A little more than the program's own close deadline. */
  readonly stopDeadlineMs: number;
}

function superviseNode(
  { name, module, args, healthUrl, stopDeadlineMs }: NodeProgram,
  environment: StackEnvironment,
  supervision: Supervision,
): Promise<SupervisedProcess> {
  const entry = siblingEntry(import.meta.url, module);
  return supervise(
    {
      name,
      command: process.execPath,
      args: [...entry.execArgv, entry.path, ...args],
      environment: { ...environment, JOURNAL_DIR: journalDirectory(supervision.directory, name) },
      workingDirectory: packageRoot,
      hasChannel: true,
      deathSignal: "SIGKILL",
      stopSignal: "SIGTERM",
      stopDeadlineMs,
      isReady: async () => (await fetch(healthUrl)).ok,
      readyDeadlineMs: 90_000,
    },
    supervision,
  );
}

function journalDirectory(directory: string, name: string): string {
  return join(directory, "journal", name);
}
