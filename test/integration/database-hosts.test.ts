import { createServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { openDriver, statementOf } from "../../storage/database/connections/driver.ts";
import { openDatabase, isDatabaseUnavailable, type Database } from "../../storage/database/database.ts";
import { startReplicated } from "../support/postgres-servers.ts";
import { startTlsProxy, type TlsProxy } from "../support/tls-proxy.ts";
import { killProcess } from "../support/worker-process.ts";

const plain = new URL(inject("databaseUrl"));
const LIMITS = { queryMs: 5_000, waitMs: 5_000 };
let proxy: TlsProxy;

beforeAll(async () => {
  proxy = await startTlsProxy({ host: plain.hostname, port: Number(plain.port) });
});
afterAll(() => proxy.close());

/** A pool over these hosts, in this order, with these parameters of the URL. */
function open(hosts: readonly (string | number)[], parameters: Record<string, string> = {}): Database {
  const authority = hosts.map((host) => (typeof host === "number" ? `127.0.0.1:${host}` : host)).join(",");
  const query = new URLSearchParams(parameters).toString();
  const url = `postgres://${plain.username}:${plain.password}@${authority}${plain.pathname}?${query}`;
  const database = openDatabase(url, 2, LIMITS);
  onTestFinished(() => database.end({ timeout: 1 }));
  return database;
}

const real = () => Number(plain.port);

/** A port on which nothing listens. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const one = async (database: Database) => await database`select 1 as one`;

test.each([
  { sslmode: "disable", server: "plain", encrypted: false },
  { sslmode: "prefer", server: "plain", encrypted: false },
  { sslmode: "prefer", server: "tls", encrypted: true },
  { sslmode: "require", server: "tls", encrypted: true },
])(
  "sslmode=$sslmode at a $server server connects, encrypted: $encrypted",
  async ({ sslmode, server, encrypted }) => {
    const before = proxy.encrypted;
    const database = open([server === "tls" ? proxy.port : real()], { sslmode });
    expect(await one(database)).toEqual([{ one: 1 }]);
    expect(proxy.encrypted - before).toBe(encrypted ? 1 : 0);
  },
);

test.each([
  { sslmode: "require", server: "plain", why: "PostgreSQL does not speak TLS" },
  { sslmode: "verify-full", server: "plain", why: "PostgreSQL does not speak TLS" },
  { sslmode: "verify-full", server: "tls", why: "self-signed certificate" },
])("sslmode=$sslmode at a $server server is refused, and says why", async ({ sslmode, server, why }) => {
  const database = open([server === "tls" ? proxy.port : real()], { sslmode });
  const error: unknown = await one(database).catch((reason: unknown) => reason);
  expect(String(error)).toContain(why);
  expect(isDatabaseUnavailable(error)).toBe(true);
});

test("with the first of two hosts down, statements, transactions and subscriptions use the second from the start", async () => {
  const database = open([await deadPort(), real()]);
  expect(await database.begin(async (sql) => await sql`select 2 as two`)).toEqual([{ two: 2 }]);
  const parallel = await Promise.all([one(database), one(database), one(database)]);
  expect(parallel).toEqual([[{ one: 1 }], [{ one: 1 }], [{ one: 1 }]]);
  const received: string[] = [];
  const listening = await database.listen(
    "hosts",
    (payload) => received.push(payload),
    () => undefined,
  );
  await database`select pg_notify('hosts', 'arrived')`;
  await expect.poll(() => received).toEqual(["arrived"]);
  await listening.close();
});

test("a statement that changes something also moves on from a host that took no connection", async () => {
  const database = open([await deadPort(), real()]);
  await database`create table moved_on (n integer)`;
  onTestFinished(async () => void (await database`drop table moved_on`));
  await database`insert into moved_on values (1)`;
  expect(await database`select n from moved_on`).toEqual([{ n: 1 }]);
});

test("with all hosts down, a statement fails as unavailable", async () => {
  const database = open([await deadPort(), await deadPort()]);
  const error: unknown = await one(database).catch((reason: unknown) => reason);
  expect(isDatabaseUnavailable(error)).toBe(true);
});

test("target_session_attrs finds a primary, and refuses where there is no standby", async () => {
  expect(await one(open([await deadPort(), real()], { target_session_attrs: "primary" }))).toEqual([
    { one: 1 },
  ]);
  expect(await one(open([real()], { target_session_attrs: "read-write" }))).toEqual([{ one: 1 }]);
  const error: unknown = await one(open([real()], { target_session_attrs: "standby" })).catch(
    (reason: unknown) => reason,
  );
  expect(isDatabaseUnavailable(error)).toBe(true);
});

test("a standby is passed over, and takes its turn when it is promoted", { timeout: 90_000 }, async () => {
  const { primary, standby, url } = await startReplicated();
  const database = openDatabase(url([standby.port, primary.port]), 2, LIMITS);
  onTestFinished(() => database.end({ timeout: 1 }));
  await database`create table moved (n integer)`;
  await database.begin(async (sql) => await sql`insert into moved values (1)`);
  const heard: string[] = [];
  const listening = await database.listen(
    "moved",
    (payload) => heard.push(payload),
    () => undefined,
  );
  onTestFinished(() => listening.close());
  const copy = openDatabase(url([standby.port]), 1, LIMITS);
  onTestFinished(() => copy.end({ timeout: 1 }));
  const copied = async () => await copy`select n from moved`;
  await expect.poll(() => copied().catch(String), { timeout: 20_000 }).toEqual([{ n: 1 }]);
  await killProcess(primary.process);
  await standby.promote();
  const write = async () => await database`insert into moved values (2) returning n`;
  await expect.poll(() => write().catch(String), { timeout: 20_000 }).toEqual([{ n: 2 }]);
  const announce = async () => {
    await database`select pg_notify('moved', 'here')`;
    return heard.length;
  };
  await expect.poll(announce, { timeout: 20_000, interval: 200 }).toBeGreaterThan(0);
});

test("a version of the driver without the fields that the pool relies on is refused by name", () => {
  expect(() => statementOf(openDriver({ url: plain.href, options: {} })`select 1`)).not.toThrow();
  expect(() => statementOf({ handler: () => undefined })).toThrow("has no resolve, reject, strings");
});
