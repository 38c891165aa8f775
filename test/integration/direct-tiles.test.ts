import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, expect, inject, onTestFinished, test } from "vitest";
import { createLogger } from "../../infra/logger.ts";
import { newId } from "../../infra/new-id.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { addressIn, addressOf, nameWithAddress } from "../../queue/tiles/direct-address.ts";
import { DirectListener } from "../../queue/tiles/direct-listener.ts";
import { DirectSender } from "../../queue/tiles/direct-sender.ts";
import { Handover, type Message } from "../../queue/tiles/handover.ts";

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
  await handover.claim("block", "job");
  return { handover, published };
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
    const { handover, published } = await waitFor(process);
    expect(await handover.deliver("block", TILES, openSender())).toEqual({ direct: 0, redis: 2 });
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
