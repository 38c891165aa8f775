import type { FastifyInstance } from "fastify";

/** Headers that let pages of other origins read any answer below /v1, errors included. */
export const READABLE = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "X-Cache, X-Items-Omitted, Server-Timing, ETag, Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed, X-Request-Id",
};

const PREFLIGHT = {
  "access-control-allow-methods": "GET, HEAD, POST, PUT, OPTIONS",
  "access-control-allow-headers": "Authorization, Content-Type, X-API-Key, Idempotency-Key, If-None-Match",
  "access-control-max-age": "86400",
};

/** Lets maps and clients on any page call the API. That is safe because nothing relies on cookies. */
export function allowAnyOrigin(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    if (request.url.startsWith("/v1/")) reply.headers(READABLE);
    done();
  });
  app.options("/v1/*", (_request, reply) => reply.code(204).headers(PREFLIGHT).send());
}
