import { channel } from "node:diagnostics_channel";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { decodeUsageEvents } from "../../core/usage/usage-wire.ts";
import { RedisServers } from "../support/redis-servers.ts";
import { grantedTileUrl, shareItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const servers = new RedisServers();
let redis: Redis;
let system: TestSystem;
let tileUrl: string;

beforeAll(async () => {
  const { port } = await servers.start();
  redis = new Redis({ port, password: servers.password });
  const url = `redis://:${servers.password}@127.0.0.1:${port}`;
  system = await startSystem({ pools: ["render"], settings: { REDIS_URL: url } });
  const { token, tile } = await shareItem(system);
  tileUrl = await grantedTileUrl(system, token, tile);
}, 120_000);

afterAll(async () => {
  await system.stop();
  redis.disconnect();
  await servers.stop();
});

/** Sends requests for one tile in one write; resolves when all their answers, alike in length, are here. */
async function askAtOnce(socket: Socket, times: number): Promise<void> {
  const { host, pathname } = new URL(tileUrl);
  const whole = new Promise<number>((resolve) => {
    let bytes = 0;
    let wanted = NaN;
    const take = (chunk: Buffer) => {
      if (bytes === 0) wanted = times * answerLength(chunk.toString("latin1"));
      bytes += chunk.length;
      if (bytes < wanted) return;
      socket.off("data", take);
      resolve(bytes - wanted);
    };
    socket.on("data", take);
  });
  socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(times));
  expect(await whole).toBe(0);
}

/** Of head and body, when the text begins with the whole head of a tile from memory. */
function answerLength(text: string): number {
  const head = text.slice(0, text.indexOf("\r\n\r\n") + 4);
  expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\nx-cache: memory\r\n/);
  return head.length + Number(/content-length: (\d+)/.exec(head)?.[1]);
}

/** A connection over which the tile comes from memory. */
async function connectToTile(): Promise<Socket> {
  for (let turn = 0; turn < 2; turn += 1) await (await fetch(tileUrl)).arrayBuffer();
  const socket = connect(Number(new URL(tileUrl).port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket;
}

test("a thousand cached tiles cost one append for each group that comes together, and each is in it once", async () => {
  const socket = await connectToTile();
  const stream = `${system.config.REDIS_PREFIX}:usage`;
  await redis.del(stream);
  await redis.call("CONFIG", "RESETSTAT");
  for (let group = 0; group < 25; group += 1) await askAtOnce(socket, 40);
  const [, appends] = /^cmdstat_xadd:calls=(\d+)/m.exec(await redis.info("commandstats")) ?? [];
  const entries = await redis.xrange(stream, "-", "+");
  const events = entries.flatMap(([, [, text = ""]]) => decodeUsageEvents(text).events);
  expect([events.length, new Set(events.map(({ eventId }) => eventId)).size]).toEqual([1_000, 1_000]);
  // 25 where every group arrives in one piece.
  expect(Number(appends)).toBeLessThanOrEqual(40);
});

/** Calls of the system that write to sockets of the server, while `run` runs. */
async function countWrites(run: () => Promise<void>): Promise<number> {
  let writes = 0;
  const seen = new WeakSet();
  const watch = (message: unknown) => {
    const { _handle: handle } = (message as { readonly socket: { readonly _handle: object } }).socket;
    if (seen.has(handle)) return;
    seen.add(handle);
    const methods = handle as Record<string, (...input: unknown[]) => unknown>;
    for (const name of [
      "writev",
      "writeBuffer",
      "writeLatin1String",
      "writeUtf8String",
      "writeAsciiString",
    ]) {
      const real = methods[name]!.bind(handle);
      methods[name] = (...input) => {
        writes += 1;
        return real(...input);
      };
    }
  };
  const started = channel("http.server.request.start");
  started.subscribe(watch);
  await run();
  started.unsubscribe(watch);
  return writes;
}

test("a cached tile is one write to its client, head and bytes together", async () => {
  const socket = await connectToTile();
  const writes = await countWrites(async () => {
    for (let turn = 0; turn < 50; turn += 1) await askAtOnce(socket, 1);
  });
  expect(writes).toBe(50);
});
