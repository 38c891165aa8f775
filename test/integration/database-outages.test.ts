import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../../storage/database/migrate.ts";
import { openDatabase, type Queryable } from "../../storage/database/database.ts";
import { startCuttableProxy, type CuttableProxy } from "../faults/cuttable-proxy.ts";
import { SELF_SIGNED } from "../support/self-signed.ts";
import { createTestDatabase, startSystem, type TestSystem } from "../support/system.ts";

let databaseUrl: string;
let proxy: CuttableProxy;
let system: TestSystem;

beforeAll(async () => {
  databaseUrl = await createTestDatabase();
  proxy = await startCuttableProxy(Number(new URL(databaseUrl).port));
  system = await startSystem({
    settings: {
      DATABASE_URL: through(proxy),
      DATABASE_QUERY_TIMEOUT_MS: "1000",
      DATABASE_POOL_SIZE: "3",
      LOG_LEVEL: "silent",
    },
  });
});
afterAll(async () => {
  await system.stop();
  await proxy.close();
});

function through({ port }: { readonly port: number }): string {
  const url = new URL(databaseUrl);
  url.port = String(port);
  return url.href;
}

const createProject = (name: string) => system.client.try("projects.create", { name });

test("connections that were cut while they lay idle cost no request", async () => {
  for (let round = 0; round < 3; round += 1) {
    const before = await Promise.all(
      Array.from({ length: 6 }, (_, index) => createProject(`a${round}${index}`)),
    );
    expect(before.map(({ status }) => status)).toEqual(before.map(() => 200));
    proxy.cut();
    expect((await createProject(`after ${round}`)).status).toBe(200);
  }
});

test("requests whose connection is cut or falls silent are served or told 503 with Retry-After, and later ones are served", async () => {
  for (const strike of ["cut", "silence", "cut", "silence"] as const) {
    const underWay = Array.from({ length: 12 }, (_, index) => createProject(`b${index}`));
    proxy[strike]();
    for (const { status, headers, json } of await Promise.all(underWay)) {
      expect([200, 503]).toContain(status);
      if (status !== 503) continue;
      expect(headers.get("retry-after")).toMatch(/^\d+$/);
      expect(json.type).toBe("https://geopera.com/problems/unavailable");
    }
    expect((await createProject("later")).status).toBe(200);
  }
});

test("a connection that fell silent costs one statement, not one for each idle connection beside it", async () => {
  const database = openDatabase(through(proxy), 3, { queryMs: 1_000, waitMs: 1_000 });
  await Promise.all([1, 2, 3].map(() => database`select pg_sleep(0.1)`));
  proxy.silence();
  await expect(database`select 1`).rejects.toMatchObject({ code: "QUERY_TIMEOUT" });
  for (const one of [1, 2, 3]) expect(await database`select ${one}::int as one`).toEqual([{ one }]);
  await database.end();
});

test("a change is heard again after the subscription fell silent", async () => {
  const database = openDatabase(through(proxy), 1);
  const heard: string[] = [];
  let listening = 0;
  const subscription = await database.listen(
    "hearing",
    (payload) => heard.push(payload),
    () => (listening += 1),
  );
  await database`select pg_notify('hearing', 'one')`;
  await expect.poll(() => heard).toEqual(["one"]);
  proxy.cut();
  await expect.poll(() => listening, { timeout: 10_000 }).toBe(2);
  await database`select pg_notify('hearing', 'two')`;
  await expect.poll(() => heard).toEqual(["one", "two"]);
  proxy.silence();
  await expect.poll(() => listening, { timeout: 18_000 }).toBe(3);
  await subscription.close();
  await database.end();
});

test("a statement that takes too long is ended by PostgreSQL and answered as unavailable", async () => {
  const database = openDatabase(databaseUrl, 1, { queryMs: 1_000, waitMs: 100 });
  await expect(database`select pg_sleep(30)`).rejects.toMatchObject({ code: "57014" });
  const waited = await Promise.allSettled([
    database.begin(async (transaction) => {
      for (let index = 0; index < 8; index += 1) await transaction`select pg_sleep(0.05)`;
    }),
    database`select 1`,
  ]);
  expect(waited).toMatchObject([{ status: "fulfilled" }, { reason: { code: "POOL_TIMEOUT" } }]);
  await database.end();
});

test("what comes after the end of a transaction is refused instead of running outside of a transaction", async () => {
  const database = openDatabase(databaseUrl, 1);
  await database`create table late (name text)`;
  let ended: Queryable = database;
  await database.begin(async (transaction) => {
    await transaction`insert into late values ('in time')`;
    ended = transaction;
  });
  await expect(ended`insert into late values ('late')`).rejects.toThrow("the transaction is over");
  await expect(
    database.begin(async (transaction) => {
      await transaction`insert into late values ('never')`;
      await transaction`insert into nothing values (1)`.catch(() => undefined);
    }),
  ).rejects.toThrow('relation "nothing" does not exist');
  expect(await database`select name from late`).toEqual([{ name: "in time" }]);
  await database.end();
});

test("connections are encrypted when the URL says so, and an untrusted certificate is refused", async () => {
  const server = await startTlsServer(Number(new URL(databaseUrl).port));
  const encrypted = openDatabase(`${through(server)}?sslmode=require`, 2);
  const texts = [["a", "b"], ["c"]];
  expect(await Promise.all(texts.map((each) => encrypted`select ${each}::text[] as texts`))).toEqual(
    texts.map((each) => [{ texts: each }]),
  );
  expect(server.encrypted).toBe(2);
  for (const socket of server.sockets) socket.resetAndDestroy();
  expect(await encrypted`select 1 as one`).toEqual([{ one: 1 }]);
  await encrypted.end();
  const verifying = openDatabase(`${through(server)}?sslmode=verify-full`, 1);
  await expect(verifying`select 1`).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  await verifying.end();
  await server.close();
});

/** PostgreSQL behind TLS, as a managed one is. */
async function startTlsServer(targetPort: number) {
  const sockets = new Set<Socket>();
  const state = { encrypted: 0 };
  const server = createServer((client) => {
    sockets.add(client);
    client.on("error", () => undefined);
    client.once("data", () => {
      client.write("S");
      const socket = new TLSSocket(client, { isServer: true, ...SELF_SIGNED });
      const target = connect(targetPort, "127.0.0.1");
      socket.on("error", () => target.destroy()).on("close", () => target.destroy());
      socket.on("secure", () => (state.encrypted += 1));
      target.on("error", () => socket.destroy()).on("close", () => socket.destroy());
      socket.pipe(target).pipe(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(state, {
    port: (server.address() as AddressInfo).port,
    sockets,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

test("processes that start at once migrate once", async () => {
  const url = await createTestDatabase("empty");
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
  const names = applied.flat();
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
  expect(await migrate(url)).toEqual([]);
});
