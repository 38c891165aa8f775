import type { FastifyReply } from "fastify";
import type { TellRateLimits } from "../operations/rate-limiter.ts";

/**
 * Writes the rest of the limits that bind a call into the headers of the reply, whatever its status
 * (draft-ietf-httpapi-ratelimit-headers-11: a list of policies, each with quota, window, rest and reset).
 */
export function rateLimitHeaders(reply: FastifyReply): TellRateLimits {
  return (states) => {
    const policies = states.map(({ policy, limit }) => `"${policy}";q=${limit};w=60`);
    const rests = states.map(
      ({ policy, remaining, resetSeconds }) => `"${policy}";r=${remaining};t=${resetSeconds}`,
    );
    reply.header("ratelimit-policy", policies.join(", "));
    reply.header("ratelimit", rests.join(", "));
  };
}
