import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, expect, inject, onTestFinished, test } from "vitest";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { Lifecycle } from "../../infra/lifecycle.ts";
import { createLogger } from "../../infra/logger.ts";
import { createMetrics } from "../../infra/metrics.ts";
import { newId } from "../../infra/new-id.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { addressIn, addressOf, nameWithAddress } from "../../queue/tiles/direct-address.ts";
import { DirectListener } from "../../queue/tiles/direct-listener.ts";
import { DirectSender } from "../../queue/tiles/direct-sender.ts";
import { Handover, type Message } from "../../queue/tiles/handover.ts";
import { startWorkers } from "../../workers/start-workers.ts";
import { startFaultProxy } from "../chaos/fault-proxy.ts";
import { grantedTileUrl, shareItem } from "../support/shared-item.ts";
import { startSystem } from "../support/system.ts";

const connections = [1, 2].map(() =>
  openPatientConnection({ REDIS_URL: inject("redisUrl") }, createLogger({ LOG_LEVEL: "silent" }, "test")),
);
const [connection, subscription] = connections as [(typeof connections)[0], (typeof connections)[0]];
afterAll(() => connections.forEach((each) => each.disconnect()));

const TILES = new Map([
  ["0/0", Buffer.from("one")],
  ["1/0", Buffer.alloc(0)],
]);

async function listen() {
  const received: Message[] = [];
  const listener = await DirectListener.listen({ host: "127.0.0.1", port: 0 }, (message) =>
    received.push(message),
  );
  onTestFinished(() => listener.close());
  return { received, listener, name: nameWithAddress(newId(), listener.address) };
}

function openSender() {
  const sender = new DirectSender();
  onTestFinished(() => sender.close());
  return sender;
}

/** A process that waits for the tiles of a block, and what reaches it through Redis. */
async function waitFor(name: string) {
  const handover = new Handover(connection, `{direct-${newId()}}`);
  const published: Message[] = [];
  await handover.subscribe(subscription, name, (message) => published.push(message));
  await handover.register("block", name, [...TILES.keys()]);
  const { wishes } = await handover.claim("block", "job");
  return { handover, published, wishes };
}

test("tiles go straight to the process that waits for them, and no byte of them through Redis", async () => {
  const { received, name } = await listen();
  const { handover, published } = await waitFor(name);
  const sender = openSender();
  await expect.poll(() => sender.send(name, "other", new Map())).toBe(true);
  expect(await handover.deliver("block", TILES, sender)).toEqual({ direct: 2, redis: 0 });
  await expect.poll(() => received.length).toBe(2);
  expect(received.toSorted((a, b) => a.tile.localeCompare(b.tile))).toEqual(
    [...TILES].map(([tile, bytes]) => ({ blockKey: "block", tile, outcome: { ok: true, bytes } })),
  );
  expect(published).toEqual([]);
});

test("tiles are sent once to each process, whether it waited when they were claimed or joined later", async () => {
  const [early, late] = [await listen(), await listen()];
  const { handover, published, wishes } = await waitFor(early.name);
  await handover.register("block", late.name, ["0/0"]);
  const sender = openSender();
  for (const { name } of [early, late]) {
    await expect.poll(() => sender.send(name, "other", new Map())).toBe(true);
  }
  expect(await handover.deliver("block", TILES, sender, wishes)).toEqual({ direct: 3, redis: 0 });
  await expect.poll(() => early.received.length).toBe(2);
  await expect.poll(() => late.received.map(({ tile }) => tile)).toEqual(["0/0"]);
  expect(early.received.length).toBe(2);
  expect(published).toEqual([]);
});

test("a process that is not reached, or tells no address, gets them through Redis", async () => {
  const { listener, name } = await listen();
  const gone = await DirectListener.listen({ host: "127.0.0.1", port: 0 }, () => undefined);
  const unreached = nameWithAddress(newId(), gone.address);
  await gone.close();
  const elsewhere = nameWithAddress(newId(), { ...listener.address, machine: "another machine" });
  expect(addressIn(elsewhere)).toBeUndefined();
  expect(addressIn(name)).toEqual(listener.address);
  // One of several addresses is enough.
  const { machine: _machine, ...reached } = listener.address;
  const second = nameWithAddress(newId(), { ...reached, hosts: ["127.0.0.1.invalid", "127.0.0.1"] });
  const sender = openSender();
  await expect.poll(() => sender.send(second, "block", new Map())).toBe(true);
  for (const process of [unreached, elsewhere, newId()]) {
    const { handover, published, wishes } = await waitFor(process);
    const ways = await handover.deliver("block", TILES, openSender(), wishes);
    expect(ways).toEqual({ direct: 0, redis: 2 });
    await expect.poll(() => published.length).toBe(2);
  }
});

test("a stranger is not heard, and a worker says nothing to a listener that is another", async () => {
  const { received, listener } = await listen();
  const stranger = connect(listener.address.port, "127.0.0.1");
  stranger.on("error", () => undefined).resume();
  stranger.write(Buffer.alloc(5_000, 1));
  await once(stranger, "close");
  expect(received).toEqual([]);

  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  const other = createServer((socket) => {
    sockets.add(socket);
    socket.on("data", (chunk) => heard.push(chunk)).on("error", () => undefined);
    socket.write(Buffer.alloc(32, 7));
  });
  onTestFinished(() => void other.close());
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const sender = openSender();
  const name = nameWithAddress(newId(), addressOf("127.0.0.1", (other.address() as AddressInfo).port));
  expect(sender.send(name, "block", TILES)).toBe(false);
  await expect.poll(() => sockets.size).toBe(1);
  await expect.poll(() => [...sockets].every(({ closed }) => closed)).toBe(true);
  expect(sender.send(name, "block", TILES)).toBe(false);
  expect(heard).toEqual([]);
});

test("once a worker has taken a block, it needs nothing of Redis: its waiters get their tiles while that is silent", async () => {
  const system = await startSystem();
  onTestFinished(() => system.stop());
  const redisUrl = new URL(system.config.REDIS_URL);
  const proxy = await startFaultProxy(Number(redisUrl.port));
  redisUrl.port = String(proxy.port);
  const metrics = createMetrics();
  const logger = createLogger(system.config, "test");
  const lifecycle = new Lifecycle(logger);
  const config = { ...system.config, REDIS_URL: redisUrl.href };
  await startWorkers({ config, logger, lifecycle, metrics }, ["render"]);
  onTestFinished(async () => {
    proxy.heal();
    await lifecycle.close();
    await proxy.close();
  });
  const { token } = await shareItem(system, { width: 2_048, height: 2_048, bands: 1 });
  const middle = tileAt(15, 45, 9);
  // Each in a block of its own.
  const ask = async (row: number) =>
    (await fetch(await grantedTileUrl(system, token, { ...middle, y: middle.y + 4 * row }))).status;
  // The worker knows file and style, and has a connection to the API.
  let row = -5;
  const countSent = async () =>
    (await metrics.handedOver.get()).values.find(({ labels }) => labels.way === "direct")?.value ?? 0;
  do expect(await ask((row += 1))).toBe(200);
  while ((await countSent()) === 0);
  proxy.silenceAfter('"tileKeys"');
  expect(await ask(row + 1)).toBe(200);
  expect(proxy.isSilent).toBe(true);
});
