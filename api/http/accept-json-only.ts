import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { requirePlainUtf8 } from "./body-text.ts";
import { prototypePath, scanJson } from "./json-scan.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Keys that one object of the body may have. */
    readonly keysMax?: number;
  }
}

/** Accepts only JSON bodies of bounded size, depth and width; an empty body counts as no input. */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "buffer" },
    (request, body: Buffer, done: (error: Error | null, body?: unknown) => void) => {
      try {
        done(null, parseJson(request, body));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

function parseJson(request: FastifyRequest, body: Buffer): unknown {
  requirePlainUtf8(request, body);
  const fault = scanJson(body, request.routeOptions.config.keysMax ?? BODY_LIMITS.plain.keys);
  if (fault !== undefined) throw new ProblemError("malformed_request", fault);
  const text = body.toString();
  if (text.trim() === "") return undefined;
  const value = parse(text);
  // Escapes may spell the name of a key as well.
  const path = text.includes("proto") || text.includes("\\u") ? prototypePath(value) : undefined;
  if (path === undefined) return value;
  throw new ProblemError("malformed_request", `The body must not have the key ${path}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = "The request is not well-formed: send one JSON object.";
    throw new ProblemError("malformed_request", detail, { cause });
  }
}
