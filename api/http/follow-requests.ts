import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { secretHash } from "../../core/access/api-key.ts";
import type { Config } from "../../infra/config.ts";
import { explain } from "../../infra/trails/explanation.ts";
import type { SpanExporter } from "../../infra/trails/span-exporter.ts";
import { spansOf } from "../../infra/trails/span.ts";
import { parseTraceparent } from "../../infra/trails/trace-context.ts";
import { Trail } from "../../infra/trails/trail.ts";
import type { Explanations } from "../../queue/explanations.ts";
import { headerOf } from "./request-context.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Where the request's time goes. */
    trail?: Trail;
  }
}

/** With the operator key as its value, a request explains itself however fast it is. */
const EXPLAIN_HEADER = "x-geopera-explain";

/** Routes of whole files, which take as long as the client's line does. */
const FILES = /^\/v1\/(?:share\/)?(?:assets|uploads)\//;

/** What requests are followed with. */
export interface FollowParts {
  readonly config: Pick<
    Config,
    | "EXPLAIN_SLOW_MS"
    | "EXPLAIN_SAMPLE"
    | "OPERATOR_KEY"
    | "OTEL_TRACES_SAMPLER_ARG"
    | "OTEL_CONTINUES_TRACES"
  >;
  readonly explanations: Explanations;
  readonly exporter: SpanExporter | undefined;
}

/** Follows every request that reaches the router: keeps where the time of slow and failed ones went. */
export function followRequests(app: FastifyInstance, parts: FollowParts): void {
  app.decorateRequest("trail");
  app.addHook("onRequest", (request, _reply, done) => {
    request.trail = begin(parts, request);
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    if (request.trail !== undefined) end(parts, request.trail, request, reply);
    done();
  });
}

function begin({ config, exporter }: FollowParts, request: FastifyRequest): Trail {
  const isWanted =
    (config.EXPLAIN_SAMPLE > 0 && Math.random() < config.EXPLAIN_SAMPLE) ||
    isOperator(config.OPERATOR_KEY, headerOf(request, EXPLAIN_HEADER));
  const trail = new Trail({ isWanted });
  if (exporter === undefined) return trail;
  const parent = config.OTEL_CONTINUES_TRACES
    ? parseTraceparent(headerOf(request, "traceparent"))
    : undefined;
  if (parent !== undefined || Math.random() < config.OTEL_TRACES_SAMPLER_ARG) trail.trace(parent);
  return trail;
}

function isOperator(key: string | undefined, given: string | undefined): boolean {
  return key !== undefined && given !== undefined && timingSafeEqual(secretHash(given), secretHash(key));
}

function end(
  { config, explanations, exporter }: FollowParts,
  trail: Trail,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { EXPLAIN_SLOW_MS: slowMs } = config;
  const { statusCode: status } = reply;
  const route = request.routeOptions.url ?? "none";
  // Every tile of a file that is being prepared says so.
  const hasFailed = status >= 500 && request.problemCode !== "being_prepared";
  const isSlow = slowMs !== "off" && (hasFailed || (trail.elapsedMs >= slowMs && !FILES.test(route)));
  const { id, method, problemCode: problem } = request;
  const facts = { method, route, status, ...(problem === undefined ? {} : { problem }) };
  if (isSlow || trail.isWanted) {
    explanations.keep(explain(trail, { id, kind: "request", program: "api", facts }));
  }
  if (trail.context === undefined) return;
  const attributes = {
    "http.request.method": method,
    "http.route": route,
    "http.response.status_code": status,
    "geopera.request_id": id,
  };
  exporter?.add(
    spansOf(trail, { name: `${method} ${route}`, kind: "server", attributes, isError: status >= 500 }),
  );
}
