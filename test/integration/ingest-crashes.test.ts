import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
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
