import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** How often connections are looked at while the server closes. */
const LOOK_EVERY_MS = 20;

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
    const closeIdle = app.server.closeIdleConnections.bind(app.server);
    // Node and Fastify call it as well when they close the server.
    app.server.closeIdleConnections = () => {
      if (!isSending()) closeIdle();
    };
    const timer = setInterval(() => app.server.closeIdleConnections(), LOOK_EVERY_MS);
    try {
      await app.close();
    } finally {
      clearInterval(timer);
    }
  };
}
