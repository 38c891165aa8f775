import { execFile } from "node:child_process";
import { appendFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

let system: TestSystem;
let organizationId: string;

beforeAll(async () => {
  system = await startSystem();
  ({ organizationId } = system.organization);
  await system.deps.database`update organizations set created_at = '2026-01-01'`;
  await system.client.call("billing.rates.set", {
    organization_id: organizationId,
    effective_from: "2026-01",
    currency: "EUR",
    tiers: [{ up_to: null, price_per_thousand: "12.50" }],
  });
  await recordTiles(system.deps.database, { organizationId, count: 123, at: "2026-09-10T00:00:00Z" });
});
afterAll(() => system.stop());

/** The command as a person runs it. */
function finance(...args: string[]): Promise<{ code: number; out: string }> {
  const { DATABASE_URL, OBJECT_STORE_URL } = system.config;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", join(packageRoot, "programs/finance.ts"), ...args],
      { cwd: packageRoot, env: { PATH: process.env.PATH, DATABASE_URL, OBJECT_STORE_URL } },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out: `${stdout}${stderr}` }),
    );
  });
}

test("a month is closed, exported and reconciled from a terminal", async () => {
  expect(await finance("export", "2026-09")).toMatchObject({
    code: 1,
    out: expect.stringContaining("close it first"),
  });
  const closed = await finance("close", "2026-09");
  expect(closed.code).toBe(0);
  // 123 x 12.50 / 1,000 = 1.5375, which is 1.54.
  expect(closed.out).toMatch(new RegExp(`${organizationId}\\s+123\\s+2\\s+1.54\\s+EUR`));
  const exported = await finance("export", "2026-09", "--layout", "focus", "--format", "parquet");
  expect(exported).toMatchObject({
    code: 0,
    out: expect.stringMatching(/focus-2026-09-all-0001\.parquet +2 /),
  });
  const reconciled = await finance("reconcile", "2026-09");
  expect(reconciled).toMatchObject({ code: 0, out: expect.stringContaining("2026-09 reconciles.") });
  for (const check of ["events = hourly rollups", "monthly rollups = statements", "statements = exports"]) {
    expect(reconciled.out).toMatch(new RegExp(`${check} +[1-9]\\d* +0  same`));
  }
}, 60_000);

interface Tampering {
  /** Statements before and after looking; triggers that keep closed months are off meanwhile. */
  readonly change: (id: string) => string;
  readonly undo: (id: string) => string;
  readonly names: (id: string) => readonly (string | RegExp)[];
}

test.each<[string, Tampering]>([
  [
    "an event",
    {
      change: (id) => `update usage_events set bytes = bytes + 1 where event_id =
        (select min(event_id::text)::uuid from usage_events where organization_id = '${id}')`,
      undo: (id) => `update usage_events set bytes = bytes - 1 where event_id =
        (select min(event_id::text)::uuid from usage_events where organization_id = '${id}')`,
      names: (id) => ["events = hourly rollups", new RegExp(`where {5}2026-09-10 organization ${id} link `)],
    },
  ],
  [
    "an hourly rollup",
    {
      change: (id) =>
        `update usage_rollups set tile_requests = tile_requests + 1 where organization_id = '${id}'`,
      undo: (id) =>
        `update usage_rollups set tile_requests = tile_requests - 1 where organization_id = '${id}'`,
      names: (id) => [
        new RegExp(`where {5}2026-09-10 organization ${id} link `),
        /expected {2}123 tiles .*\n +found {5}124 tiles/,
        new RegExp(
          `hourly rollups = monthly rollups\\n +where +organization ${id} link .*, booked in 2026-09`,
        ),
      ],
    },
  ],
  [
    "a monthly rollup",
    {
      change: (id) =>
        `update usage_months set tile_requests = tile_requests + 1 where organization_id = '${id}'`,
      undo: (id) =>
        `update usage_months set tile_requests = tile_requests - 1 where organization_id = '${id}'`,
      names: (id) => ["hourly rollups = monthly rollups", new RegExp(`where +organization ${id} EUR line 1`)],
    },
  ],
  [
    "a statement line whose sum stays the same",
    {
      change: () =>
        "update statement_lines set unit_price = unit_price * 3, quantity = quantity / 3 where number = 1",
      undo: () =>
        "update statement_lines set unit_price = unit_price / 3, quantity = quantity * 3 where number = 1",
      names: (id) => [
        "monthly rollups = statements",
        new RegExp(
          `where +organization ${id} EUR line 1\\n +expected .*: 123 x 12.5 / 1000 = 1.5375.*\\n +found +.*: 41 x 37.5`,
        ),
      ],
    },
  ],
  [
    "a statement's total",
    {
      change: () => "update statements set total = total + 1",
      undo: () => "update statements set total = total - 1",
      names: (id) => [
        new RegExp(`where +organization ${id} EUR\\n +expected .*total 1.54\\n +found .*total 2.54`),
        "statements = exports",
      ],
    },
  ],
])(
  "%s that was changed is named, with exit code 1",
  async (_what, { change, undo, names }) => {
    const { database } = system.deps;
    const tables = ["statements", "statement_lines", "usage_rollups", "usage_months"];
    const without = async (sql: string) => {
      await database.begin(async (transaction) => {
        for (const table of tables) await transaction.unsafe(`alter table ${table} disable trigger user`);
        await transaction.unsafe(sql);
        for (const table of tables) await transaction.unsafe(`alter table ${table} enable trigger user`);
      });
    };
    await without(change(organizationId));
    const changed = await finance("reconcile", "2026-09");
    await without(undo(organizationId));
    expect(changed).toMatchObject({ code: 1, out: expect.stringContaining("2026-09 does NOT reconcile.") });
    for (const name of names(organizationId)) expect(changed.out).toMatch(name);
  },
  60_000,
);

test("an export file and a manifest that were changed, or are gone, are named, with exit code 1", async () => {
  expect((await finance("reconcile", "2026-09")).code).toBe(0);
  const [id = ""] = await readdir(join(system.storeFolder, "exports"));
  const folder = join(system.storeFolder, "exports", id);
  await appendFile(join(folder, "focus-2026-09-all-0001.parquet"), "x");
  const spoiled = await finance("reconcile", "2026-09");
  expect(spoiled.code).toBe(1);
  expect(spoiled.out).toMatch(
    new RegExp(`where +export ${id} \\(focus, parquet\\) focus-2026-09-all-0001.parquet\\n`),
  );
  await rm(join(folder, "manifest.json"));
  const gone = await finance("reconcile", "2026-09");
  expect(gone.code).toBe(1);
  expect(gone.out).toMatch(/manifest\.json\n +expected +a manifest\n +found +none/);
}, 60_000);

test("a month that holds nothing is not said to reconcile", async () => {
  expect(await finance("reconcile", "2031-01")).toMatchObject({
    code: 1,
    out: expect.stringContaining("2031-01 holds nothing."),
  });
}, 30_000);

test("a wrong command says how it is right", async () => {
  const answer = await finance("close", "October");
  expect(answer).toMatchObject({ code: 2, out: expect.stringContaining("npm run finance -- close 2026-10") });
}, 30_000);
