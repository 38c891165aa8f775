import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { pick, seededRandom } from "./random.ts";

/**
 * How a connection ends: reset, closed in an orderly way, closed by the server's side only, or silent for
 * ever.
 */
const ENDINGS = ["reset", "end", "half-close", "swallow"] as const;

type Ending = (typeof ENDINGS)[number];

/** A TCP proxy that ends its connections at seeded moments, in the middle of messages too. */
export interface UnreliableProxy {
  readonly port: number;
  /** How many connections ended in which way. */
  readonly endings: ReadonlyMap<Ending, number>;
  /** From now on connections live; those that were silenced stay so. */
  calm(): void;
  close(): Promise<void>;
}

/** Bytes in both directions before the end: from within the start of a session to many statements later. */
const BYTES_MAX = 12_000;

/** Starts a proxy to a port of this machine; every seed cuts elsewhere. */
export async function startUnreliableProxy(targetPort: number, seed: number): Promise<UnreliableProxy> {
  const random = seededRandom(seed);
  const endings = new Map<Ending, number>();
  const sockets = new Set<Socket>();
  let isCalm = false;
  const server = createServer((client) => {
    const target = connect({ port: targetPort, host: "127.0.0.1", noDelay: true });
    client.setNoDelay(true);
    const ending = pick(random, ENDINGS);
    let bytesLeft = Math.floor(random() ** 2 * BYTES_MAX);
    let isSilent = false;
    const forward = (from: Socket, to: Socket) =>
      from.on("data", (chunk: Buffer) => {
        if (isSilent) return;
        if (isCalm || chunk.length <= bytesLeft) {
          bytesLeft -= chunk.length;
          to.write(chunk);
          return;
        }
        to.write(chunk.subarray(0, bytesLeft));
        isSilent = true;
        endings.set(ending, (endings.get(ending) ?? 0) + 1);
        end(ending, client, target);
      });
    forward(client, target);
    forward(target, client);
    for (const [socket, other] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => {
        sockets.delete(socket);
        if (!isSilent) other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    endings,
    calm: () => {
      isCalm = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function end(ending: Ending, client: Socket, target: Socket): void {
  // PostgreSQL learns of it, or a transaction would keep its locks.
  target.destroy();
  switch (ending) {
    case "reset":
      client.resetAndDestroy();
      break;
    case "end":
      client.end();
      client.destroySoon();
      break;
    case "half-close":
      client.end();
      break;
    case "swallow":
  }
}
