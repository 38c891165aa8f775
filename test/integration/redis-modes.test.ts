import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { createLogger } from "../../infra/logger.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { partitionPrefixes } from "../../queue/partitions.ts";
import { requireUsableRedis } from "../../queue/require-usable-redis.ts";
import { UsageStream } from "../../queue/usage-stream.ts";
import type { RasterRecipe } from "../support/rasters.ts";
import { RedisServers } from "../support/redis-servers.ts";
import { PASSWORD, shareItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { killProcess, startWorkerProcess } from "../support/worker-process.ts";

const servers = new RedisServers();
afterAll(() => servers.stop());

const usageOf = async ({ deps }: TestSystem): Promise<number> => {
  const [row] = await deps.database<
    { count: number }[]
  >`select count(*) from usage_events where status = 200`;
  return Number(row?.count);
};

/** Fine enough for zoom 13, where it covers 22 tiles by 30. */
const FINE = {
  width: 1024,
  height: 1024,
  geoTransform: [15, 0.001, 0, 45, 0, -0.001],
} satisfies RasterRecipe;

const COLUMNS = 20;

/** The paths of its tiles, a different one for each step. */
async function tilePaths(system: TestSystem): Promise<(step: number) => string> {
  const { token } = await shareItem(system, FINE);
  const { tiles } = await system.client.call("share.tilejson", { token, password: PASSWORD });
  const { z, x, y } = tileAt(15.05, 44.95, 13);
  return (step) =>
    (tiles[0] as string)
      .replace("{z}", `${z}`)
      .replace("{x}", `${x + (step % COLUMNS)}`)
      .replace("{y}", `${y + Math.floor(step / COLUMNS)}`);
}

/** Requests cold tiles, two at a time, until stopped; counts what was answered. */
function drive(path: (step: number) => string) {
  const counts = { ok: 0, failed: 0 };
  const stopping = new AbortController();
  let step = 0;
  const run = async () => {
    while (!stopping.signal.aborted) {
      const answer = await fetch(path(step++));
      await answer.arrayBuffer();
      if (answer.status === 200) counts.ok += 1;
      else {
        expect(answer.status).toBe(503);
        counts.failed += 1;
        await sleep(100);
      }
    }
  };
  const lanes = [run(), run()];
  const stop = async () => {
    stopping.abort();
    await Promise.all(lanes);
  };
  onTestFinished(stop);
  return { counts, stop };
}

/** Waits until so many more tiles were answered. */
const untilMore = async (counts: { ok: number }, more: number) => {
  const before = counts.ok;
  await expect.poll(() => counts.ok, { timeout: 90_000, interval: 50 }).toBeGreaterThan(before + more);
};

const startPools = async (settings: NonNullable<Parameters<typeof startSystem>[0]>["settings"] & {}) => {
  const system = await startSystem({ pools: ["render", "metering"], settings });
  onTestFinished(() => system.stop());
  return system;
};

test(
  "a cluster carries more partitions while all processes run, and loses no usage when a master dies",
  { timeout: 300_000 },
  async () => {
    const nodes = await servers.startCluster();
    const [first, second] = nodes;
    const narrow = await startPools({
      REDIS_URL: servers.url([first!, second!]),
      REDIS_MODE: "cluster",
      LOG_LEVEL: "silent",
    });
    const wide = await narrow.startAnotherApi({ REDIS_PARTITIONS: 8 });
    const path = await tilePaths(narrow);
    const before = drive(path);
    await untilMore(before.counts, 10);
    await before.stop();
    const after = drive((step) => path(step + 100).replace(narrow.url, wide.url));
    await untilMore(after.counts, 10);
    await servers.kill(first!);
    await untilMore(after.counts, 60);
    await after.stop();
    const received = before.counts.ok + after.counts.ok;
    await expect.poll(() => usageOf(narrow), { timeout: 90_000 }).toBe(received);
    const connection = openPatientConnection(narrow.config, createLogger(narrow.config, "test"));
    onTestFinished(() => connection.disconnect());
    for (const prefix of partitionPrefixes(narrow.config.REDIS_PREFIX, 8)) {
      await expect.poll(() => new UsageStream(connection, prefix).length(), { timeout: 60_000 }).toBe(0);
    }
  },
);

test("sentinels lead to the new master, and no usage is lost", { timeout: 300_000 }, async () => {
  const { servers: masters, sentinels } = await servers.startSentinels("tiles");
  const system = await startPools({
    REDIS_URL: servers.url(sentinels),
    REDIS_MODE: "sentinel",
    REDIS_SENTINEL_MASTER: "tiles",
    LOG_LEVEL: "silent",
  });
  const { counts, stop } = drive(await tilePaths(system));
  await untilMore(counts, 10);
  await servers.kill(masters[0]!);
  await untilMore(counts, 60);
  await stop();
  await expect.poll(() => usageOf(system), { timeout: 90_000 }).toBe(counts.ok);
});

test("with TLS, a server is believed when its certificate is", { timeout: 60_000 }, async () => {
  const { port, caFile } = await servers.startEncrypted();
  const system = await startSystem();
  onTestFinished(() => system.stop());
  const REDIS_URL = `rediss://:${servers.password}@localhost:${port}/0`;
  const environment = { ...system.environment, REDIS_URL, NODE_EXTRA_CA_CERTS: caFile };
  await killProcess(await startWorkerProcess({ environment }, "metering"));
  await expect(requireUsableRedis({ REDIS_URL, REDIS_PREFIX: "{t}" }, 100)).rejects.toThrow(
    `REDIS_URL: Redis does not answer at localhost:${port} (self-signed certificate)`,
  );
});
