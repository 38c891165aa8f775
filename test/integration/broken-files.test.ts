import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { Client, type Answer } from "../support/client.ts";
import { PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { childrenOf, killProcess, startWorkerProcess } from "../support/worker-process.ts";

let system: TestSystem;
let holder: Client;
let worker: ChildProcess;
let broken: SharedItem;
let sound: SharedItem;

beforeAll(async () => {
  system = await startSystem({
    settings: { RENDER_PROCESSES: "2", RENDER_JOBS_PER_PROCESS: "1", RENDER_DEADLINE_MS: "20000" },
  });
  holder = new Client(system.url);
  worker = await startWorkerProcess(system, "render");
  [broken, sound] = [await shareItem(system), await shareItem(system)];
});
afterAll(async () => {
  await killProcess(worker);
  await system.stop();
});

const render = (item: SharedItem, address = item.tile) =>
  holder.try("share.tile.render", { token: item.token, password: PASSWORD, ...address });

/** Tries of the job that a render process is at. */
async function triesUnderWay(): Promise<number[]> {
  const jobs = await system.deps.jobs.queue("render").getActive();
  return jobs.map((job) => job.attemptsMade);
}

/**
 * Ends the process that reads the file, and the one that reads it again; answers what the client was told.
 */
async function crashTwice(address: SharedItem["tile"]): Promise<Answer> {
  // Stopped processes take their task and do not come to an end with it.
  const rendering = childrenOf(worker.pid);
  for (const pid of rendering) process.kill(pid, "SIGSTOP");
  const answer = render(broken, address);
  for (const [round, pid] of rendering.entries()) {
    await expect.poll(triesUnderWay, { timeout: 5_000 }).toEqual([round]);
    process.kill(pid, "SIGKILL");
  }
  return await answer;
}

test(
  "a file that ends its render process twice is refused with a clear problem by every worker, and no other request fails",
  { timeout: 60_000 },
  async () => {
    let answer: Answer | undefined;
    // A kill can come just before a process has its task; then the tile is drawn, and the next round counts.
    for (let round = 0; answer?.status !== 502 && round < 10; round += 1) {
      await expect.poll(() => childrenOf(worker.pid).length).toBe(2);
      // Both are up when another file's tiles have come out of them.
      await render(sound, tileAt(15, 45, 8 + round));
      answer = await crashTwice(tileAt(15, 45, 8 + round));
    }
    expect(answer?.status).toBe(502);
    expect(answer?.json).toMatchObject({
      status: 502,
      type: expect.stringContaining("render-failed"),
      detail: expect.stringContaining("ended the renderer twice"),
    });
    await expect.poll(() => childrenOf(worker.pid).length).toBe(2);
    const survivors = childrenOf(worker.pid);
    expect((await render(broken, tileAt(15, 45, 7))).status).toBe(502);
    expect((await render(sound)).status).toBe(200);
    expect(childrenOf(worker.pid)).toEqual(survivors);

    await killProcess(worker);
    worker = await startWorkerProcess(system, "render");
    expect((await render(broken, tileAt(12, 43, 7))).status).toBe(502);
    expect((await render(sound, tileAt(12, 43, 7))).status).toBe(200);
  },
);
