import { resolve } from "node:path";
import { DirectoryInUseError, lockDirectory } from "./lock-directory.ts";
import { choosePort } from "./ports.ts";
import { startPostgres } from "./postgres.ts";
import { startRedis } from "./redis.ts";
import { ensureSecrets } from "./secrets.ts";
import type { SupervisedProcess, Supervision } from "./supervise.ts";

/** PostgreSQL and Redis, running. */
export interface LocalServices {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Stops what was started; servers named by DATABASE_URL or REDIS_URL keep running. */
  stop(): Promise<void>;
}

interface ServicesOptions {
  /** Holds data, logs and secrets; they are kept between runs. One process at a time may use it. */
  readonly directory: string;
  /** Receives one sentence for each restart. */
  readonly log?: (line: string) => void;
}

/**
 * Starts PostgreSQL and Redis on free ports of 127.0.0.1, restarts them when they die, and ends them with
 * this process. Servers named by DATABASE_URL and REDIS_URL replace them. Throws a DirectoryInUseError when
 * another process uses the directory.
 */
export async function startLocalServices(options: ServicesOptions): Promise<LocalServices> {
  const directory = resolve(options.directory);
  const release = lockDirectory(directory);
  const supervision: Supervision = { directory, log: options.log ?? (() => undefined) };
  const started: SupervisedProcess[] = [];
  const keep = ({ process, url }: { process: SupervisedProcess; url: string }) => {
    started.push(process);
    return url;
  };
  const stop = async () => {
    await Promise.all(started.map((service) => service.stop()));
    release();
  };
  const [database, redis] = await Promise.allSettled([
    process.env.DATABASE_URL ?? startOwnPostgres(supervision).then(keep),
    process.env.REDIS_URL ?? startOwnRedis(supervision).then(keep),
  ]);
  if (database.status === "fulfilled" && redis.status === "fulfilled") {
    return { databaseUrl: database.value, redisUrl: redis.value, stop };
  }
  await stop();
  throw [database, redis].find((outcome) => outcome.status === "rejected")?.reason;
}

/**
 * Starts the services in the first free directory of `<directory>`, `<directory>-2`, `<directory>-3`, …, so
 * that two test runs in one clone do not meet.
 */
export async function startLocalServicesAside(options: ServicesOptions): Promise<LocalServices> {
  for (let run = 1; ; run++) {
    try {
      const directory = run === 1 ? options.directory : `${options.directory}-${run}`;
      return await startLocalServices({ ...options, directory });
    } catch (error) {
      if (!(error instanceof DirectoryInUseError) || run === 9) throw error;
    }
  }
}

async function startOwnPostgres(supervision: Supervision) {
  const { databasePassword } = ensureSecrets(supervision.directory);
  return startPostgres(
    { port: await choosePort("postgres", supervision.directory), password: databasePassword },
    supervision,
  );
}

async function startOwnRedis(supervision: Supervision) {
  const { redisPassword } = ensureSecrets(supervision.directory);
  return startRedis(
    { port: await choosePort("redis", supervision.directory), password: redisPassword },
    supervision,
  );
}
