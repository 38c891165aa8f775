import type { FastifyReply } from "fastify";
import type { RateLimitState } from "../operations/rate-limiter.ts";

/**
 * Writes the rest of a key's limit into the headers of the reply, whatever its status
 * (draft-ietf-httpapi-ratelimit-headers).
 */
export function rateLimitHeaders(reply: FastifyReply): (state: RateLimitState) => void {
  return ({ limit, remaining, resetSeconds }) => {
    reply.header("ratelimit-policy", `"key";q=${limit};w=60`);
    reply.header("ratelimit", `"key";r=${remaining};t=${resetSeconds}`);
  };
}
