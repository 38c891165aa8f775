import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/** How often connections are looked at while the server closes. */
const LOOK_EVERY_MS = 20;

/** A client that takes its answer more slowly than this loses it. */
const UNSENT_MS_MAX = 2_000;

/**
 * How a server ends when its requests in flight are answered. Node counts a connection as idle when its
 * answer has been written, although bytes of it are still to be sent, and cuts it: so none is closed before
 * its bytes are gone. A connection whose last answer was kept alive does not end by itself.
 */
export function serverCloser(app: FastifyInstance): () => Promise<void> {
  const sockets = new Set<Socket>();
  app.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const isSending = () => [...sockets].some((socket) => socket.writableLength > 0);
  return async () => {
    const giveUpAt = performance.now() + UNSENT_MS_MAX;
    while (isSending() && performance.now() < giveUpAt) await delay(LOOK_EVERY_MS);
    const timer = setInterval(() => {
      if (!isSending()) app.server.closeIdleConnections();
    }, LOOK_EVERY_MS);
    try {
      await app.close();
    } finally {
      clearInterval(timer);
    }
  };
}
