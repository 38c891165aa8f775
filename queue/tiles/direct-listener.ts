import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { FrameReader, type Frame } from "../../infra/frames.ts";
import { addressOf, isProof, proofOf, type DirectAddress } from "./direct-address.ts";
import type { DirectMessage } from "./direct-message.ts";
import type { Message } from "./handover.ts";

/** A sender proves who it is within this time, or is disconnected. */
const HELLO_MS = 2_000;

/**
 * Takes rendered tiles from workers, past Redis (decision 129). It says first that it knows the secret of
 * its address, so that a worker sends nothing to whatever else listens there; then the worker does.
 */
export class DirectListener {
  readonly address: DirectAddress;
  readonly #server: ReturnType<typeof createServer>;
  readonly #sockets: Set<Socket>;

  private constructor(server: ReturnType<typeof createServer>, sockets: Set<Socket>, address: DirectAddress) {
    this.#server = server;
    this.#sockets = sockets;
    this.address = address;
  }

  /** Listens; port 0 is any free one. Rejects when it cannot. */
  static async listen(
    { host, port }: { readonly host: string; readonly port: number },
    onMessage: (message: Message) => void,
  ): Promise<DirectListener> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      receive(socket, address.secret, onMessage);
    });
    server.listen(port, host);
    await once(server, "listening");
    const address = addressOf(host, (server.address() as AddressInfo).port);
    return new DirectListener(server, sockets, address);
  }

  /** Cuts all connections: what was being sent is found in the store. */
  async close(): Promise<void> {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server, "close");
  }
}

function receive(socket: Socket, secret: string, onMessage: (message: Message) => void): void {
  let isKnown = false;
  const timer = setTimeout(() => socket.destroy(), HELLO_MS);
  const reader = new FrameReader<DirectMessage>(({ message, bodies }: Frame<DirectMessage>) => {
    if (message.kind === "hello" && isProof(secret, "sender", message.proof)) {
      isKnown = true;
      clearTimeout(timer);
    } else if (message.kind === "tiles" && isKnown) {
      deliver(message, bodies, onMessage);
    } else {
      socket.destroy();
    }
  });
  socket.on("error", () => undefined);
  socket.once("close", () => clearTimeout(timer));
  socket.on("data", (chunk) => {
    try {
      // Strangers are not let fill a large frame.
      if (!isKnown && chunk.length > HELLO_BYTES_MAX) throw new Error("too much for a greeting");
      reader.push(chunk);
    } catch {
      socket.destroy();
    }
  });
  socket.setNoDelay(true);
  socket.write(proofOf(secret, "listener"));
}

/** A greeting has about a hundred bytes. */
const HELLO_BYTES_MAX = 1_024;

function deliver(
  { blockKey, tiles }: Extract<DirectMessage, { kind: "tiles" }>,
  bodies: readonly Buffer[],
  onMessage: (message: Message) => void,
): void {
  for (const [index, tile] of tiles.entries()) {
    // A copy: a tile in memory must not hold its neighbours.
    const bytes = tiles.length === 1 ? bodies[index] : Buffer.from(bodies[index] ?? []);
    if (bytes !== undefined) onMessage({ blockKey, tile, outcome: { ok: true, bytes } });
  }
}
