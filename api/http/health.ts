import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";

/**
 * `/health/live`: the process answers. `/health/ready`: it can serve requests; 503 while PostgreSQL is
 * unavailable.
 */
export function serveHealth(app: FastifyInstance, { database }: Pick<Deps, "database">): void {
  app.get("/health/live", (_request, reply) => reply.send({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    await database`select 1`;
    return reply.send({ status: "ready" });
  });
}
