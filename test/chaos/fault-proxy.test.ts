import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { startFaultProxy } from "./fault-proxy.ts";

test("what was held back comes through before what is sent after the delay has ended", async () => {
  const echo = createServer((socket) => socket.pipe(socket));
  await new Promise<void>((resolve) => echo.listen(0, "127.0.0.1", resolve));
  const proxy = await startFaultProxy((echo.address() as AddressInfo).port);
  const client = connect(proxy.port, "127.0.0.1").setNoDelay(true);
  await send(client, "0");
  await once(client, "readable");
  proxy.delay(100);
  await send(client, "1");
  await send(client, "2");
  proxy.heal();
  await send(client, "3");
  await send(client, "4");
  let received = "";
  for await (const chunk of client) {
    received += String(chunk);
    if (received.length === 5) break;
  }
  expect(received).toBe("01234");
  await proxy.close();
  echo.close();
});

/** Resolves when the proxy has had a chance to read what was sent. */
async function send(socket: Socket, word: string): Promise<void> {
  await new Promise((resolve) => socket.write(word, resolve));
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();
}
