import type { FastifyInstance } from "fastify";

/** How often connections are looked at that have become idle while the server closes. */
const LOOK_EVERY_MS = 50;

/**
 * Ends a server when its requests in flight are answered. A connection whose last answer was kept alive does
 * not end by itself, and would hold the server for as long as its client likes.
 */
export async function closeServer(app: FastifyInstance): Promise<void> {
  const timer = setInterval(() => app.server.closeIdleConnections(), LOOK_EVERY_MS);
  try {
    await app.close();
  } finally {
    clearInterval(timer);
  }
}
