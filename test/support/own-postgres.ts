import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { ensurePostgresAccount } from "../../local/services/postgres-account.ts";
import { choosePort } from "../../local/services/ports.ts";
import { openDatabase } from "../../storage/database/database.ts";
import { killProcess } from "./worker-process.ts";

/** Debian's PostgreSQL of the highest version, with pg_dump and pg_restore; undefined where there is none. */
export function systemPostgres(): string | undefined {
  const all = "/usr/lib/postgresql";
  const versions = existsSync(all) ? readdirSync(all).toSorted((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(all, version, "bin")).find((bin) => existsSync(join(bin, "pg_dump")));
}

/** A server of one's own with an empty database, which can be lost. */
export interface OwnPostgres {
  readonly url: string;
  /** Kills the server and deletes its data. */
  lose(): Promise<void>;
}

/** Starts a server of the given programs. */
export async function startOwnPostgres(bin: string): Promise<OwnPostgres> {
  const account = ensurePostgresAccount();
  const folder = mkdtempSync(join(tmpdir(), "own-postgres-"));
  chmodSync(folder, 0o755);
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, "data");
  const options = { ...account, cwd: "/", env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } };
  const made = spawnSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "geopera", "--auth", "trust", "--locale", "C", "--encoding", "UTF8", "--no-sync"],
    { ...options, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await choosePort(data.replaceAll("/", "-"), folder);
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"];
  const server = spawn(
    join(bin, "postgres"),
    ["-D", data, "-p", `${port}`, ...settings.flatMap((setting) => ["-c", setting])],
    { ...options, stdio: "ignore" },
  );
  const urlOf = (name: string) => `postgres://geopera@127.0.0.1:${port}/${name}`;
  const create = async () => {
    const database = openDatabase(urlOf("postgres"), 1);
    try {
      await database.unsafe("create database geopera");
      return "made";
    } finally {
      await database.end({ timeout: 1 });
    }
  };
  await expect.poll(() => create().catch(String), { timeout: 30_000, interval: 100 }).toBe("made");
  return {
    url: urlOf("geopera"),
    lose: async () => {
      await killProcess(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
