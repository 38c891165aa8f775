import type { Server } from "node:http";
import type { Socket } from "node:net";

/** The slowest client that is waited for. */
const BYTES_PER_SECOND_MIN = 1_024;

/** How often connections are looked at within the time limit. */
const LOOKS = 3;

interface Progress {
  readonly since: number;
  /** Bytes that had left before. */
  readonly sent: number;
  readonly queued: number;
  readonly progressed: number;
}

/**
 * Ends connections whose client does not take its answer: what waits for it costs memory, a file and a place.
 * It looks at all connections from time to time, so a request costs nothing.
 */
export class SlowReaders {
  readonly #limitMs: number;
  readonly #sockets = new Map<Socket, Progress | undefined>();
  #timer: NodeJS.Timeout | undefined;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** Watches the connections of a server until it closes. */
  watch(server: Server): Server {
    this.#timer = setInterval(() => this.#look(performance.now()), this.#limitMs / LOOKS);
    this.#timer.unref();
    return server
      .on("connection", (socket: Socket) => {
        this.#sockets.set(socket, undefined);
        socket.once("close", () => this.#sockets.delete(socket));
      })
      .once("close", () => clearInterval(this.#timer));
  }

  #look(now: number): void {
    for (const [socket, before] of this.#sockets) {
      if (socket.writableLength === 0) {
        if (before !== undefined) this.#sockets.set(socket, undefined);
        continue;
      }
      const progress = progressOf(socket, before, now);
      const isOver = now - progress.since >= this.#limitMs;
      const wanted = (BYTES_PER_SECOND_MIN * this.#limitMs) / 1000;
      if (isOver && progress.progressed < wanted) socket.resetAndDestroy();
      else this.#sockets.set(socket, isOver ? { ...progress, since: now, progressed: 0 } : progress);
    }
  }
}

function progressOf(socket: Socket, before: Progress | undefined, now: number): Progress {
  const sent = socket.bytesWritten - socket.writableLength;
  const queued = queuedBytes(socket);
  if (before === undefined) return { since: now, sent, queued, progressed: 0 };
  // A single large write counts as sent at its end only; until then the operating system's queue shrinks.
  const step = sent > before.sent ? sent - before.sent : Math.max(0, before.queued - queued);
  return { since: before.since, sent, queued, progressed: before.progressed + step };
}

/** Bytes that Node has handed to the operating system's queue; `net` itself looks at the same number. */
function queuedBytes(socket: Socket): number {
  const { _handle: handle } = socket as Socket & { readonly _handle?: { readonly writeQueueSize?: number } };
  return handle?.writeQueueSize ?? 0;
}
