import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, afterEach, describe, expect, inject, test, vi } from "vitest";
import { serveWorkerHealth } from "../../infra/worker-health.ts";
import { Lifecycle } from "../../infra/lifecycle.ts";
import { createLogger } from "../../infra/logger.ts";
import { createMetrics } from "../../infra/metrics.ts";
import { requireWritableFolder } from "../../infra/require-writable-folder.ts";
import { ensurePostgresAccount } from "../../local/services/postgres-account.ts";
import { locatePostgres } from "../../local/services/postgres-binaries.ts";
import { makeCluster, serverEnvironment } from "../../local/services/postgres-data.ts";
import { requireUsableRedis } from "../../queue/require-usable-redis.ts";
import { requireUsableDatabase } from "../../storage/database/require-usable-database.ts";
import { ensureBucket } from "../../storage/object-store/ensure-bucket.ts";
import { requireUsableStore } from "../../storage/object-store/require-usable-store.ts";
import { findTestS3Server } from "../support/s3-server.ts";

const folder = mkdtempSync(join(tmpdir(), "start-checks-"));
const children: ChildProcess[] = [];
chmodSync(folder, 0o755);
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function listenAnywhere(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** Ports on which nothing listens. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listenAnywhere()));
  const ports = servers.map(portOf);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Why a check refuses, which is one line; "usable" when it does not. */
async function verdict(check: Promise<void>): Promise<string> {
  const text = await check.then(
    () => "usable",
    (error: Error) => `${error.name} ${error.message}`,
  );
  expect(text).not.toContain("\n");
  return text;
}

describe("Redis", () => {
  const look = (REDIS_URL: string, deadlineMs = 15_000) =>
    verdict(requireUsableRedis({ REDIS_URL, REDIS_PREFIX: "{geopera}" }, deadlineMs));

  function startRedis(port: number, ...settings: readonly string[]): void {
    const common = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
    children.push(spawn("redis-server", [...common, ...settings], { stdio: "ignore" }));
  }

  test("that is fine is usable", async () => {
    expect(await look(inject("redisUrl"))).toBe("usable");
  });

  test("with another password is refused at once", async () => {
    const wrong = new URL(inject("redisUrl"));
    wrong.password = "wrong";
    expect(await look(wrong.href)).toBe("StartFault REDIS_URL: Redis refuses the password: correct it.");
    wrong.password = "";
    expect(await look(wrong.href)).toContain("REDIS_URL: Redis wants a password: name it in the URL");
  });

  test("that is not there is refused after the deadline", async () => {
    const [port = 0] = await freePorts(1);
    expect(await look(`redis://127.0.0.1:${port}/0`, 100)).toMatch(
      new RegExp(`REDIS_URL: Redis does not answer at 127.0.0.1:${port} \\(.*ECONNREFUSED.*\\): start it`),
    );
  });

  test("that evicts, and one that is a replica, are refused", async () => {
    const [evicting = 0, replica = 0] = await freePorts(2);
    startRedis(evicting, "--maxmemory", "50mb", "--maxmemory-policy", "allkeys-lru");
    startRedis(replica, "--replicaof", "127.0.0.1", String(evicting));
    expect(await look(`redis://127.0.0.1:${evicting}/0`)).toContain(
      'REDIS_URL: Redis has maxmemory-policy "allkeys-lru": set it to "noeviction"',
    );
    expect(await look(`redis://127.0.0.1:${replica}/0`)).toContain("is a replica, which takes no writes");
  });

  test("that is the wrong node of a cluster is refused, and the right one named", async () => {
    const [first = 0, second = 0] = await freePorts(2);
    for (const port of [first, second]) {
      const cluster = ["--cluster-enabled", "yes", "--cluster-config-file", `nodes-${port}.conf`];
      startRedis(port, ...cluster, "--cluster-port", String((await freePorts(1))[0]));
    }
    const empty = await look(`redis://127.0.0.1:${first}/0`);
    expect(empty).toContain("does not hold the keys of REDIS_PREFIX {geopera}: complete the cluster first");
    const [one, two] = [first, second].map((port) => new Redis({ port, host: "127.0.0.1" }));
    const info = await two!.info("server");
    expect(info).toContain("redis_mode:cluster");
    const bus = Number(/@(\d+)/.exec((await two!.cluster("NODES")) as string)?.[1]);
    await one!.call("CLUSTER", "MEET", "127.0.0.1", String(second), String(bus));
    // The hash tag {geopera} lies in slot 11,000 or so: the second node gets the upper half.
    const slot = await one!.cluster("KEYSLOT", "{geopera}");
    const ranges = [
      [0, 8_191],
      [8_192, 16_383],
    ] as const;
    const isUpper = slot > 8_191;
    await one!.call("CLUSTER", "ADDSLOTSRANGE", ...(isUpper ? ranges[0] : ranges[1]).map(String));
    await two!.call("CLUSTER", "ADDSLOTSRANGE", ...(isUpper ? ranges[1] : ranges[0]).map(String));
    await expect
      .poll(() => look(`redis://127.0.0.1:${first}/0`), { timeout: 30_000 })
      .toContain("does not hold the keys of REDIS_PREFIX {geopera}: set REDIS_MODE=cluster");
    await expect.poll(() => look(`redis://127.0.0.1:${second}/0`), { timeout: 30_000 }).toBe("usable");
    for (const node of [one, two]) node!.disconnect();
  });
});

describe("PostgreSQL", () => {
  const url = (change: (wrong: URL) => void) => {
    const wrong = new URL(inject("databaseUrl"));
    change(wrong);
    return wrong.href;
  };
  const look = (databaseUrl: string, nowMs?: () => number) =>
    verdict(requireUsableDatabase(databaseUrl, nowMs));

  test("that is fine is usable", async () => {
    expect(await look(inject("databaseUrl"))).toBe("usable");
  });

  test.each<[string, (wrong: URL) => void, string]>([
    [
      "password",
      (wrong) => (wrong.password = "wrong"),
      "DATABASE_URL: PostgreSQL refuses the password of role",
    ],
    [
      "database",
      (wrong) => (wrong.pathname = "/nowhere"),
      "DATABASE_URL: there is no database nowhere at 127.0.0.1",
    ],
  ])("with another %s is refused", async (_what, change, why) => {
    expect(await look(url(change))).toContain(why);
  });

  test("that is not there is refused", async () => {
    const [port = 0] = await freePorts(1);
    expect(await look(url((wrong) => (wrong.port = String(port))))).toMatch(
      /DATABASE_URL: PostgreSQL does not answer at 127\.0\.0\.1:\d+ \(.*\): start it, or correct the address/,
    );
  });

  test.each([
    { hours: -1, side: "behind" },
    { hours: 1, side: "ahead of" },
  ])("with a clock $side ours is refused", async ({ hours, side }) => {
    const said = await look(inject("databaseUrl"), () => Date.now() + hours * 3_600_000);
    expect(said).toMatch(
      new RegExp(
        `StartFault The clock of this machine is 3[56]\\d\\d s ${side} that of PostgreSQL: set both`,
      ),
    );
  });

  test("that is a standby is refused", async () => {
    const account = ensurePostgresAccount();
    const binaries = locatePostgres(account);
    const data = join(folder, "standby");
    if (account !== undefined) chownSync(folder, account.uid, account.gid);
    makeCluster({ binaries, data, password: "standing-by", account });
    writeFileSync(join(data, "standby.signal"), "");
    const [port = 0] = await freePorts(1);
    const settings = [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "fsync=off",
    ];
    children.push(
      spawn(binaries.postgres, ["-D", data, "-p", String(port), ...settings], {
        ...account,
        cwd: "/",
        env: serverEnvironment(),
        stdio: "ignore",
      }),
    );
    const standby = `postgres://geopera:standing-by@127.0.0.1:${port}/geopera`;
    await expect
      .poll(() => look(standby), { timeout: 30_000 })
      .toMatch(/DATABASE_URL: this PostgreSQL is a standby, which takes no writes: name the primary/);
  });

  const hasPooler = spawnSync("pgbouncer", ["--version"]).status === 0;
  if (!hasPooler) console.warn("SKIPPED PgBouncer in start-checks.test.ts: pgbouncer is not installed");

  test.skipIf(!hasPooler).each([
    { mode: "session", settings: "statement_timeout, idle_in_transaction_session_timeout", said: "usable" },
    {
      mode: "transaction",
      settings: "statement_timeout, idle_in_transaction_session_timeout",
      said: "DATABASE_URL: notifications do not arrive; a pooler in transaction mode lies between: use session mode",
    },
    { mode: "session", settings: "extra_float_digits", said: "DATABASE_URL: the pooler refuses settings" },
  ])(
    "through PgBouncer in $mode mode, which ignores $settings: $said",
    { timeout: 40_000 },
    async (pooler) => {
      const [port = 0] = await freePorts(1);
      const direct = new URL(inject("databaseUrl"));
      const { hostname, port: serverPort, username, password, pathname } = direct;
      const account = ensurePostgresAccount();
      const file = join(folder, `pgbouncer-${port}.ini`);
      const users = join(folder, `users-${port}.txt`);
      writeFileSync(users, `"${username}" "${password}"\n`);
      writeFileSync(
        file,
        `[databases]
${pathname.slice(1)} = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = ${pooler.mode}
ignore_startup_parameters = ${pooler.settings}
`,
      );
      children.push(spawn("pgbouncer", [file], { ...account, stdio: "ignore" }));
      const pooled = url((other) => (other.port = String(port)));
      await expect.poll(() => look(pooled), { timeout: 30_000 }).toContain(pooler.said);
    },
  );
});

describe("an object store", () => {
  const store = (change: Partial<Parameters<typeof requireUsableStore>[0]>) => ({
    OBJECT_STORE_URL: "s3://nowhere",
    S3_ENDPOINT: undefined,
    S3_REGION: "us-east-1",
    S3_FORCE_PATH_STYLE: true,
    ...change,
  });

  afterEach(() => void vi.unstubAllEnvs());

  test("that does not answer is refused after the deadline", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "somebody");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "something");
    const [port = 0] = await freePorts(1);
    const settings = store({ S3_ENDPOINT: `http://127.0.0.1:${port}` });
    expect(await verdict(requireUsableStore(settings, 100))).toContain(
      `S3_ENDPOINT: the object store does not answer at http://127.0.0.1:${port}`,
    );
  });

  test("in a folder that cannot be written to is refused", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const settings = store({ OBJECT_STORE_URL: `file://${file}/objects` });
    expect(await verdict(requireUsableStore(settings))).toContain(
      `OBJECT_STORE_URL: ${file}/objects cannot be written to (ENOTDIR)`,
    );
    expect(await verdict(requireWritableFolder("JOURNAL_DIR", `${file}/journal`))).toContain("JOURNAL_DIR: ");
  });

  const server = findTestS3Server("test/integration/start-checks.test.ts");

  test.skipIf(server === undefined)("with another bucket, key or secret is refused", async () => {
    const { endpoint, credentials } = server!;
    const as = (key: string, secret: string) => {
      vi.stubEnv("AWS_ACCESS_KEY_ID", key);
      vi.stubEnv("AWS_SECRET_ACCESS_KEY", secret);
    };
    const settings = store({ OBJECT_STORE_URL: `s3://start-${process.pid}`, S3_ENDPOINT: endpoint });
    as(credentials.accessKeyId, credentials.secretAccessKey);
    expect(await verdict(requireUsableStore(settings))).toContain(
      `OBJECT_STORE_URL: ${endpoint} has no bucket start-${process.pid}: run programs/prepare`,
    );
    expect(await ensureBucket(settings)).toEqual([
      `made bucket start-${process.pid}`,
      "browsers may use its signed addresses",
    ]);
    expect(await ensureBucket(settings)).toEqual([]);
    expect(await verdict(requireUsableStore(settings))).toBe("usable");
    as(credentials.accessKeyId, "another-secret");
    expect(await verdict(requireUsableStore(settings))).toContain("the secret does not belong to this key");
    as("somebody", "something");
    expect(await verdict(requireUsableStore(settings))).toContain("does not know this key");
  });
});

test("a port that is taken is named with its setting", async () => {
  const taken = await listenAnywhere();
  const port = portOf(taken);
  const lifecycle = new Lifecycle(createLogger({ LOG_LEVEL: "silent" }, "test"));
  const settings = { WORKER_HEALTH_PORT: port, API_HOST: "127.0.0.1" };
  expect(await verdict(serveWorkerHealth(settings, lifecycle, createMetrics()))).toBe(
    `StartFault WORKER_HEALTH_PORT: cannot listen on 127.0.0.1:${port} (EADDRINUSE): another program listens there: end it, or choose another port.`,
  );
  taken.close();
});
