import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { canReach, ensurePostgresAccount, type ServerAccount } from "./postgres-account.ts";
import { locatePostgres, OUTSIDE_DIRECTORY, type PostgresBinaries } from "./postgres-binaries.ts";
import { supervise, type SupervisedProcess, type Supervision } from "./supervise.ts";

/** What a local PostgreSQL needs besides its supervision. */
export interface PostgresOptions {
  readonly port: number;
  readonly password: string;
}

const USER = "geopera";
const DATABASE = "geopera";

/**
 * Starts PostgreSQL on 127.0.0.1 with its data below the supervision's directory, or below /var/lib/geopera when root's clone
 * is closed to the account PostgreSQL has to run under. Makes the cluster and one empty database on the first start.
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
      // Both end it at once and in order: nothing to recover at the next start.
      deathSignal: "SIGINT",
      stopSignal: "SIGINT",
      stopDeadlineMs: 15_000,
      prepare: () => waitForFormerServer(data),
      isReady: (pid) => saysReady(data, pid),
      readyDeadlineMs: 60_000,
    },
    supervision,
  );
  return { process, url: `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}` };
}

/** Everything that is committed survives a crash (fsync stays on); memory and background work are those of a laptop. */
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

/** Nothing of the caller's environment may change the server: PGDATA, PGPORT and locale variables would. */
function serverEnvironment(): Record<string, string> {
  return { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

function placeData(directory: string, account: ServerAccount | undefined, password: string): string {
  mkdirSync(directory, { recursive: true });
  if (account === undefined || canReach(account, directory)) return join(directory, "postgres");
  const clone = digest(directory).slice(0, 12);
  const outside = join(OUTSIDE_DIRECTORY, `${clone}-${basename(directory).replace(/^\./, "")}`);
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  const data = join(outside, "postgres");
  const ownerFile = join(outside, "belongs-to.txt");
  const owner = `${directory}\n${digest(password)}\n`;
  // Another clone stood at this path before and was removed, and with it the password of its data.
  if (existsSync(data) && readFileSync(ownerFile, "utf8") !== owner) {
    rmSync(`${data}.former`, { recursive: true, force: true });
    renameSync(data, `${data}.former`);
  }
  writeFileSync(ownerFile, owner);
  return data;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

interface ClusterOptions {
  readonly binaries: PostgresBinaries;
  readonly data: string;
  readonly password: string;
  readonly account: ServerAccount | undefined;
}

/** Makes the cluster beside its place and moves it there when it is whole: an interrupted first start leaves nothing half made. */
function makeCluster({ binaries, data, password, account }: ClusterOptions): void {
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(draft, "..", "postgres.password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) {
    for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  }
  const run = (command: string, args: string[], input?: string) => {
    const answer = spawnSync(command, args, {
      ...account,
      cwd: "/",
      env: serverEnvironment(),
      input,
      encoding: "utf8",
    });
    if (answer.status === 0) return;
    throw new Error(
      `${basename(command)} failed: ${answer.error?.message ?? `${answer.stdout}${answer.stderr}`}`,
    );
  };
  try {
    const locale = "--locale-provider builtin --builtin-locale C.UTF-8 --locale C --encoding UTF8".split(" ");
    const identity = ["-U", USER, "--pwfile", passwordFile, "--auth", "scram-sha-256"];
    run(binaries.initdb, ["-D", draft, ...identity, ...locale]);
    run(binaries.postgres, ["--single", "-D", draft, "postgres"], `CREATE DATABASE ${DATABASE};\n`);
    renameSync(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** PostgreSQL writes what it is doing into line 8 of this file; pg_ctl waits in the same way. */
function saysReady(data: string, pid: number): boolean {
  const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
}

/**
 * After a kill -9 PostgreSQL refuses to start while the number in its pid file belongs to any process of its account, be it a server of
 * another clone. The file is removed only when no process works in the data directory any more.
 */
async function waitForFormerServer(data: string): Promise<void> {
  if (process.platform !== "linux") return;
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    if (!existsSync(join(data, "postmaster.pid"))) return;
    if (!someProcessWorksIn(data)) rmSync(join(data, "postmaster.pid"), { force: true });
    else await delay(50);
  }
}

function someProcessWorksIn(directory: string): boolean {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === directory;
      } catch {
        return false;
      }
    });
}
