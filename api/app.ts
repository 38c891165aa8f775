import { fastify, LogController, type FastifyInstance } from "fastify";
import { newId } from "../core/ids.ts";
import type { Metrics } from "../infra/metrics.ts";
import type { Deps } from "./deps.ts";
import { acceptJsonOnly } from "./http/body.ts";
import { allowAnyOrigin } from "./http/cors.ts";
import { answerErrors } from "./http/errors.ts";
import { serveHealth } from "./http/health.ts";
import { openapiDocument } from "./http/openapi.ts";
import { serveOperations } from "./http/operation-routes.ts";
import { serveOperators } from "./http/operator-routes.ts";
import { serveItemTiles } from "./http/item-tile-route.ts";
import { serveGrantedTiles } from "./http/tile-route.ts";
import { serveIdentity } from "./identity/routes.ts";
import { OPERATIONS } from "./operations/index.ts";
import { serveAssetDownloads, serveOwnedAssets } from "./http/asset-route.ts";
import { serveUploads } from "./http/upload-route.ts";
import { serveReferencePage } from "./reference-page/index.ts";
import { registerSharePage } from "./share-page/index.ts";

/** Ids of requests: one of this process, then a number; found again in logs, audit entries and problems. */
function requestIds(): () => string {
  const process = newId();
  let count = 0;
  return () => `${process}-${(count += 1).toString(36)}`;
}

/** The HTTP server, ready to listen. */
export async function buildApp(deps: Deps, metrics: Metrics): Promise<FastifyInstance> {
  const { config } = deps;
  const trusted = config.TRUSTED_PROXIES.split(",").filter((proxy) => proxy.trim() !== "");
  const app = fastify({
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: config.BODY_BYTES_MAX,
    trustProxy: trusted.length > 0 ? trusted : false,
    // As long as a large file takes to arrive over a slow line; the head of a request has Node's minute.
    requestTimeout: 30 * 60_000,
    genReqId: requestIds(),
    // A child logger for every request would cost more than a cached tile; errors are logged with their request's id.
    childLoggerFactory: (logger) => logger,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 1_000 },
  }) as unknown as FastifyInstance;
  acceptJsonOnly(app);
  answerErrors(app);
  allowAnyOrigin(app);
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
  let document: string | undefined;
  app.get("/openapi.json", (_request, reply) => {
    document ??= JSON.stringify(openapiDocument());
    return reply.type("application/json").send(document);
  });
  serveHealth(app, deps);
  serveOperations(app, deps, OPERATIONS);
  serveGrantedTiles(app, deps);
  serveItemTiles(app, deps);
  await serveIdentity(app, deps);
  serveAssetDownloads(app, deps);
  serveOwnedAssets(app, deps);
  await serveUploads(app, deps);
  serveReferencePage(app);
  registerSharePage(app);
  await serveOperators(app, deps, metrics);
  return app;
}
