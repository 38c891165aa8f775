import { afterAll, beforeAll, expect, test } from "vitest";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { blockOfOne } from "../../core/tiles/tile-block.ts";
import type { TileKey } from "../../core/tiles/tile-spec.ts";
import { createLogger } from "../../infra/logger.ts";
import { openPatientConnection, type RedisConnection } from "../../queue/connection.ts";
import { UsageStream } from "../../queue/usage-stream.ts";
import { TileFiles } from "../../storage/tiles/tile-files.ts";
import { GuardedObjects } from "../../storage/tiles/tile-store.ts";
import { Client, type Answer } from "../support/client.ts";
import { grantedTileUrl, PASSWORD, shareItem, shareTarget } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { killProcess, startWorkerProcess } from "../support/worker-process.ts";

// The table of docs/billing.md, "What is counted", row by row: each row has a link of its own.

let system: TestSystem;
let other: Client;
let connection: RedisConnection;
let stream: UsageStream;
let itemId: string;

beforeAll(async () => {
  system = await startSystem({ pools: ["render", "metering"], settings: { LOG_LEVEL: "silent" } });
  other = new Client((await system.startAnotherApi()).url);
  connection = openPatientConnection(system.config, createLogger(system.config, "test"));
  stream = new UsageStream(connection, system.config.REDIS_PREFIX);
  ({ itemId } = await shareItem(system));
});
afterAll(async () => {
  connection.disconnect();
  await system.stop();
});

const TILE = tileAt(15, 45, 6);
const OUTSIDE = tileAt(-60, -30, 6);

interface Link {
  readonly linkId: string;
  readonly token: string;
}

/** A tile by each of the two ways, asked of either process. */
const byGet = async ({ token }: Link, tile = TILE, ending = "png", headers = {}, client = system.client) => {
  const url = new URL((await grantedTileUrl(system, token, tile)).replace(/png$/, ending));
  return await client.get(`${url.pathname}${url.search}`, headers);
};
const byHead = async ({ token }: Link, headers = {}) => {
  const url = new URL(await grantedTileUrl(system, token, TILE));
  return await system.client.send(`${url.pathname}${url.search}`, { method: "HEAD", headers });
};
const byOperation = async ({ token }: Link, tile = TILE, input = {}, client = system.client) =>
  await client.try("share.tile.render", { token, password: PASSWORD, ...tile, ...input });

/** A tile is delivered before it is written. */
async function untilStored(etag: string): Promise<void> {
  const store = new TileFiles(new GuardedObjects(system.deps.objectStore));
  const key = etag.replaceAll('"', "") as TileKey;
  const stored = () => store.get({ organizationId: "", blockKey: blockOfOne(key), key, format: "png" });
  await expect.poll(async () => (await stored()).has(key), { timeout: 5_000 }).toBe(true);
}

/** What was recorded of a link when nothing is in flight any more. */
async function eventsOf(linkId: string) {
  await expect.poll(() => stream.length(), { timeout: 10_000 }).toBe(0);
  return await system.deps.database`
    select kind, status, cache_result, bytes from usage_events where link_id = ${linkId} order by event_id`;
}

const tileEvent = (cache_result: string, { bytes }: Answer) => ({
  kind: "tile",
  status: 200,
  cache_result,
  bytes: bytes.length,
});

test.each([
  ["GET", (link: Link, client: Client) => byGet(link, tileAt(15, 45, 4), "png", {}, client)],
  ["share.tile.render", (link: Link, client: Client) => byOperation(link, tileAt(15, 45, 7), {}, client)],
])("a tile with data by %s is one tile, rendered, from memory and from the store", async (_way, ask) => {
  const link = await shareTarget(system, "item", itemId);
  const answers = [await ask(link, system.client), await ask(link, system.client)];
  await untilStored(answers[0]?.headers.get("etag") ?? "");
  answers.push(await ask(link, other));
  expect(answers.map(({ headers }) => headers.get("x-cache"))).toEqual(["render", "memory", "store"]);
  const [rendered, kept, stored] = answers as [Answer, Answer, Answer];
  expect(await eventsOf(link.linkId)).toEqual([
    tileEvent("render", rendered),
    tileEvent("memory", kept),
    tileEvent("store", stored),
  ]);
  const [sum] = await system.deps.database`
    select tile_requests, tile_bytes, not_modified from usage_months where link_id = ${link.linkId}`;
  expect(sum).toEqual({ tile_requests: 3, tile_bytes: 3 * rendered.bytes.length, not_modified: 0 });
});

test("a 304 is `not_modified`: no tile and no bytes", async () => {
  const link = await shareTarget(system, "item", itemId);
  const first = await byGet(link);
  const again = await byGet(link, TILE, "png", { "if-none-match": first.headers.get("etag") ?? "" });
  expect(again.status).toBe(304);
  expect(await eventsOf(link.linkId)).toEqual([
    tileEvent(first.headers.get("x-cache") ?? "", first),
    { kind: "tile", status: 304, cache_result: "none", bytes: 0 },
  ]);
});

test("an opening by share.link.validate is one access, of the right password only", async () => {
  const link = await shareTarget(system, "item", itemId);
  const validate = (password: string) =>
    system.client.try("share.link.validate", { token: link.token, password });
  expect([(await validate(PASSWORD)).status, (await validate("not this one")).status]).toEqual([200, 401]);
  expect(await eventsOf(link.linkId)).toEqual([
    { kind: "access", status: 200, cache_result: "none", bytes: 0 },
  ]);
});

type Refusal = (link: Link) => Promise<Answer>;

test.each<[string, number, Refusal]>([
  ["a tile by HEAD", 200, (link) => byHead(link)],
  ["a tile in memory by HEAD", 200, (link) => byHead(link, { range: "bytes=0-0" })],
  ["an empty tile by GET", 200, (link) => byGet(link, OUTSIDE)],
  ["an empty tile by GET with empty=204", 204, (link) => byGet(link, OUTSIDE, "png?empty=204")],
  ["an empty tile by GET with empty=404", 404, (link) => byGet(link, OUTSIDE, "png?empty=404")],
  ["an empty tile by share.tile.render", 200, (link) => byOperation(link, OUTSIDE)],
  ["an address that is none, by GET", 400, (link) => byGet(link, { z: 2, x: 4, y: 0 })],
  ["an address that is none, by share.tile.render", 422, (link) => byOperation(link, { z: 2, x: 4, y: 0 })],
  ["a grant that is none", 404, ({ linkId }) => system.client.get(`/v1/share/tiles/${linkId}/6/34/23.png`)],
  ["a wrong password", 401, (link) => byOperation(link, TILE, { password: "not this one" })],
  ["a throttled attempt", 429, refuseUntilThrottled],
  ["a revoked link", 410, revokeAndAsk],
])("%s is answered %i and not recorded", async (_what, status, ask) => {
  const link = await shareTarget(system, "item", itemId);
  expect((await ask(link)).status).toBe(status);
  expect(await eventsOf(link.linkId)).toEqual([]);
});

async function refuseUntilThrottled(link: Link): Promise<Answer> {
  for (;;) {
    const answer = await byOperation(link, TILE, { password: "not this one" });
    if (answer.status !== 401) return answer;
  }
}

async function revokeAndAsk(link: Link): Promise<Answer> {
  const url = await grantedTileUrl(system, link.token, TILE);
  await system.client.call("share.link.revoke", { link_id: link.linkId });
  return await system.client.get(url);
}

test("a tile that no worker renders in time is answered 503 and not recorded", async () => {
  const idle = await startSystem({ settings: { RENDER_DEADLINE_MS: "100", LOG_LEVEL: "silent" } });
  const idleStream = new UsageStream(connection, idle.config.REDIS_PREFIX);
  try {
    const worker = await startWorkerProcess(idle, "render");
    const shared = await shareItem(idle);
    await killProcess(worker);
    expect((await idle.client.get(await grantedTileUrl(idle, shared.token, shared.tile))).status).toBe(503);
    expect(await idleStream.length()).toBe(0);
  } finally {
    await idle.stop();
  }
});
