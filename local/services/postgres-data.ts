import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { canReach, type ServerAccount } from "./postgres-account.ts";
import { OUTSIDE_DIRECTORY, type PostgresBinaries } from "./postgres-binaries.ts";

/** The role that owns the cluster. */
export const POSTGRES_USER = "geopera";
/** The one database of the cluster. */
export const POSTGRES_DATABASE = "geopera";

/** The caller's environment must not change the server, as PGDATA, PGPORT and locale variables would. */
export function serverEnvironment(): Record<string, string> {
  return { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

/** The data directory: below the given one, or below /var/lib/geopera when the account cannot reach it. */
export function placeData(directory: string, account: ServerAccount | undefined, password: string): string {
  mkdirSync(directory, { recursive: true });
  if (account === undefined || canReach(account, directory)) return join(directory, "postgres");
  const clone = digest(directory).slice(0, 12);
  const outside = join(OUTSIDE_DIRECTORY, `${clone}-${basename(directory).replace(/^\./, "")}`);
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  const data = join(outside, "postgres");
  const ownerFile = join(outside, "belongs-to.txt");
  const owner = `${directory}\n${digest(password)}\n`;
  // An earlier clone at this path was removed, and with it the password of its data.
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

/** The parts of a new cluster. */
export interface ClusterOptions {
  readonly binaries: PostgresBinaries;
  readonly data: string;
  readonly password: string;
  readonly account: ServerAccount | undefined;
}

/**
 * Creates the cluster beside its place and moves it there when complete: an interrupted start leaves no half
 * cluster.
 */
export function makeCluster({ binaries, data, password, account }: ClusterOptions): void {
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
    const identity = ["-U", POSTGRES_USER, "--pwfile", passwordFile, "--auth", "scram-sha-256"];
    run(binaries.initdb, ["-D", draft, ...identity, ...locale]);
    run(binaries.postgres, ["--single", "-D", draft, "postgres"], `CREATE DATABASE ${POSTGRES_DATABASE};\n`);
    renameSync(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
