import { createServer } from "node:http";
import { fastify, LogController, type FastifyInstance } from "fastify";
import { requestIds } from "../infra/request-ids.ts";
import type { Readiness } from "../infra/readiness.ts";
import type { Metrics } from "../infra/metrics.ts";
import type { Deps } from "./deps.ts";
import { acceptJsonOnly } from "./http/accept-json-only.ts";
import { BodyDeadlines } from "./http/body-deadlines.ts";
import { parseQuery } from "./http/parse-query.ts";
import { refuseTwoHosts } from "./http/one-host.ts";
import { SlowReaders } from "./http/slow-readers.ts";
import { CachedTiles } from "./tiles/cached-tiles.ts";
import { answerClientError } from "./http/answer-client-error.ts";
import { allowAnyOrigin } from "./http/cors.ts";
import { followRequests } from "./http/follow-requests.ts";
import { answerError, answerErrors } from "./http/answer-errors.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { serveSecurityContact } from "./pages/security-contact.ts";
import { serveHealth } from "./http/health.ts";
import { serveDocuments } from "./billing/document-routes.ts";
import { takeLeave } from "./http/take-leave.ts";
import { serveOpenapi } from "./http/serve-openapi.ts";
import { serveOperations } from "./http/operation-routes.ts";
import { serveOperators } from "./http/operator-routes.ts";
import { serveStac } from "./stac/stac-routes.ts";
import { serveItemTiles } from "./tiles/item-tile-routes.ts";
import { serveGrantedTiles } from "./tiles/granted-tile-routes.ts";
import { serveIdentity } from "./oauth/oauth-routes.ts";
import { BODY_LIMITS } from "./operations/body-limits.ts";
import { OPERATIONS } from "./operations/registry.ts";
import { serveAssetDownloads, serveOwnedAssets } from "./items/asset-routes.ts";
import { serveUploads } from "./uploads/upload-routes.ts";
import { serveReferencePage } from "./pages/reference-page.ts";
import { consoleSignIn, registerConsolePage } from "./pages/console-page.ts";
import { uploadOrigins } from "./pages/upload-origins.ts";
import { publicUrlOf } from "./http/request-context.ts";
import { basemapOf } from "./pages/basemap.ts";
import { linkPage } from "./pages/link-page.ts";
import { registerSharePage } from "./pages/share-page.ts";
import { serveLinkCards } from "./tiles/link-cards.ts";
import { GrantReader } from "./links/grant-reader.ts";

/**
 * A request may take as long as a large file takes to arrive over a slow line; other bodies have a deadline
 * of their own. Kept-alive connections outlive those of most load balancers, which would otherwise meet a
 * connection that has just been closed.
 */
function serverTimeouts({ REQUEST_HEAD_TIMEOUT_MS: headersTimeout }: Deps["config"]) {
  return {
    requestTimeout: 30 * 60_000,
    headersTimeout,
    keepAliveTimeout: 72_000,
    connectionsCheckingInterval: Math.min(headersTimeout / 2, 5_000),
  };
}

/** The HTTP server, ready to listen. */
export async function buildApp(
  deps: Deps,
  metrics: Metrics,
  readiness: Pick<Readiness, "state">,
): Promise<FastifyInstance> {
  const { config } = deps;
  const trusted = config.TRUSTED_PROXIES.split(",").filter((proxy) => proxy.trim() !== "");
  const newRequestId = requestIds();
  const grants = new GrantReader(config.GRANT_SECRET);
  const cachedTiles = new CachedTiles({ ...deps, grants, metrics, newRequestId, trustedProxies: trusted });
  const bodies = new BodyDeadlines(config.REQUEST_BODY_TIMEOUT_MS);
  const readers = new SlowReaders(config.ANSWER_STALL_TIMEOUT_MS);
  const app = fastify({
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: Math.min(BODY_LIMITS.plain.bytes, config.BODY_BYTES_MAX),
    trustProxy: trusted.length > 0 ? trusted : false,
    serverFactory: (router) =>
      readers.watch(
        createServer(
          serverTimeouts(config),
          takeLeave(readiness, refuseTwoHosts(cachedTiles.before(bodies.before(router)))),
        ),
      ),
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    genReqId: newRequestId,
    // A child logger for every request would cost more than a cached tile; errors are logged with their
    // request's id.
    childLoggerFactory: (logger) => logger,
    forceCloseConnections: "idle",
    // What arrives on an open connection while the server closes is still answered.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 1_000, querystringParser: parseQuery },
  }) as unknown as FastifyInstance;
  app.decorateRequest("problemCode");
  acceptJsonOnly(app);
  answerErrors(app);
  allowAnyOrigin(app);
  app.addHook("onRequest", (request, _reply, done) => {
    cachedTiles.requireNoFailure(request.raw);
    done();
  });
  followRequests(app, deps.following);
  const secure = securityHeaders(config);
  app.addHook("onSend", (request, reply, _payload, done) => {
    reply.header("x-request-id", request.id).headers(secure);
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    if (request.problemCode !== undefined) metrics.problems.inc({ code: request.problemCode });
    metrics.requestSeconds.of(request.routeOptions.url ?? "none", status).observe(reply.elapsedTime / 1000);
    done();
  });
  serveOpenapi(app, config);
  serveHealth(app, readiness);
  serveOperations(app, deps, OPERATIONS);
  serveGrantedTiles(app, deps, grants);
  serveItemTiles(app, deps);
  serveStac(app, deps);
  serveDocuments(app, deps);
  await serveIdentity(app, deps);
  serveAssetDownloads(app, deps);
  serveOwnedAssets(app, deps);
  await serveUploads(app, deps, bodies);
  serveReferencePage(app);
  serveSecurityContact(app, deps);
  serveLinkCards(app, deps);
  registerSharePage(app, {
    pageOf: async (token, request) => await linkPage(deps, token, publicUrlOf(request, deps.config)),
    basemap: basemapOf(deps.config),
  });
  registerConsolePage(app, {
    uploadOrigins: uploadOrigins(deps.config),
    signIn: consoleSignIn(deps.config),
  });
  await serveOperators(app, deps, metrics);
  return app;
}
