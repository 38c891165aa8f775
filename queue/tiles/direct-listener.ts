import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { FrameReader, type Frame } from "../../infra/frames.ts";
import { addressOf, type DirectAddress } from "./direct-address.ts";
import type { DirectMessage } from "./direct-message.ts";
import { expectProof, proofOf } from "./direct-proof.ts";
import type { Message } from "./handover.ts";

/** A sender proves who it is within this time, or is disconnected. */
const PROOF_MS = 2_000;

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
  const timer = setTimeout(() => socket.destroy(), PROOF_MS);
  socket.on("error", () => undefined);
  socket.once("close", () => clearTimeout(timer));
  expectProof(socket, secret, "sender", () => {
    clearTimeout(timer);
    const reader = new FrameReader<DirectMessage>((frame) => deliver(frame, onMessage));
    socket.on("data", (chunk) => {
      try {
        reader.push(chunk);
      } catch {
        socket.destroy();
      }
    });
  });
  socket.setNoDelay(true);
  socket.write(proofOf(secret, "listener"));
}

function deliver(
  { message: { blockKey, tiles }, bodies }: Frame<DirectMessage>,
  onMessage: (message: Message) => void,
): void {
  for (const [index, tile] of tiles.entries()) {
    // A copy: a tile in memory must not hold its neighbours.
    const bytes = tiles.length === 1 ? bodies[index] : Buffer.from(bodies[index] ?? []);
    if (bytes !== undefined) onMessage({ blockKey, tile, outcome: { ok: true, bytes } });
  }
}
