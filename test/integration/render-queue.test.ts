import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { BlockKey } from "../../core/tiles/tile-block.ts";
import { rendition } from "../../core/tiles/tile-spec.ts";
import { createLogger } from "../../infra/logger.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { Handover } from "../../queue/tiles/handover.ts";
import { JobProducer } from "../../queue/job-producer.ts";
import { PublishedStyles } from "../../queue/tiles/published-styles.ts";
import { RenderRequests } from "../../queue/tiles/render-requests.ts";
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

const waiting = async ({ config, url }: TestSystem = system) => {
  const key = { authorization: `Bearer ${config.OPERATOR_KEY}` };
  const metrics = (await new Client(url).get("/metrics", key)).bytes.toString();
  return /^geopera_renders_waiting (\d+)$/m.exec(metrics)?.[1];
};

const BYTES = Buffer.from([0, 255]);

const openConnection = () => {
  const connection = openPatientConnection(system.config, createLogger(system.config, "test"));
  onTestFinished(() => connection.disconnect());
  return connection;
};

const openHandover = (name: string) => {
  const connection = openConnection();
  const prefix = `${system.config.REDIS_PREFIX}:${name}`;
  return { handover: new Handover(connection, prefix), connection, prefix };
};

const queue = () => system.deps.jobs.queue("render");

test("a tile whose last waiter has gone is not rendered", async () => {
  const gone = new AbortController();
  const answer = fetch(url, { signal: gone.signal });
  await expect.poll(() => queue().getWaitingCount()).toBe(1);
  gone.abort();
  await expect(answer).rejects.toThrow();
  await expect.poll(() => waiting()).toBe("0");
  const worker = await startWorkerProcess(system, "render");
  await expect.poll(() => queue().getCompletedCount(), { timeout: 10_000 }).toBe(1);
  const [job] = await queue().getCompleted(0, 0);
  expect(job?.returnvalue).toBe("abandoned");
  await killProcess(worker);
});

test("neighbours with waiters when a worker takes the block are rendered by one job, later ones by another", async () => {
  const roomy = await startSystem({ settings: { RENDER_DEADLINE_MS: "45000" } });
  try {
    const registrar = await startWorkerProcess(roomy, "render");
    const item = await shareItem(roomy);
    await killProcess(registrar);
    const { z, x, y } = item.tile;
    const ask = async (right: number, down: number) =>
      new Client(roomy.url).get(
        await grantedTileUrl(roomy, item.token, { z, x: x - (x % 2) + right, y: y - (y % 2) + down }),
      );
    const jobs = roomy.deps.jobs.queue("render");
    const together = Promise.all([ask(0, 0), ask(1, 0), ask(0, 1)]);
    await expect.poll(() => waiting(roomy)).toBe("3");
    const worker = await startWorkerProcess(roomy, "render");
    expect((await together).map((answer) => answer.headers.get("x-cache"))).toEqual(Array(3).fill("render"));
    const rendered = async () =>
      (await jobs.getCompleted()).filter((job) => job.returnvalue === "rendered").length;
    await expect.poll(rendered).toBe(1);
    expect((await ask(1, 1)).headers.get("x-cache")).toBe("render");
    await expect.poll(rendered).toBe(2);
    await killProcess(worker);
  } finally {
    await roomy.stop();
  }
}, 60_000);

test("what a registration queued whose answer was lost has a job with the next registration", async () => {
  const { connection, prefix } = openHandover("unanswered");
  let isLost = true;
  class Deaf extends Handover {
    override async register(...args: Parameters<Handover["register"]>) {
      const answer = await super.register(...args);
      if (isLost) throw new Error("the answer was lost");
      return answer;
    }
  }
  const producer = new JobProducer(connection, prefix);
  onTestFinished(() => producer.close());
  const styles = new PublishedStyles(connection, prefix);
  const routes = [{ producer, styles, handover: new Deaf(connection, prefix) }];
  const logger = createLogger(system.config, "test");
  const requests = RenderRequests.start({ routes, subscription: openConnection(), logger });
  onTestFinished(() => requests.close());
  const gone = new AbortController();
  const ask = () =>
    requests.request("block" as BlockKey, "1/1", {
      organizationId: "organization",
      deadlineMs: 60_000,
      signal: gone.signal,
      lookUp: async () => undefined,
      job: () => ({ job: {} as never, layers: [] }),
    });
  await expect(ask()).rejects.toThrow("the render queue is unavailable");
  const jobs = producer.queue("render");
  expect(await jobs.getWaitingCount()).toBe(0);
  isLost = false;
  const asked = expect(ask()).rejects.toThrow("cancelled");
  await expect.poll(() => jobs.getWaitingCount()).toBe(1);
  gone.abort();
  await asked;
});

test("the tiles of a lost worker are taken by another one before their waiters give up", async () => {
  const { handover } = openHandover("lost");
  expect(await handover.register("block", "api-1", ["1/1", "1/2"])).toEqual({
    delivered: [],
    needsJob: true,
  });
  expect((await handover.register("block", "api-2", ["1/1"])).needsJob).toBe(false);
  expect((await handover.claim("block", "job-1")).tiles.toSorted()).toEqual(["1/1", "1/2"]);
  expect((await handover.register("block", "api-2", ["1/1"])).needsJob).toBe(false);
  expect(await handover.claim("block", "job-2")).toEqual({ tiles: [], wishes: [], wished: 2 });
  // The same job again, after its worker stalled.
  expect((await handover.claim("block", "job-1")).tiles.toSorted()).toEqual(["1/1", "1/2"]);
  await expect
    .poll(async () => (await handover.register("block", "api-1", ["1/1"])).needsJob, { timeout: 15_000 })
    .toBe(true);
  expect((await handover.register("block", "api-2", ["1/3"])).needsJob).toBe(false);
  expect((await handover.claim("block", "job-3")).tiles.toSorted()).toEqual(["1/1", "1/2", "1/3"]);
  expect((await handover.register("block", "api-2", ["1/4"])).needsJob).toBe(true);
  const stopRenewing = handover.hold("block", "job-3", ["1/1"]);
  await handover.deliver("block", new Map([["1/1", BYTES]]));
  stopRenewing();
  expect(await handover.register("block", "api-1", ["1/1"])).toEqual({ delivered: ["1/1"], needsJob: false });
  await handover.withdraw("block", "api-1", "1/2");
  expect((await handover.claim("block", "job-3")).wished).toBe(2);
});

test("bytes go once to each waiting process, and stay out of Redis", async () => {
  const { handover, connection, prefix } = openHandover("bytes");
  const heard: unknown[] = [];
  for (const processId of ["api-1", "api-2", "api-3"]) {
    await handover.subscribe(openConnection(), processId, ({ blockKey, tile, outcome }) => {
      heard.push([processId, blockKey, tile, outcome]);
    });
  }
  await handover.register("block", "api-1", ["1/1", "1/2"]);
  await handover.register("block", "api-2", ["1/1"]);
  await handover.register("block", "api-3", ["1/3"]);
  await handover.deliver("block", new Map([["1/1", BYTES]]));
  await handover.deliver("block", new Map([["1/1", BYTES]]));
  const failure = { ok: false, refused: true, detail: "no" } as const;
  await handover.fail("block", "job-1", ["1/3"], failure);
  await expect.poll(() => heard.length).toBe(3);
  expect(heard).toEqual(
    expect.arrayContaining([
      ["api-1", "block", "1/1", { ok: true, bytes: BYTES }],
      ["api-2", "block", "1/1", { ok: true, bytes: BYTES }],
      ["api-3", "block", "1/3", failure],
    ]),
  );
  expect(await connection.keys(`${prefix}:*`)).toEqual([`${prefix}:wanted:block`]);
  expect((await handover.claim("block", "job-1")).tiles).toEqual(["1/2"]);
});

test.each([
  { how: "in the store", where: "store" },
  { how: "kept in Redis while the store is unavailable", where: "redis" },
])("a tile whose message was lost is found $how, without another render", async ({ where }) => {
  const { handover, connection, prefix } = openHandover(`unheard-${where}`);
  const deaf = openConnection();
  const producer = new JobProducer(connection, prefix);
  const logger = createLogger(system.config, "test");
  const styles = new PublishedStyles(connection, prefix);
  const requests = RenderRequests.start({
    routes: [{ producer, styles, handover }],
    subscription: deaf,
    logger,
  });
  const stored = new Map<string, Buffer>();
  const blockKey = "block" as BlockKey;
  const payload = {
    organizationId: "org",
    blockKey,
    tileKeys: {},
    z: 1,
    rendition: rendition({ format: "png" }),
    layers: [],
  };
  const job = () => ({ job: payload, layers: [] });
  const wait = {
    organizationId: "org",
    deadlineMs: 10_000,
    signal: undefined,
    lookUp: async () => stored.get("1/1"),
    job,
  };
  const answer = requests.request(blockKey, "1/1", wait);
  await expect.poll(async () => (await handover.claim("block", "job-1")).tiles).toEqual(["1/1"]);
  deaf.disconnect();
  await handover.deliver("block", new Map([["1/1", BYTES]]));
  if (where === "store") stored.set("1/1", BYTES);
  else await handover.keep("block", new Map([["1/1", BYTES]]));
  expect(await answer).toEqual(BYTES);
  expect(await producer.queue("render").getJobCountByTypes()).toBe(1);
  expect(await handover.claim("block", "job-2")).toEqual({ tiles: [], wishes: [], wished: 0 });
  await requests.close();
  await producer.close();
});

test("a job that another version wrote fails at once and for good: its waiters ask again", async () => {
  const old = { blockKey: "old", z: 1, size: 256, format: "png", layers: [] };
  const { id = "" } = await queue().add("tile.render", old, { attempts: 2 });
  const worker = await startWorkerProcess(system, "render");
  await expect.poll(async () => (await queue().getJob(id))?.failedReason, { timeout: 10_000 }).toBeDefined();
  expect(await queue().getJob(id)).toMatchObject({
    attemptsMade: 1,
    failedReason: "The job was written by another version.",
  });
  await killProcess(worker);
});

test("an organization that fills its waiting places gets 503 with Retry-After, and others do not", async () => {
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
