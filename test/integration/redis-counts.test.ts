import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { RedisServers } from "../support/redis-servers.ts";
import { grantedTileUrl, shareItem } from "../support/shared-item.ts";
import { startSystem } from "../support/system.ts";

/** As many as a few map views ask for, at once: so that blocks wait, and are taken one after the other. */
const SIDE = 12;

/** Calls of each command since the last reset, those inside scripts included. */
async function countCommands(redis: Redis): Promise<ReadonlyMap<string, number>> {
  const text = await redis.info("commandstats");
  const lines = [...text.matchAll(/^cmdstat_([^:]+):calls=(\d+)/gm)];
  return new Map(lines.map(([, name = "", calls]) => [name, Number(calls)]));
}

/** A system with a Redis of its own, and the URLs of tiles that nothing has asked for. */
async function openCounted() {
  const servers = new RedisServers();
  onTestFinished(() => servers.stop());
  const { port } = await servers.start();
  const redis = new Redis({ port, password: servers.password });
  onTestFinished(() => redis.disconnect());
  const url = `redis://:${servers.password}@127.0.0.1:${port}`;
  const settings = { REDIS_URL: url, RENDER_DEADLINE_MS: "60000" };
  const system = await startSystem({ pools: ["render"], settings });
  onTestFinished(() => system.stop());
  const { token } = await shareItem(system, { width: 2_048, height: 2_048, bands: 1 });
  const middle = tileAt(15, 45, 9);
  const places = Array.from({ length: SIDE * SIDE }, (_, at) => ({
    z: middle.z,
    x: middle.x - SIDE / 2 + (at % SIDE),
    y: middle.y - SIDE / 2 + Math.floor(at / SIDE),
  }));
  const template = await grantedTileUrl(system, token, middle);
  const urls = places.map(({ z, x, y }) => template.replace(/\d+\/\d+\/\d+(?=\.)/, `${z}/${x}/${y}`));
  return { redis, urls };
}

/** Asks for every tile, `atOnce` at a time; answers how many commands each cost. */
async function commandsPerTile(atOnce: number): Promise<{ all: number; detail: string }> {
  const { redis, urls } = await openCounted();
  await redis.call("CONFIG", "RESETSTAT");
  const statuses = new Set<number>();
  const left = [...urls];
  const client = async () => {
    for (let url = left.shift(); url !== undefined; url = left.shift())
      statuses.add((await fetch(url)).status);
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  const counts = await countCommands(redis);
  expect(statuses).toEqual(new Set([200]));
  const all = [...counts.values()].reduce((sum, calls) => sum + calls, 0) / urls.length;
  return { all, detail: [...counts].map(([name, calls]) => `${name} ${calls}`).join(", ") };
}

test("a cold tile costs Redis few commands where many are asked for at once", async () => {
  const { all, detail } = await commandsPerTile(SIDE * SIDE);
  // 10.7 to 12.8 on a busy machine; 20.5 where each block has a job of its own.
  expect(all, detail).toBeLessThan(19);
}, 120_000);

test("a cold tile costs Redis few commands where a viewer asks for one after the other", async () => {
  const { all, detail } = await commandsPerTile(8);
  // 16.7; 33.7 where jobs end as soon as no block waits.
  expect(all, detail).toBeLessThan(28);
}, 120_000);
