import { execFile } from "node:child_process";
import { appendFile, readdir } from "node:fs/promises";
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
      ["--import", "tsx", join(packageRoot, "workers/billing/finance.ts"), ...args],
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

test("a changed rollup, and a changed export file, are named and end with exit code 1", async () => {
  const { database } = system.deps;
  await database`update usage_rollups set tile_requests = tile_requests + 1 where organization_id = ${organizationId}`;
  const changed = await finance("reconcile", "2026-09");
  expect(changed.code).toBe(1);
  expect(changed.out).toContain(`2026-09-10 organization ${organizationId}`);
  expect(changed.out).toMatch(/expected {2}123 tiles .*\n +found {5}124 tiles/);
  await database`update usage_rollups set tile_requests = tile_requests - 1 where organization_id = ${organizationId}`;

  const [id = ""] = await readdir(join(system.storeFolder, "exports"));
  await appendFile(join(system.storeFolder, "exports", id, "focus-2026-09-all-0001.parquet"), "x");
  const spoiled = await finance("reconcile", "2026-09");
  expect(spoiled).toMatchObject({ code: 1, out: expect.stringContaining("focus-2026-09-all-0001.parquet") });
  expect(spoiled.out).toContain("does NOT reconcile");
}, 60_000);

test("a wrong command says how it is right", async () => {
  const answer = await finance("close", "October");
  expect(answer).toMatchObject({ code: 2, out: expect.stringContaining("npm run finance -- close 2026-10") });
}, 30_000);
