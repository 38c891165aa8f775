import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { grantedTileUrl, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { killProcess, startWorkerProcess } from "../support/worker-process.ts";

let system: TestSystem;
let holder: Client;
let shared: SharedItem;
let url: string;

/** No render worker runs but while the item is registered: jobs stay where they are. */
beforeAll(async () => {
  system = await startSystem({
    settings: { RENDER_DEADLINE_MS: "15000", RENDER_WAITING_PER_ORGANIZATION_MAX: "2" },
  });
  holder = new Client(system.url);
  const worker = await startWorkerProcess(system, "render");
  shared = await shareItem(system);
  await killProcess(worker);
  url = await grantedTileUrl(system, shared.token, shared.tile);
});
afterAll(() => system.stop());

const waiting = async () => {
  const key = { authorization: `Bearer ${system.config.OPERATOR_KEY}` };
  const metrics = (await holder.get("/metrics", key)).bytes.toString();
  return /^geopera_renders_waiting (\d+)$/m.exec(metrics)?.[1];
};

const queue = () => system.deps.jobs.queue("render");

test("a tile whose last waiter has gone is not rendered", async () => {
  const gone = new AbortController();
  const answer = fetch(url, { signal: gone.signal });
  await expect.poll(() => queue().getWaitingCount()).toBe(1);
  gone.abort();
  await expect(answer).rejects.toThrow();
  await expect.poll(waiting).toBe("0");
  const worker = await startWorkerProcess(system, "render");
  await expect.poll(() => queue().getCompletedCount(), { timeout: 10_000 }).toBe(1);
  const [job] = await queue().getCompleted(0, 0);
  expect(job?.returnvalue).toBe("abandoned");
  await killProcess(worker);
});

test("an organization that fills its waiting places is told to come back, and others are not", async () => {
  const gone = new AbortController();
  const tiles = [".webp", ".jpg"].map((extension) =>
    fetch(url.replace(".png", extension), { signal: gone.signal }).catch(() => undefined),
  );
  await expect.poll(() => queue().getWaitingCount()).toBe(2);
  const refused = await holder.get(url);
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("1");
  const empty = await holder.get(await grantedTileUrl(system, shared.token, { z: 6, x: 0, y: 0 }));
  expect(empty.status).toBe(200);
  gone.abort();
  await Promise.all(tiles);
});
