import { createServer, connect, type AddressInfo, type Socket } from "node:net";

/** A TCP proxy whose connections can be cut. */
export interface CuttableProxy {
  readonly port: number;
  /** Resets every connection at once; new ones are accepted. Answers how many there were. */
  cut(): number;
  /**
   * From now on nothing comes through on the connections there are, in either direction; they stay open. New
   * ones work.
   */
  silence(): void;
  close(): Promise<void>;
}

/** Starts a proxy to a port of this machine. */
export async function startCuttableProxy(targetPort: number): Promise<CuttableProxy> {
  const sockets = new Set<Socket>();
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((client) => {
    const target = connect({ port: targetPort, host: "127.0.0.1", noDelay: true });
    client.setNoDelay(true);
    const end = () => {
      for (const socket of [client, target]) {
        sockets.delete(socket);
        socket.destroy();
      }
    };
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.once("error", end).once("close", end);
    }
    client.pipe(target).pipe(client);
    pairs.add([client, target]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    const count = sockets.size / 2;
    for (const socket of sockets) socket.resetAndDestroy();
    return count;
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    silence: () => {
      for (const [client, target] of pairs) {
        client.unpipe(target).resume();
        target.unpipe(client).resume();
      }
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
