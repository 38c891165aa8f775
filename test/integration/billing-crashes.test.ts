import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLogger } from "../../infra/logger.ts";
import { openPatientConnection, type RedisConnection } from "../../queue/connection.ts";
import { JOBS } from "../../queue/jobs.ts";
import {
  findExport,
  insertExport,
  listExportFiles,
  updateExport,
} from "../../storage/billing/billing-exports.ts";
import { closePeriod, findPeriod } from "../../storage/billing/billing-periods.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import { compareStatements } from "../../storage/billing/reconcile-statements.ts";
import { runExport } from "../../workers/billing/run-export.ts";
import { exportMonth, readExport } from "../support/closed-months.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";
import { killProcess, startWorkerProcess } from "../support/worker-process.ts";

const ORGANIZATIONS = 400;
const AUGUST = "2026-08-01";

let system: TestSystem;
let redis: RedisConnection;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  system = await startSystem();
  redis = openPatientConnection(system.config, createLogger(system.config, "test"));
  const { database } = system.deps;
  await database`
    insert into organizations (id, name, created_at)
    select lpad(to_hex(number), 32, '0')::uuid, 'Organization ' || number, '2026-01-01'
    from generate_series(1, ${ORGANIZATIONS}::int) as number`;
  await database`
    insert into usage_rollups (booked_in, organization_id, hour, link_id, target_id, tile_requests, tile_bytes)
    select '2026-08-01', lpad(to_hex(number), 32, '0')::uuid, timestamptz '2026-08-01' + (hour || ' hours')::interval,
      lpad(to_hex(link), 32, 'b')::uuid, lpad(to_hex(link), 32, 'c')::uuid, 1 + number % 7, 1000
    from generate_series(1, ${ORGANIZATIONS}::int) as number, generate_series(0, 249) as hour, generate_series(1, 3) as link`;
  await database`
    insert into usage_months (booked_in, organization_id, month, link_id, target_id, tile_requests, tile_bytes)
    select booked_in, organization_id, booked_in, link_id, target_id, sum(tile_requests), sum(tile_bytes)
    from usage_rollups group by 1, 2, 3, 4, 5`;
  await system.client.call("billing.rates.set", {
    plan: "standard",
    effective_from: "2026-01",
    currency: "EUR",
    tiers: [
      { up_to: 500, price_per_thousand: "4.567" },
      { up_to: null, price_per_thousand: "3" },
    ],
  });
}, 200_000);
afterAll(async () => {
  await Promise.all(workers.map(killProcess));
  redis.disconnect();
  await system.stop();
});

async function startBilling(): Promise<ChildProcess> {
  const worker = await startWorkerProcess(system, "billing");
  workers.push(worker);
  return worker;
}

/** Looks again and again, as fast as answers come, until something holds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}

const isClosed = async () => ((await findPeriod(system.deps.database, AUGUST))?.closed_at ?? null) !== null;
const statements = async () => {
  const [row] = await system.deps.database<{ statements: number; lines: number; tiles: number }[]>`
    select count(*) as statements, sum(line_count)::bigint as lines, sum(tiles)::bigint as tiles
    from statements where month = ${AUGUST}::text::date`;
  return row;
};

test("a month whose closing is killed in the middle, and is then closed by three at once, has each statement once", async () => {
  const { database, jobs } = system.deps;
  const first = await startBilling();
  await jobs.enqueue("billing.close", {});
  await until(async () => ((await statements())?.statements ?? 0) > 0);
  await killProcess(first);
  expect(await isClosed()).toBe(false);
  // Whole organizations are written, and stay as they are.
  const begun = await database<{ id: string; lines: number; line_count: number }[]>`
    select id, line_count, (select count(*) from statement_lines where statement_id = statements.id) as lines from statements`;
  expect(begun.length).toBeLessThan(ORGANIZATIONS);
  expect(begun.filter(({ lines, line_count: count }) => lines !== count)).toEqual([]);
  // Until the month is closed, nothing may price or correct it otherwise.
  const refused = await system.client.try("billing.adjustments.create", {
    organization_id: system.organization.organizationId,
    currency: "EUR",
    amount: "1",
    reason: "meanwhile",
  });
  expect(refused).toMatchObject({ status: 409, json: { detail: expect.stringContaining("2026-08") } });
  // What arrives between the two belongs to the next month already.
  await recordTiles(database, {
    organizationId: "00000000-0000-0000-0000-000000000001",
    count: 11,
    at: "2026-08-20T00:00:00Z",
    recordedAt: "2026-09-01T00:00:00Z",
  });

  await Promise.all([startBilling(), startBilling()]);
  await Promise.all([jobs.enqueue("billing.close", {}), closePeriod(database, AUGUST, "a third")]);
  await expect.poll(isClosed, { timeout: 30_000 }).toBe(true);
  const [booked] = await database<{ tiles: number }[]>`
    select sum(tile_requests)::bigint as tiles from usage_months where booked_in = ${AUGUST}::text::date`;
  const written = await statements();
  expect(written).toMatchObject({ statements: ORGANIZATIONS, tiles: booked?.tiles });
  const ids = await database<{ id: string }[]>`select id from statements`;
  expect(ids.map(({ id }) => id)).toEqual(expect.arrayContaining(begun.map(({ id }) => id)));
  const [lines] = await database<{ lines: number }[]>`
    select count(*) as lines from statement_lines where month = ${AUGUST}::text::date`;
  expect(lines?.lines).toBe(written?.lines);
  expect(await compareStatements(database, AUGUST)).toMatchObject({
    compared: ORGANIZATIONS + (written?.lines ?? 0),
    differences: [],
  });
}, 90_000);

test("an export that is killed while it writes goes on after its last whole file, to the same bytes, manifest last", async () => {
  const { database, objectStore, jobs } = system.deps;
  const reference = await exportMonth(system, "usage", "csv", 5_000);
  expect(reference.files).toHaveLength(60);
  const id = await insertUsageExport(5_000);
  await Promise.all(workers.map(killProcess));
  const worker = await startBilling();
  await jobs.enqueue("billing.export", { exportId: id }, { deduplicationId: id });
  // Where the store keeps what is being written.
  const unfinished = join(system.storeFolder, ".unfinished");
  await until(async () => {
    const [files, writing] = [await listExportFiles(database, id), await readdir(unfinished)];
    if (files.length === 60) throw new Error("the export was over before it could be killed");
    return files.length >= 2 && writing.length > 0;
  });
  await killProcess(worker);

  const noted = await listExportFiles(database, id);
  expect(noted.length).toBeLessThan(60);
  expect(await findExport(database, id)).toMatchObject({ status: "running" });
  const refused = await system.client.try("billing.exports.download", { export_id: id });
  expect(refused.status).toBe(409);
  const names: string[] = reference.manifest.files.map((file: { name: string }) => file.name);
  const left = await objectsOf(objectStore, id);
  expect(left).not.toContain("manifest.json");
  for (const name of left) {
    const bytes = (await objectStore.get(`exports/${id}/${name}`)) ?? Buffer.alloc(0);
    expect(digest(bytes)).toBe(reference.manifest.files[names.indexOf(name)].sha256);
  }
  const firstFile = join(system.storeFolder, "exports", id, names[0] ?? "");
  const { mtimeMs } = await stat(firstFile);

  await startBilling();
  await expect
    .poll(async () => (await findExport(database, id))?.status, { timeout: 90_000 })
    .toBe("completed");
  const { files, manifest } = await readExport(system, id);
  expect(files.map(digest)).toEqual(reference.files.map(digest));
  expect(manifest).toMatchObject({
    rows: 300_000,
    totals: reference.manifest.totals,
    files: reference.manifest.files,
  });
  expect(await objectsOf(objectStore, id)).toEqual(["manifest.json", ...names]);
  expect((await stat(firstFile)).mtimeMs).toBe(mtimeMs);
}, 90_000);

test("an export whose store fails in the middle of a file gives its connections back", async () => {
  const { database, objectStore } = system.deps;
  const put: ObjectStore["put"] = (...rest) => objectStore.put(...rest);
  const putStream: ObjectStore["putStream"] = async (_key, pieces) => {
    for await (const piece of pieces) throw new Error(`full after ${piece.length} bytes`);
    return 0;
  };
  const full = { put, putStream } as ObjectStore;
  const fail = async () => {
    const id = await insertUsageExport(2_000);
    await expect(runExport({ database, objectStore: full }, id)).rejects.toThrow("full after");
    await updateExport(database, id, { status: "failed" });
  };
  for (let round = 0; round < 8; round += 1) await fail();
  const answers = await Promise.all(Array.from({ length: 30 }, () => database`select pg_sleep(0.01)`));
  expect(answers).toHaveLength(30);
}, 40_000);

/** An export of the month's usage that no worker knows of yet. */
async function insertUsageExport(rowsPerFile: number): Promise<string> {
  const { id } = await insertExport(system.deps.database, {
    ownerOrganizationId: system.organization.organizationId,
    organizationId: null,
    month: AUGUST,
    layout: "usage",
    format: "csv",
    createdBy: "test",
    rowsPerFile,
  });
  return id;
}

/** An export of the month, with its only worker killed in the middle of it. */
async function killedExport(): Promise<string> {
  await Promise.all(workers.map(killProcess));
  const id = await insertUsageExport(2_000);
  await system.deps.jobs.enqueue("billing.export", { exportId: id }, { deduplicationId: id });
  await killInTheMiddle(id, 1);
  return id;
}

async function killInTheMiddle(exportId: string, files: number): Promise<void> {
  const worker = await startBilling();
  await until(async () => (await listExportFiles(system.deps.database, exportId)).length >= files);
  await killProcess(worker);
  expect(await findExport(system.deps.database, exportId)).toMatchObject({ status: "running" });
}

test("an export at which three workers in a row were killed goes on with the next", async () => {
  const { database } = system.deps;
  const id = await killedExport();
  for (const files of [3, 5]) await killInTheMiddle(id, files);
  await startBilling();
  const status = async () => (await findExport(database, id))?.status;
  await expect.poll(status, { timeout: 90_000 }).toBe("completed");
  expect((await readExport(system, id)).manifest).toMatchObject({ rows: 300_000 });
}, 200_000);

test("an export that kills every worker is given up, and says so", async () => {
  const { database, jobs } = system.deps;
  const id = await killedExport();
  const queue = jobs.queue("exports");
  const [job] = await queue.getActive();
  // As if it had been so before, many times.
  await redis.hset(queue.toKey(job?.id ?? ""), "stc", JOBS["billing.export"].killsMax);
  await startBilling();
  const row = async () => await findExport(database, id);
  await expect.poll(row, { timeout: 90_000 }).toMatchObject({
    status: "failed",
    failure: "The export could not be written; ask for it again.",
  });
}, 150_000);

test("a closing by the clock at which workers were killed goes on, however many", async () => {
  const { jobs } = system.deps;
  await Promise.all(workers.map(killProcess));
  const queue = jobs.queue("closing");
  await jobs.upsertSchedules("closing");
  const [scheduled] = await queue.getDelayed();
  if (scheduled === undefined) throw new Error("the clock has no job");
  // A worker took it, and is dead; so it was many times before.
  await redis.zrem(queue.toKey("delayed"), scheduled.id ?? "");
  await redis.lpush(queue.toKey("active"), scheduled.id ?? "");
  await redis.hset(queue.toKey(scheduled.id ?? ""), "stc", 1_000);
  await startBilling();
  await expect
    .poll(async () => (await queue.getJob(scheduled.id ?? ""))?.finishedOn, { timeout: 90_000 })
    .toBeGreaterThan(0);
  expect(await queue.getFailed()).toEqual([]);
}, 150_000);

test("an export whose job was lost is taken up again by the next look", async () => {
  const { database, jobs } = system.deps;
  const { id } = await insertExport(database, {
    ownerOrganizationId: system.organization.organizationId,
    organizationId: null,
    month: AUGUST,
    layout: "statement",
    format: "ndjson",
    createdBy: "test",
  });
  await database`update billing_exports set status = 'running', updated_at = now() - interval '11 minutes' where id = ${id}`;
  await jobs.enqueue("billing.close", {});
  await expect
    .poll(async () => (await findExport(database, id))?.status, { timeout: 20_000 })
    .toBe("completed");
}, 40_000);

function digest(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function objectsOf(objectStore: ObjectStore, id: string): Promise<string[]> {
  const names: string[] = [];
  for await (const key of objectStore.list(`exports/${id}/`)) names.push(key.split("/").at(-1) ?? "");
  return names;
}
