import type { FastifyInstance } from "fastify";
import type { Readiness } from "../../infra/readiness.ts";

/**
 * `/health/live`: the process answers. `/health/ready`: it takes requests; 503 while it starts, drains, or
 * its event loop is blocked. What all replicas share is no part of it: `/health/dependencies` shows that.
 */
export function serveHealth(app: FastifyInstance, readiness: Pick<Readiness, "state">): void {
  app.get("/health/live", (_request, reply) => reply.send({ status: "live" }));
  app.get("/health/ready", (_request, reply) => {
    const status = readiness.state();
    return reply.code(status === "ready" ? 200 : 503).send({ status });
  });
}
