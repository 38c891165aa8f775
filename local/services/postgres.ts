import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensurePostgresAccount } from "./postgres-account.ts";
import { locatePostgres } from "./postgres-binaries.ts";
import {
  makeCluster,
  placeData,
  POSTGRES_DATABASE,
  POSTGRES_USER,
  serverEnvironment,
} from "./postgres-data.ts";
import { supervise, type SupervisedProcess, type Supervision } from "./supervise.ts";

const PID_FILE = "postmaster.pid";

/** Port and password of a local PostgreSQL. */
export interface PostgresOptions {
  readonly port: number;
  readonly password: string;
}

/**
 * Starts PostgreSQL on 127.0.0.1. The data is below the supervision's directory, or below /var/lib/geopera
 * when PostgreSQL's account cannot reach root's clone. The first start creates the cluster and one empty
 * database.
 */
export async function startPostgres(
  { port, password }: PostgresOptions,
  supervision: Supervision,
): Promise<{ process: SupervisedProcess; url: string }> {
  const account = ensurePostgresAccount();
  const binaries = locatePostgres(account);
  const data = placeData(supervision.directory, account, password);
  if (!existsSync(join(data, "PG_VERSION"))) makeCluster({ binaries, data, password, account });
  const process = await supervise(
    {
      name: "postgres",
      command: binaries.postgres,
      args: ["-D", data, ...settingArguments(port)],
      environment: serverEnvironment(),
      workingDirectory: "/",
      account,
      // A fast shutdown: the next start has nothing to recover.
      deathSignal: "SIGINT",
      stopSignal: "SIGINT",
      stopDeadlineMs: 15_000,
      data: { directory: data, pidFile: join(data, PID_FILE) },
      isReady: (pid) => saysReady(data, pid),
      readyDeadlineMs: 60_000,
    },
    supervision,
  );
  return { process, url: `postgres://${POSTGRES_USER}:${password}@127.0.0.1:${port}/${POSTGRES_DATABASE}` };
}

/** Commits survive a crash (fsync stays on); memory and background work suit a laptop. */
function settingArguments(port: number): string[] {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "128MB",
    max_wal_size: "1GB",
    checkpoint_timeout: "15min",
    wal_compression: "on",
    autovacuum_naptime: "30s",
    log_min_messages: "warning",
    timezone: "UTC",
    log_timezone: "UTC",
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** PostgreSQL writes its state into line 8 of this file; pg_ctl waits in the same way. */
function saysReady(data: string, pid: number): boolean {
  const lines = readFileSync(join(data, PID_FILE), "utf8").split("\n");
  return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
}
