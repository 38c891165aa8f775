import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startApiProcess } from "../support/api-process.ts";
import { keepAsking } from "../support/keep-asking.ts";
import { Client } from "../support/client.ts";
import { grantedTileUrl, shareItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { killProcess, startWorkerProcess } from "../support/worker-process.ts";

const REQUESTS_PER_PROCESS = 500;

let system: TestSystem;
let apis: { child: ChildProcess; url: string }[] = [];
let path: string;

/** No render worker runs until all requests wait. */
beforeAll(async () => {
  system = await startSystem({
    settings: { RENDER_DEADLINE_MS: "60000", DRAIN_DELAY_MS: "500" },
  });
  const registrar = await startWorkerProcess(system, "render");
  try {
    const item = await shareItem(system);
    path = new URL(await grantedTileUrl(system, item.token, item.tile)).pathname;
  } finally {
    await killProcess(registrar);
  }
  apis = await Promise.all([startApiProcess(system), startApiProcess(system)]);
}, 120_000);
afterAll(async () => {
  await Promise.all(apis.map(({ child }) => killProcess(child)));
  await system.stop();
});

const metric = async (url: string, name: string) => {
  const key = { authorization: `Bearer ${system.config.OPERATOR_KEY}` };
  const metrics = (await new Client(url).get("/metrics", key)).bytes.toString();
  return Number(
    metrics
      .split("\n")
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1) ?? 0,
  );
};

const sumOf = async (name: string) => {
  const values = await Promise.all(apis.map(({ url }) => metric(url, name)));
  return values.reduce((sum, value) => sum + value, 0);
};

const statusOf = async (url: string) =>
  (await fetch(url, { headers: { connection: "close" } }).catch(() => undefined))?.status;

/**
 * The key of a tile that was never rendered: a client that has any version of it is answered before the cache
 * is read.
 */
async function keyOfColdTile(): Promise<string> {
  const answer = await system.client.get(path, { "if-none-match": "*" });
  expect(answer.status).toBe(304);
  return (answer.headers.get("etag") ?? "").replaceAll('"', "");
}

/**
 * Counts how often a file appears in its place in a folder; `settle` resolves when all that happened before
 * has been counted.
 */
function countWrites(folder: string, name: string) {
  mkdirSync(folder, { recursive: true });
  const seen: (string | null)[] = [];
  const watcher = watch(folder, (event, file) => event === "rename" && seen.push(file));
  return {
    count: () => seen.filter((file) => file === name).length,
    settle: async () => {
      writeFileSync(join(folder, "last"), "");
      await expect.poll(() => seen).toContain("last");
      watcher.close();
    },
  };
}

test("a thousand requests at once for a cold tile, over two API processes, cost one render and one store write", async () => {
  const key = await keyOfColdTile();
  const writes = countWrites(join(system.storeFolder, "tiles", key.slice(0, 2)), `${key}.png`);
  const answers = Promise.all(
    apis.flatMap(({ url }) => Array.from({ length: REQUESTS_PER_PROCESS }, () => new Client(url).get(path))),
  );
  await expect.poll(() => sumOf("geopera_renders_waiting"), { timeout: 30_000 }).toBe(1_000);
  const worker = await startWorkerProcess(system, "render");
  onTestFinished(() => killProcess(worker));
  const [first, ...others] = await answers;
  expect(first?.status).toBe(200);
  for (const { status, headers, bytes } of others) {
    expect([status, headers.get("etag"), headers.get("x-cache")]).toEqual([200, `"${key}"`, "render"]);
    expect(bytes.equals(first!.bytes)).toBe(true);
  }
  const queue = system.deps.jobs.queue("render");
  await expect.poll(() => queue.getJobCountByTypes("active", "waiting", "delayed")).toBe(0);
  await expect.poll(() => writes.count(), { timeout: 10_000 }).toBe(1);
  const results = (await queue.getCompleted()).map((job) => job.returnvalue as string);
  expect(results.filter((result) => result === "rendered")).toHaveLength(1);
  expect(await queue.getFailedCount()).toBe(0);
  await killProcess(worker);
  await writes.settle();
  expect(writes.count()).toBe(1);
  expect(await sumOf('geopera_tiles_total{from="render"}')).toBe(1_000);
}, 90_000);

test("an API process serves on after SIGTERM while it drains, cuts no connection, and exits with 0", async () => {
  const { child, url } = apis[0]!;
  const asking = await keepAsking(url + path, 20);
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await expect.poll(() => statusOf(`${url}/health/ready`)).toBe(503);
  expect(await ended).toEqual([0, null]);
  expect(await asking.end).toMatchObject({ failed: 0, cut: 0, closed: 20 });
}, 60_000);
