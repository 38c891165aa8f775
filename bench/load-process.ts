import { connect, type Socket } from "node:net";

/** Room for a tile and its head. */
const BUFFER_BYTES = 64 * 1024;

/** The request that is repeated. */
export interface LoadOrder {
  readonly port: number;
  /** The whole request, as it goes over the wire. */
  readonly request: string;
  readonly connections: number;
  /** Infinity: until the order `stop`. */
  readonly seconds: number;
}

/** What came of it. */
export interface LoadOutcome {
  readonly requests: number;
  readonly seconds: number;
  /** What the client itself has used of the CPU, user and system. */
  readonly cpuMicros: number;
}

// Keep-alive connections with one request in flight each, like wrk, in a separate process and with nothing to
// install.
let isOver = false;
process.on("message", (order: LoadOrder | "stop") => {
  if (order === "stop") isOver = true;
  else void load(order).then((outcome) => process.send?.(outcome));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");

async function load(order: LoadOrder): Promise<LoadOutcome> {
  isOver = false;
  if (Number.isFinite(order.seconds)) setTimeout(() => (isOver = true), order.seconds * 1000);
  const request = Buffer.from(order.request);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const counts = await Promise.all(
    Array.from({ length: order.connections }, () => askAgain(order.port, request)),
  );
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    requests: counts.reduce((sum, count) => sum + count, 0),
    seconds: (performance.now() - startedAt) / 1000,
    cpuMicros: user + system,
  };
}

function askAgain(port: number, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const reader = new AnswerReader();
    let count = 0;
    const take = (length: number, buffer: Uint8Array) => {
      if (!reader.take(buffer as Buffer, length)) return true;
      count += 1;
      if (!isOver) socket.write(request);
      else
        socket
          .removeAllListeners("close")
          .once("close", () => resolve(count))
          .destroy();
      return true;
    };
    // One buffer for all reads: the client must cost less than the server.
    const onread = { buffer: Buffer.allocUnsafe(BUFFER_BYTES), callback: take };
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true, onread });
    socket.once("connect", () => socket.write(request));
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("the server closed a connection")));
  });
}

/** Finds the ends of answers; throws at any that is no 200 with a length. */
class AnswerReader {
  #head = "";
  #left = 0;

  /** Whether an answer is whole with this chunk. */
  take(buffer: Buffer, bytes: number): boolean {
    if (this.#left > 0) {
      this.#left -= bytes;
      return this.#left === 0;
    }
    // Beyond `bytes` the buffer holds what came earlier.
    const found = buffer.indexOf("\r\n\r\n");
    const end = found + 4 > bytes ? -1 : found;
    this.#head += buffer.toString("latin1", 0, end === -1 ? bytes : end);
    if (end === -1) return false;
    const length = /^HTTP\/1\.1 200 [^]*\r\ncontent-length: (\d+)/i.exec(this.#head)?.[1];
    if (length === undefined) throw new Error(`not the answer that was expected: ${this.#head}`);
    this.#head = "";
    this.#left = Number(length) - (bytes - end - 4);
    return this.#left === 0;
  }
}
