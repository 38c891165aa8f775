import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { appendFileSync, chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { ensurePostgresAccount } from "../../local/services/postgres-account.ts";
import { locatePostgres } from "../../local/services/postgres-binaries.ts";
import { makeCluster, serverEnvironment } from "../../local/services/postgres-data.ts";
import { choosePort } from "../../local/services/ports.ts";
import { openDatabase } from "../../storage/database/database.ts";
import { killProcess } from "./worker-process.ts";

const PASSWORD = "replicated";

interface PostgresServer {
  readonly port: number;
  readonly process: ChildProcess;
}

/** A primary with a streaming standby, until the test has finished. */
export async function startReplicated(): Promise<{
  primary: PostgresServer;
  standby: PostgresServer & { readonly promote: () => Promise<void> };
  /** The URL of these ports, in this order. */
  readonly url: (ports: readonly number[]) => string;
}> {
  const account = ensurePostgresAccount();
  const binaries = locatePostgres(account);
  const folder = mkdtempSync(join(tmpdir(), "replicated-"));
  chmodSync(folder, 0o755);
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const url = (ports: readonly number[]) =>
    `postgres://geopera:${PASSWORD}@${ports.map((port) => `127.0.0.1:${port}`).join(",")}/geopera`;
  const ask = async (port: number, text: string) => {
    const database = openDatabase(url([port]), 1);
    try {
      return await database.unsafe(text);
    } finally {
      await database.end({ timeout: 1 });
    }
  };
  const start = async (data: string): Promise<PostgresServer> => {
    const port = await choosePort(data.replaceAll("/", "-"), folder);
    const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"];
    const process = spawn(
      binaries.postgres,
      ["-D", data, "-p", `${port}`, ...settings.flatMap((setting) => ["-c", setting])],
      { ...account, cwd: "/", env: serverEnvironment(), stdio: "ignore" },
    );
    onTestFinished(() => killProcess(process));
    const answers = () => ask(port, "select 1 as one").catch(String);
    await expect.poll(answers, { timeout: 30_000, interval: 100 }).toEqual([{ one: 1 }]);
    return { port, process };
  };
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [first, second] = [join(folder, "first"), join(folder, "second")];
  makeCluster({ binaries, data: first, password: PASSWORD, account });
  // A copy of a stopped server needs no backup program.
  spawnSync("cp", ["-a", first, second], { ...account, cwd: "/" });
  const primary = await start(first);
  const from = `host=127.0.0.1 port=${primary.port} user=geopera password=${PASSWORD}`;
  appendFileSync(join(second, "postgresql.auto.conf"), `primary_conninfo = '${from}'\n`);
  writeFileSync(join(second, "standby.signal"), "");
  const standby = await start(second);
  const promote = async () => void (await ask(standby.port, "select pg_promote()"));
  return { primary, standby: { ...standby, promote }, url };
}
