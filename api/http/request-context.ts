import type { FastifyReply, FastifyRequest } from "fastify";
import type { RequestSite } from "../../core/links/origin-rule.ts";
import type { Config } from "../../infra/config.ts";

/** The origin under which a client reaches this server. */
export function publicUrlOf(request: FastifyRequest, config: Pick<Config, "PUBLIC_URL">): string {
  return (config.PUBLIC_URL ?? `${request.protocol}://${request.host}`).replace(/\/+$/, "");
}

/** A signal that aborts when the client disconnects before its answer; created on the first call. */
export function clientSignal(reply: FastifyReply): () => AbortSignal {
  let controller: AbortController | undefined;
  return () => {
    if (controller === undefined) {
      const made = new AbortController();
      controller = made;
      if (reply.raw.destroyed) made.abort();
      reply.raw.once("close", () => {
        if (!reply.raw.writableFinished) made.abort();
      });
    }
    return controller.signal;
  };
}

/** Header names are case-insensitive and may be repeated; the first value counts. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** What the browser says about the calling page. */
export function siteOf(request: FastifyRequest): RequestSite {
  const referrer = headerOf(request, "referer");
  return {
    origin:
      headerOf(request, "origin") ??
      (referrer !== undefined && URL.canParse(referrer) ? new URL(referrer).origin : undefined),
    relation: headerOf(request, "sec-fetch-site"),
  };
}
