import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, test } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";
import { openDatabase } from "../../storage/database/database.ts";
import { createTestDatabase } from "../support/system.ts";
import type { ClientReport } from "./database-client.fixture.ts";
import { startUnreliableProxy } from "./unreliable-proxy.ts";

/** Seeds of one run, one process each; more by `CUT_SEEDS`. */
const SEEDS = Number(process.env.CUT_SEEDS ?? 3);
const FIRST_SEED = Number(process.env.CUT_FIRST_SEED ?? 1);

/** A session is made, a statement waits for a connection and is answered or given up, a few times over. */
const ATTEMPT_MS_MAX = 20_000;

let databaseUrl: string;
beforeAll(async () => {
  databaseUrl = await createTestDatabase();
  const database = openDatabase(databaseUrl, 1);
  await database`create table pairs (name text, half text, primary key (name, half))`;
  await database.end();
});

test.concurrent.for(Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index))(
  "seed %i: whatever is cut, no process ends by it, nothing hangs, and every transaction is whole",
  { timeout: 110_000 },
  async (seed, { expect }) => {
    const target = new URL(databaseUrl);
    const proxy = await startUnreliableProxy(Number(target.port), seed);
    const calming = createServer((_request, response) => {
      proxy.calm();
      response.end();
    });
    await new Promise<void>((resolve) => calming.listen(0, "127.0.0.1", resolve));
    const url = new URL(databaseUrl);
    url.port = String(proxy.port);
    const fixture = join(packageRoot, "test", "faults", "database-client.fixture.ts");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        "--import",
        "tsx",
        fixture,
        url.href,
        String(seed),
        `http://127.0.0.1:${(calming.address() as AddressInfo).port}`,
      ],
      { timeout: 100_000 },
    );
    calming.close();
    await proxy.close();
    const report = JSON.parse(stdout) as ClientReport;
    const { failures, slowestMs, read, committed } = report;
    console.log(
      seed,
      JSON.stringify([...proxy.endings]),
      read,
      committed.length,
      Math.round(slowestMs),
      failures,
    );
    expect(report.recovered).toBe(10);
    expect(slowestMs).toBeLessThan(ATTEMPT_MS_MAX);

    const database = openDatabase(databaseUrl, 1);
    const rows = await database<{ name: string; halves: number }[]>`
      select name, count(*) as halves from pairs where name like ${`${seed}/%`} group by name`;
    await database.end();
    expect(rows.filter(({ halves }) => halves !== 2)).toEqual([]);
    const kept = new Set(rows.map(({ name }) => name));
    expect(committed.filter((name) => !kept.has(name))).toEqual([]);
  },
);
