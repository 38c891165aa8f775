import type { FastifyReply } from "fastify";
import type { RateLimitState } from "../operations/rate-limiter.ts";

/** Writes what is left of a key's limit into whatever the reply will be, as draft-ietf-httpapi-ratelimit-headers has it. */
export function rateLimitHeaders(reply: FastifyReply): (state: RateLimitState) => void {
  return ({ limit, remaining, resetSeconds }) => {
    reply.header("ratelimit-policy", `"key";q=${limit};w=60`);
    reply.header("ratelimit", `"key";r=${remaining};t=${resetSeconds}`);
  };
}
