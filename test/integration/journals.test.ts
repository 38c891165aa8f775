import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../infra/new-id.ts";
import type { UsageEvent } from "../../core/usage/usage-event.ts";
import { encodeUsageEvents } from "../../core/usage/usage-wire.ts";
import { siblingEntry } from "../../infra/entry.ts";
import { Journal } from "../../infra/journal.ts";
import { choosePort } from "../../local/services/ports.ts";
import { startRedis } from "../../local/services/redis.ts";
import type { SupervisedProcess } from "../../local/services/supervise.ts";
import { UsageStream } from "../../queue/usage-stream.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { createLogger } from "../../infra/logger.ts";
import { startApiProcess } from "../support/api-process.ts";
import { grantedTileUrl, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { killProcess, startWorkerProcess } from "../support/worker-process.ts";

let folder: string;
let redisPort: number;
let redis: SupervisedProcess;
let system: TestSystem;
let shared: SharedItem;
let url: string;

const startOwnRedis = async () => {
  const started = await startRedis(
    { port: redisPort, password: "journals" },
    { directory: folder, log: () => undefined },
  );
  redis = started.process;
  return started.url;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "journals-"));
  redisPort = await choosePort("redis", folder);
  const REDIS_URL = await startOwnRedis();
  system = await startSystem({ pools: ["render"], settings: { REDIS_URL, LOG_LEVEL: "silent" } });
  shared = await shareItem(system);
  url = await grantedTileUrl(system, shared.token, shared.tile);
  await system.client.get(url);
});
afterAll(async () => {
  await system.stop();
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

async function tilesOf(linkId: string): Promise<number> {
  const [row] = await system.deps.database<{ tiles: number }[]>`
    select coalesce(sum(tile_requests), 0)::bigint as tiles from usage_months where link_id = ${linkId}`;
  return row?.tiles ?? 0;
}

test("what a Redis had acknowledged and lost is sent again when it is back, and counted once", async () => {
  for (let index = 0; index < 5; index += 1) await system.client.get(url);
  process.kill(redis.pid as number, "SIGKILL");
  await redis.stop();
  // Worse than what `appendfsync everysec` can lose: everything.
  await rm(join(folder, "redis"), { recursive: true });
  await startOwnRedis();
  const connection = openPatientConnection(system.config, createLogger(system.config, "test"));
  const stream = new UsageStream(connection, system.config.REDIS_PREFIX);
  await expect.poll(() => stream.length(), { timeout: 15_000 }).toBeGreaterThan(0);
  connection.disconnect();
  const worker = await startWorkerProcess(system, "metering");
  await expect.poll(() => tilesOf(shared.linkId), { timeout: 15_000 }).toBe(6);
  await killProcess(worker);
});

test("the journal of an API process that is killed and never returns is replayed by another one", async () => {
  const before = await tilesOf(shared.linkId);
  const doomed = await startApiProcess(system);
  const ownUrl = url.replace(system.url, doomed.url);
  expect((await system.client.get(ownUrl)).headers.get("x-cache")).toBe("store");
  expect((await system.client.get(ownUrl)).headers.get("x-cache")).toBe("memory");
  await redis.stop();
  for (let index = 0; index < 7; index += 1) expect((await system.client.get(ownUrl)).status).toBe(200);
  await killProcess(doomed.child);
  expect(await readdir(system.config.JOURNAL_DIR)).not.toEqual([]);
  await startOwnRedis();
  const worker = await startWorkerProcess(system, "metering");
  await expect.poll(() => tilesOf(shared.linkId), { timeout: 20_000 }).toBe(before + 9);
  await expect.poll(() => readdir(system.config.JOURNAL_DIR), { timeout: 5_000 }).toEqual([]);
  await killProcess(worker);
});

test("the journal of a machine that never returns is recorded by `replay-journal`, once, however often", async () => {
  const [volume, copy] = [join(folder, "volume"), join(folder, "copy")];
  const linkId = newId();
  const event = (occurredAtMs: number): UsageEvent => ({
    eventId: newId(),
    kind: "tile",
    occurredAtMs,
    organizationId: system.organization.organizationId,
    linkId,
    targetId: shared.itemId,
    bytes: 10,
    cacheResult: "memory",
    status: 200,
  });
  const journal = new Journal(volume, { bytesMax: 1_000_000 });
  await journal.append(encodeUsageEvents([event(Date.now()), event(Date.now())]));
  await journal.append(encodeUsageEvents([event(Date.now()), event(1)]));
  await journal.close();
  await cp(volume, copy, { recursive: true });
  const replay = async (directory: string) => {
    const { path, execArgv } = siblingEntry(import.meta.url, "../../programs/admin");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...execArgv, path, "replay-journal", "--directory", directory],
      { env: { PATH: process.env["PATH"], DATABASE_URL: system.config.DATABASE_URL } },
    );
    return JSON.parse(stdout) as unknown;
  };
  const put_aside = [{ reason: "older than raw events are kept", text: expect.any(String) }];
  expect(await replay(volume)).toEqual({ recorded: 3, recorded_before: 0, put_aside });
  expect(await replay(copy)).toEqual({ recorded: 0, recorded_before: 3, put_aside });
  expect(await readdir(volume)).toEqual([]);
  expect(await tilesOf(linkId)).toBe(3);
});
