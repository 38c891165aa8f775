import { mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choosePort } from "../../local/services/ports.ts";
import { startRedis } from "../../local/services/redis.ts";
import type { SupervisedProcess } from "../../local/services/supervise.ts";
import { Client } from "../support/client.ts";
import { grantedTileUrl, PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let folder: string;
let redis: SupervisedProcess;
let port: number;
let system: TestSystem;
let holder: Client;
let shared: SharedItem;

const startOwnRedis = () =>
  startRedis({ port, password: "outage" }, { directory: folder, log: () => undefined });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outage-"));
  port = await choosePort("redis", folder);
  const started = await startOwnRedis();
  redis = started.process;
  system = await startSystem({
    pools: ["render", "metering"],
    settings: { REDIS_URL: started.url, LOG_LEVEL: "silent" },
  });
  holder = new Client(system.url);
  shared = await shareItem(system);
});
afterAll(async () => {
  await system.stop();
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

const usage = async () =>
  (await system.client.call("usage.current", { organization_id: system.organization.organizationId }))
    .tile_requests as number;

test("while Redis is unavailable cached tiles are served, their usage goes to the journal and is counted once later", async () => {
  const url = await grantedTileUrl(system, shared.token, shared.tile);
  expect((await holder.get(url)).headers.get("x-cache")).toBe("render");
  await redis.stop();
  for (let index = 0; index < 5; index += 1) {
    expect((await holder.get(url)).headers.get("x-cache")).toBe("memory");
  }
  const cold = await holder.get(url.replace(".png", ".webp"));
  expect(cold.status).toBe(503);
  expect(cold.headers.get("retry-after")).toMatch(/^\d+$/);
  const validated = await holder.try("share.link.validate", { token: shared.token, password: PASSWORD });
  expect(validated.status).toBe(200);
  expect((await readdir(system.config.JOURNAL_DIR)).length).toBeGreaterThan(0);

  redis = (await startOwnRedis()).process;
  await expect.poll(usage, { timeout: 15_000 }).toBe(6);
  expect((await holder.get(url.replace(".png", ".webp"))).status).toBe(200);
  await expect.poll(usage, { timeout: 5_000 }).toBe(7);
  expect(await readdir(system.config.JOURNAL_DIR)).toEqual([]);
});

test("while the object store is unavailable tiles are rendered and delivered all the same", async () => {
  const tiles = join(system.storeFolder, "tiles");
  await rename(tiles, `${tiles}-away`);
  await writeFile(tiles, "in the way");
  const url = await grantedTileUrl(system, shared.token, { ...shared.tile, z: 5, x: 17, y: 11 });
  const answer = await holder.get(url);
  expect([answer.status, answer.headers.get("x-cache")]).toEqual([200, "render"]);
  expect((await holder.get(url)).headers.get("x-cache")).toBe("memory");
});
