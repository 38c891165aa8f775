import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { Client } from "../support/client.ts";
import { PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { childrenOf, killProcess, startWorkerProcess } from "../support/worker-process.ts";

let system: TestSystem;
let holder: Client;
let worker: ChildProcess;
let shared: SharedItem;

beforeAll(async () => {
  system = await startSystem({ settings: { RENDER_JOBS_PER_PROCESS: "1", RENDER_DEADLINE_MS: "20000" } });
  holder = new Client(system.url);
  worker = await startWorkerProcess(system, "render,metering");
  shared = await shareItem(system);
  // The process that draws is up when a tile has come out of it.
  await render("png", tileAt(15, 45, 8));
  await vi.waitFor(async () => expect(await usage()).toBe(1), { timeout: 15_000 });
});
afterAll(async () => {
  await killProcess(worker);
  await system.stop();
});

const render = (format: string, address = shared.tile) =>
  holder.try("share.tile.render", { token: shared.token, password: PASSWORD, ...address, format });

const activeJobs = () => system.deps.jobs.queue("render").getActiveCount();

const usage = async () =>
  (await system.client.call("usage.current", { organization_id: system.organization.organizationId }))
    .tile_requests as number;

test("a render process that dies in the middle of a job costs its waiters nothing but time", async () => {
  const before = await usage();
  let rounds = 0;
  // A kill can come just before the process has its job; then there was nothing to try again, and the next
  // round counts.
  for (let attempts = 0; attempts < 2; rounds += 1) {
    const [rendering = 0] = childrenOf(worker.pid);
    process.kill(rendering, "SIGSTOP");
    const address = tileAt(15, 45, 10 + rounds);
    const answers = Promise.all([render("png", address), render("png", address)]);
    await expect.poll(activeJobs).toBe(1);
    process.kill(rendering, "SIGKILL");
    expect((await answers).map((answer) => answer.status)).toEqual([200, 200]);
    expect(childrenOf(worker.pid)).not.toContain(rendering);
    await expect.poll(activeJobs).toBe(0);
    const [job] = await system.deps.jobs.queue("render").getCompleted(0, 0);
    attempts = job?.attemptsMade ?? 0;
  }
  await expect.poll(usage, { timeout: 5_000 }).toBe(before + 2 * rounds);
});

test("a worker that is killed leaves its job to the next one, and loses no usage", async () => {
  const before = await usage();
  const [rendering = 0] = childrenOf(worker.pid);
  process.kill(rendering, "SIGSTOP");
  const answer = render("webp");
  await expect.poll(activeJobs).toBe(1);
  await killProcess(worker);
  worker = await startWorkerProcess(system, "render,metering");
  expect((await answer).status).toBe(200);
  await expect.poll(usage, { timeout: 15_000 }).toBe(before + 1);
});

test("without any worker a cold tile is a 503 with Retry-After within the deadline, a cached one is served", async () => {
  const impatient = await startSystem({ settings: { RENDER_DEADLINE_MS: "300" } });
  try {
    const own = await startWorkerProcess(impatient, "render");
    const item = await shareItem(impatient);
    const tile = (format: string) =>
      new Client(impatient.url).try("share.tile.render", {
        token: item.token,
        password: PASSWORD,
        ...item.tile,
        format,
      });
    await expect.poll(async () => (await tile("png")).status, { timeout: 10_000 }).toBe(200);
    await killProcess(own);
    const cold = await tile("webp");
    expect(cold.status).toBe(503);
    expect(cold.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(cold.json).toMatchObject({ status: 503, detail: expect.stringContaining("try again") });
    expect((await tile("png")).headers.get("x-cache")).toBe("memory");
  } finally {
    await impatient.stop();
  }
}, 60_000);
