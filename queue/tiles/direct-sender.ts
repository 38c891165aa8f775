import { connect, type Socket } from "node:net";
import { writeFrame } from "../../infra/frames.ts";
import { addressIn, type DirectAddress } from "./direct-address.ts";
import type { DirectMessage } from "./direct-message.ts";
import { expectProof, proofOf } from "./direct-proof.ts";

/** Bytes that may wait for a slow listener; more go by Redis. */
const WAITING_BYTES_MAX = 16 * 1024 * 1024;

/** How soon a listener that cannot be reached is tried again. */
const RETRY_MS = 5_000;
const CONNECT_MS = 2_000;

/** A listener: the socket while both sides know each other, and before when it may be tried again. */
interface Lane {
  socket: Socket | undefined;
  readonly retryAtMs: number;
}

/**
 * Sends rendered tiles straight to the API processes that wait for them, over a connection to each that
 * stays open. Whatever it does not take goes by Redis.
 */
export class DirectSender {
  readonly #lanes = new Map<string, Lane>();
  #isClosed = false;

  /** Whether the tiles were sent: false when their process tells no address, or is not reached (yet). */
  send(processName: string, blockKey: string, tiles: ReadonlyMap<string, Buffer>): boolean {
    const socket = this.#socketTo(processName);
    if (socket === undefined || socket.writableLength > WAITING_BYTES_MAX) return false;
    const message: DirectMessage = { blockKey, tiles: [...tiles.keys()] };
    writeFrame(socket, { message, bodies: [...tiles.values()] });
    return true;
  }

  /** Ends all connections, once what was written is sent. */
  close(): void {
    this.#isClosed = true;
    for (const { socket } of this.#lanes.values()) socket?.end();
    this.#lanes.clear();
  }

  /** The socket of an open lane; one that is not open is opened for later. */
  #socketTo(processName: string): Socket | undefined {
    if (this.#isClosed) return undefined;
    const known = this.#lanes.get(processName);
    if (known?.socket !== undefined) return known.socket;
    if (known !== undefined && performance.now() < known.retryAtMs) return undefined;
    const address = addressIn(processName);
    if (address !== undefined) this.#open(processName, address);
    return undefined;
  }

  #open(processName: string, address: DirectAddress): void {
    const [host, ...others] = address.hosts;
    const lane: Lane = { socket: undefined, retryAtMs: performance.now() + RETRY_MS };
    this.#lanes.set(processName, lane);
    if (host === undefined) return;
    const { port, secret } = address;
    const socket = connect({ host, port, noDelay: true });
    socket.unref();
    socket.setTimeout(CONNECT_MS, () => socket.destroy());
    socket.on("error", () => undefined);
    // Processes come and go: what is closed is forgotten, unless it is too early to try again.
    socket.once("close", () => {
      const wasOpen = lane.socket !== undefined;
      lane.socket = undefined;
      if (!wasOpen && others.length > 0 && !this.#isClosed) {
        return this.#open(processName, { ...address, hosts: others });
      }
      const forget = () => this.#lanes.get(processName) === lane && this.#lanes.delete(processName);
      setTimeout(forget, Math.max(0, lane.retryAtMs - performance.now())).unref();
      return undefined;
    });
    expectProof(socket, secret, "listener", () => {
      socket.write(proofOf(secret, "sender"));
      // A listener says nothing more; what it says is not kept.
      socket.resume();
      socket.setTimeout(0);
      lane.socket = socket;
    });
  }
}
