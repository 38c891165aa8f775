import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { unplacedRaster } from "../../core/rasters/ingest-plan.ts";
import { JobDeferred } from "../../queue/consume-jobs.ts";
import { processIngestJob, type IngestParts } from "../../workers/ingest/process-ingest-job.ts";
import { writeStrips } from "../support/large-rasters.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { killProcess, startWorkerProcess } from "../support/worker-process.ts";

// Workers and their processes start from their sources here.
vi.setConfig({ testTimeout: 240_000 });

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
});
afterAll(() => system.stop());

/** Whether a process with this folder in its command line is running. */
const isConverting = () =>
  execFileSync("ps", ["-e", "-o", "args="], { encoding: "utf8" })
    .split("\n")
    .some((line) => line.includes("ingest-process") && line.includes(system.storeFolder));

test("a conversion whose worker is killed ends with it, and is done by the next worker", async () => {
  const { id: project_id } = await system.client.call("projects.create", { name: "Crashes" });
  const key = `organizations/${system.organization.organizationId}/assets/large.tif`;
  await writeStrips(join(system.storeFolder, key), { side: 5_000, bands: 3 });
  const worker = await startWorkerProcess(system, "ingest");
  const { id: item_id } = await system.client.call("items.create", {
    project_id,
    type: "user_raster",
    name: "large",
    assets: { visual: { href: key } },
  });
  const ingest = async () => (await system.client.call("items.get", { item_id })).item.ingest;
  const wait = { timeout: 120_000, interval: 100 };
  await vi.waitFor(async () => expect((await ingest()).percent).toBeGreaterThan(2), wait);
  await killProcess(worker);
  await vi.waitFor(() => expect(isConverting()).toBe(false), wait);
  expect((await ingest()).state).toBe("preparing");
  const next = await startWorkerProcess(system, "ingest");
  await vi.waitFor(async () => expect((await ingest()).state).toBe("ready"), wait);
  await killProcess(next);
  const { assets } = await system.client.call("items.list_assets", { item_id });
  expect(assets.map(({ key: name }: { key: string }) => name)).toEqual(["visual", "original"]);
  expect(readdirSync(join(system.storeFolder, ".ingest"))).toEqual([]);
});

test("a store that is away, or answers in part, delays a preparation and does not fail its file", async () => {
  const { database, objectStore, logger } = system.deps;
  const { id: project_id } = await system.client.call("projects.create", { name: "Outages" });
  const key = `organizations/${system.organization.organizationId}/assets/strips.tif`;
  await writeStrips(join(system.storeFolder, key), { side: 2_100 });
  const { id: item_id } = await system.client.call("items.create", {
    project_id,
    type: "user_raster",
    name: "strips",
    assets: { visual: { href: key } },
  });
  const [row] = await database<{ id: string }[]>`select id from ingests where item_id = ${item_id}`;
  const ingestId = row?.id ?? "";
  let isAway = false;
  const answering = async <Answer>(answer: () => Promise<Answer>) => {
    if (isAway) throw new Error("connect ECONNREFUSED");
    return await answer();
  };
  const store = Object.assign(Object.create(objectStore) as typeof objectStore, {
    head: (name: string) => answering(() => objectStore.head(name)),
    putFile: (name: string, path: string) => answering(() => objectStore.putFile(name, path)),
  });
  const attempt = async (run: IngestParts["run"]) => {
    const folder = join(system.storeFolder, ".ingest");
    const parts = { database, objectStore: store, logger, folder, timeoutMs: 60_000, isRemote: true, run };
    await processIngestJob(parts, { ingestId }, { isLastAttempt: true });
  };
  const ingest = async () => (await system.client.call("items.get", { item_id })).item.ingest;

  // The store fails before the first byte, or while the result is being stored.
  isAway = true;
  await expect(attempt(() => Promise.reject(new Error("never reached")))).rejects.toThrow(JobDeferred);
  expect(await ingest()).toMatchObject({ state: "queued", step: "waiting for the store" });
  isAway = false;
  await database`update ingests set attempts = 0 where id = ${ingestId}`;
  const cutWhileStoring = attempt(async () => {
    isAway = true;
    return { kind: "done", raster: unplacedRaster("GTiff"), bandStatistics: [] };
  });
  await expect(cutWhileStoring).rejects.toThrow(JobDeferred);
  expect(await ingest()).toMatchObject({ state: "queued", step: "waiting for the store" });

  // An answer that ends too early looks like a broken file: only the second one is believed.
  isAway = false;
  await database`update ingests set attempts = 0 where id = ${ingestId}`;
  const cutOff = async () => ({ kind: "refused", message: "Read error", isCertain: false }) as const;
  await expect(attempt(cutOff)).rejects.toThrow(JobDeferred);
  expect(await ingest()).toMatchObject({ state: "queued" });
  await attempt(cutOff);
  expect(await ingest()).toMatchObject({ state: "failed", message: "Read error" });
});
