import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { startLocalServices, startLocalServicesAside } from "../../local/services/start-local-services.ts";

// The services of the whole test run must not be mistaken for servers to use.
delete process.env.DATABASE_URL;
delete process.env.REDIS_URL;

const base = mkdtempSync(join(tmpdir(), "geopera-services-"));
chmodSync(base, 0o755);
afterAll(() => rmSync(base, { recursive: true, force: true }));

test(
  "what was committed survives a stop, a SIGKILL of each server, and a second start on the same ports",
  { timeout: 60_000 },
  async () => {
    const directory = join(base, "kept");
    const lines: string[] = [];
    const services = await startLocalServices({ directory, log: (line) => lines.push(line) });
    const sql = postgres(services.databaseUrl, { max: 1, onnotice: () => undefined });
    const redis = new Redis(services.redisUrl);
    redis.on("error", () => undefined);
    await sql`CREATE TABLE kept (n integer)`;
    await sql`INSERT INTO kept VALUES (1)`;
    await redis.set("kept", "1");

    for (const pidFile of ["postgres/postmaster.pid", "redis/redis.pid"]) {
      process.kill(Number.parseInt(readFileSync(join(directory, pidFile), "utf8"), 10), "SIGKILL");
    }
    await expect.poll(() => sql`SELECT n FROM kept`.catch(() => []), { timeout: 20_000 }).toEqual([{ n: 1 }]);
    await expect.poll(() => redis.get("kept").catch(() => null), { timeout: 20_000 }).toBe("1");
    expect(lines.toSorted()).toEqual([
      "postgres ended (SIGKILL); starting it again.",
      "redis ended (SIGKILL); starting it again.",
    ]);

    await services.stop();
    const again = await startLocalServices({ directory });
    expect(again.databaseUrl).toBe(services.databaseUrl);
    expect(again.redisUrl).toBe(services.redisUrl);
    await expect.poll(() => sql`SELECT n FROM kept`.catch(() => []), { timeout: 20_000 }).toEqual([{ n: 1 }]);
    expect(await redis.config("GET", "maxmemory-policy")).toEqual(["maxmemory-policy", "noeviction"]);
    expect(await redis.config("GET", "appendonly")).toEqual(["appendonly", "yes"]);
    redis.disconnect();
    await sql.end();
    await again.stop();
  },
);

test(
  "only this account can read the secrets, and both servers refuse a caller without a password",
  { timeout: 60_000 },
  async () => {
    const directory = join(base, "closed");
    const services = await startLocalServices({ directory });
    expect(statSync(join(directory, "secrets.json")).mode & 0o777).toBe(0o600);
    const without = (url: string) => {
      const open = new URL(url);
      open.password = "";
      return open.href;
    };
    const sql = postgres(without(services.databaseUrl), { max: 1 });
    await expect(sql`SELECT 1`).rejects.toThrow(/password/i);
    const redis = new Redis(without(services.redisUrl), { lazyConnect: true });
    redis.on("error", () => undefined);
    await expect(redis.get("x")).rejects.toThrow(/NOAUTH/);
    redis.disconnect();
    await sql.end();
    await services.stop();
  },
);

test("two runs with one directory get services of their own", { timeout: 60_000 }, async () => {
  const directory = join(base, "shared");
  const one = await startLocalServicesAside({ directory });
  const two = await startLocalServicesAside({ directory });
  expect(two.databaseUrl).not.toBe(one.databaseUrl);
  expect(two.redisUrl).not.toBe(one.redisUrl);
  await Promise.all([one.stop(), two.stop()]);
});

test.skipIf(process.getuid?.() !== 0)(
  "root's clone in a closed home is served as well: the data goes where PostgreSQL's account can reach it",
  { timeout: 60_000 },
  async () => {
    const home = join(base, "home");
    mkdirSync(home, { mode: 0o700 });
    const directory = join(home, "clone", ".geopera");
    const askForData = async () => {
      const services = await startLocalServices({ directory });
      const sql = postgres(services.databaseUrl, { max: 1, onnotice: () => undefined });
      await sql`CREATE TABLE IF NOT EXISTS kept (n integer)`;
      await sql`INSERT INTO kept VALUES (1)`;
      const [row] = await sql<
        { place: string; rows: number }[]
      >`SELECT current_setting('data_directory') AS place, count(*)::int AS rows FROM kept`;
      await sql.end();
      await services.stop();
      return row;
    };
    const first = await askForData();
    expect(first?.place).toMatch(/^\/var\/lib\/geopera\/[0-9a-f]{12}-geopera\/postgres$/);
    expect(await askForData()).toEqual({ place: first?.place, rows: 2 });
    // A new clone at the same path has other secrets: the old data is not its own.
    rmSync(directory, { recursive: true });
    expect(await askForData()).toEqual({ place: first?.place, rows: 1 });
    rmSync(join(first?.place ?? "/nowhere", ".."), { recursive: true });
  },
);
