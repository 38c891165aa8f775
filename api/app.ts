import { fastify, LogController, type FastifyInstance } from "fastify";
import { newId } from "../core/ids.ts";
import type { Metrics } from "../infra/metrics.ts";
import type { Deps } from "./deps.ts";
import { acceptJsonOnly } from "./http/body.ts";
import { answerErrors } from "./http/errors.ts";
import { serveHealth } from "./http/health.ts";
import { openapiDocument } from "./http/openapi.ts";
import { serveOperations } from "./http/operation-routes.ts";
import { serveOperators } from "./http/operator-routes.ts";
import { serveItemTiles } from "./http/item-tile-route.ts";
import { serveGrantedTiles } from "./http/tile-route.ts";
import { OPERATIONS } from "./operations/index.ts";
import { registerSharePage } from "./share-page/index.ts";

/** The HTTP server, ready to listen. */
export async function buildApp(deps: Deps, metrics: Metrics): Promise<FastifyInstance> {
  const { config } = deps;
  const trusted = config.TRUSTED_PROXIES.split(",").filter((proxy) => proxy.trim() !== "");
  const app = fastify({
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: config.BODY_BYTES_MAX,
    trustProxy: trusted.length > 0 ? trusted : false,
    requestTimeout: 60_000,
    genReqId: newId,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 1_000 },
  }) as unknown as FastifyInstance;
  acceptJsonOnly(app);
  answerErrors(app);
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    metrics.requestSeconds.observe(
      { route: request.routeOptions.url ?? "none", status },
      reply.elapsedTime / 1000,
    );
  });
  const document = JSON.stringify(openapiDocument());
  app.get("/openapi.json", (_request, reply) => reply.type("application/json").send(document));
  serveHealth(app, deps);
  serveOperations(app, deps, OPERATIONS);
  serveGrantedTiles(app, deps);
  serveItemTiles(app, deps);
  registerSharePage(app);
  await serveOperators(app, deps, metrics);
  return app;
}
